"""Changes of roles, of who holds them, and of who is accountable for what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay.draft import DesignDraft, ImpossibleChange, changed_outcomes
from orgdesign.designs.replay.functions import merged_attributes
from orgdesign.model import UNFILLED, Assessment, Role, SeatStatus

Values = Mapping[str, Any]


def appoint(draft: DesignDraft, values: Values) -> None:
    """Make a role accountable for a function, an outcome or a hand-off."""
    role = draft.role(values["accountable"]).id
    if "function" in values:
        draft.put_function(replace(draft.function(values["function"]), accountable=role))
    elif "outcome" in values:
        named = draft.outcome(values["outcome"]).id
        draft.change_outcomes(
            lambda one: replace(one, accountable=role) if one.id == named else one
        )
    else:
        draft.put_part("handoff", replace(draft.handoff(values["handoff"]), accountable=role))


def add_role(draft: DesignDraft, values: Values) -> None:
    """Add a role."""
    said = dict(values)
    id_ = said.pop("role")
    draft.check_free("role", id_)
    _check_references(draft, said)
    draft.put_role(Role(id_, **said))
    draft.gone.pop(("role", id_), None)


def change_role(draft: DesignDraft, values: Values) -> None:
    """Change what is named of a role, and leave the rest of it; a vacant seat has no holder."""
    said = dict(values)
    role = draft.role(said.pop("role"))
    _check_references(draft, said)
    if "attributes" in said:
        said["attributes"] = merged_attributes(role.attributes, said["attributes"])
    if "vacant" in said or "status" in said or (said.get("holders") and role.is_vacant):
        said = {"vacant": False, "status": None, "until": None, **said}
    if said.get("vacant") or said.get("status") in UNFILLED:
        said.setdefault("holders", ())
    if "function" in said:
        draft.open.pop(("role", role.id), None)
    draft.put_role(replace(role, **said))


def _check_references(draft: DesignDraft, said: Values) -> None:
    if said.get("function") is not None:
        draft.function(said["function"])
    if said.get("reports_to") is not None:
        draft.role(said["reports_to"])
    for line in said.get("dotted_to", ()):
        draft.role(line.to)


def retire_role(draft: DesignDraft, values: Values) -> None:
    """End a role; what it was accountable for has no accountable role until one is appointed."""
    ended = draft.role(values["role"]).id
    today = draft.organisation

    def if_stays(accountable: str | None) -> str | None:
        return None if accountable == ended else accountable

    draft.change(
        outcome=changed_outcomes(
            today.outcome, lambda one: replace(one, accountable=if_stays(one.accountable))
        ),
        functions={
            one.id: replace(one, accountable=if_stays(one.accountable))
            for one in today.functions.values()
        },
        roles={one.id: _without_manager(one, ended) for one in today.roles.values()},
        handoffs={
            one.id: replace(one, accountable=if_stays(one.accountable))
            for one in today.handoffs.values()
        },
        assessment=_without(today.assessment, if_stays),
        decisions=_decisions(today.decisions, ended),
    )
    draft.take_out("role", ended, "has been retired")


def _decisions(decisions: Mapping[str, Any], ended: str) -> dict[str, Any]:
    """Return the decisions without a role that ends."""

    def other_roles(roles: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(role for role in roles if role != ended)

    return {
        id_: replace(
            one,
            decides=None if one.decides == ended else one.decides,
            recommends=other_roles(one.recommends),
            agrees=other_roles(one.agrees),
            told=other_roles(one.told),
        )
        for id_, one in decisions.items()
    }


def _without_manager(role: Role, ended: str) -> Role:
    """Return a role without lines to one that ends."""
    if role.reports_to != ended and all(line.to != ended for line in role.dotted_to):
        return role
    return replace(
        role,
        reports_to=None if role.reports_to == ended else role.reports_to,
        dotted_to=tuple(line for line in role.dotted_to if line.to != ended),
    )


def _without(assessment: Assessment, if_stays: Callable[[str | None], str | None]) -> Assessment:
    replies = assessment.chief_customer_officer
    assets = assessment.customer_assets
    return replace(
        assessment,
        chief_customer_officer={
            id_: replace(one, who=if_stays(one.who)) for id_, one in replies.items()
        },
        customer_assets={
            id_: replace(one, owner=if_stays(one.owner)) for id_, one in assets.items()
        },
        sharing=replace(assessment.sharing, sponsor=if_stays(assessment.sharing.sponsor)),
    )


def move_holder(draft: DesignDraft, values: Values) -> None:
    """Let a person go from one seat to another, for good or acting up, and keep the old or not."""
    old, new = draft.role(values["giver"]), draft.role(values["taker"])
    if old.id == new.id:
        raise ImpossibleChange(f"{old.title} is the seat that this person holds already")
    person = values.get("holder") or _only_holder(old)
    if person and old.holders and person not in old.holders:
        raise ImpossibleChange(f"{person} does not hold the seat {old.title}")
    if not values.get("keeps_seat"):
        _leave_seat(draft, old, person)
    _take_seat(draft, draft.role(new.id), person, values)


def add_holder(draft: DesignDraft, values: Values) -> None:
    """Let a person who comes from outside, or is not in a seat yet, hold one."""
    _take_seat(draft, draft.role(values["role"]), values.get("holder"), values)


def end_holder(draft: DesignDraft, values: Values) -> None:
    """Let a person leave a seat and the organisation; the seat is vacant, or others hold it."""
    role = draft.role(values["role"])
    person = values.get("holder") or _only_holder(role)
    if person and role.holders and person not in role.holders:
        raise ImpossibleChange(f"{person} does not hold the seat {role.title}")
    _leave_seat(draft, role, person, values.get("status"))


def _only_holder(role: Role) -> str | None:
    if len(role.holders) > 1:
        raise ImpossibleChange(f"several hold the seat {role.title}; say who of them it is")
    return role.holders[0] if role.holders else None


def _leave_seat(draft: DesignDraft, role: Role, person: str | None, status: Any = None) -> None:
    holders = tuple(holder for holder in role.holders if holder != person)
    if holders:
        draft.put_role(replace(role, holders=holders))
        return
    is_vacant = status in (None, "vacant")
    seat = replace(role, holders=(), vacant=is_vacant, status=None if is_vacant else status)
    draft.put_role(replace(seat, until=None))


def _take_seat(draft: DesignDraft, role: Role, person: str | None, values: Values) -> None:
    """Put a person into a seat, beside those who share it where that is said."""
    other_roles = role.holders if values.get("shares") else ()
    holders = (*other_roles, person) if person and person not in other_roles else other_roles
    status: SeatStatus | None = "acting" if values.get("acting") else None
    seat = replace(role, holders=holders, vacant=False, status=status)
    draft.put_role(replace(seat, until=values.get("until")))


def fill_seat(draft: DesignDraft, values: Values) -> None:
    """Say how a seat is to be filled: who may apply, who is slotted in, or that it is held open."""
    role = draft.role(values["role"])
    for other in values.get("among", ()):
        draft.role(other)
    status = values["status"]
    holders = () if status in UNFILLED else role.holders
    seat = replace(role, vacant=False, status=status, holders=holders)
    draft.put_role(replace(seat, until=values.get("until")))
