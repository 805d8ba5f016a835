"""Changes of roles and measures, and of who is accountable for what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay.draft import Draft
from orgdesign.model import Assessment, Outcome, Role

Values = Mapping[str, Any]


def appoint(draft: Draft, values: Values) -> None:
    """Make a role accountable for a function, an outcome or a hand-off."""
    role = draft.role(values["accountable"]).id
    if "function" in values:
        draft.put_function(replace(draft.function(values["function"]), accountable=role))
    elif "outcome" in values:
        named = values["outcome"]
        root = _outcomes(
            draft.organisation.outcome,
            lambda one: replace(one, accountable=role) if one.id == named else one,
        )
        draft.change(outcome=root)
    else:
        handoffs = draft.organisation.handoffs
        passed = draft.handoff(values["handoff"])
        draft.change(handoffs={**handoffs, passed.id: replace(passed, accountable=role)})


def add_role(draft: Draft, values: Values) -> None:
    """Add a role."""
    told = dict(values)
    id_ = told.pop("role")
    draft.check_free("role", id_)
    _check_function(draft, told)
    draft.put_role(Role(id_, **told))


def change_role(draft: Draft, values: Values) -> None:
    """Change what is named of a role, and leave the rest of it."""
    told = dict(values)
    role = draft.role(told.pop("role"))
    _check_function(draft, told)
    if "vacant" in told or "status" in told:  # what is said now is all that is said of the seat
        told = {"vacant": False, "status": None, "until": None, **told}
    draft.put_role(replace(role, **told))


def _check_function(draft: Draft, told: Values) -> None:
    if told.get("function") is not None:
        draft.function(told["function"])


def retire_role(draft: Draft, values: Values) -> None:
    """End a role; what it was accountable for has no accountable role until one is appointed."""
    ended = draft.role(values["role"]).id
    today = draft.organisation

    def left(accountable: str | None) -> str | None:
        return None if accountable == ended else accountable

    draft.change(
        outcome=_outcomes(
            today.outcome, lambda one: replace(one, accountable=left(one.accountable))
        ),
        functions={
            one.id: replace(one, accountable=left(one.accountable))
            for one in today.functions.values()
        },
        roles={one.id: one for one in today.roles.values() if one.id != ended},
        handoffs={
            one.id: replace(one, accountable=left(one.accountable))
            for one in today.handoffs.values()
        },
        assessment=_without(today.assessment, left),
    )
    draft.gone["role", ended] = "has been retired"


def _without(assessment: Assessment, left: Callable[[str | None], str | None]) -> Assessment:
    replies = assessment.chief_customer_officer
    assets = assessment.customer_assets
    return replace(
        assessment,
        chief_customer_officer={
            id_: replace(one, who=left(one.who)) for id_, one in replies.items()
        },
        customer_assets={id_: replace(one, owner=left(one.owner)) for id_, one in assets.items()},
        sharing=replace(assessment.sharing, sponsor=left(assessment.sharing.sponsor)),
    )


def change_measure(draft: Draft, values: Values) -> None:
    """Change what is named of a measure, and leave the rest of it."""
    told = dict(values)
    measures = draft.organisation.measures
    measure = measures[told.pop("measure")]
    draft.change(measures={**measures, measure.id: replace(measure, **told)})


def _outcomes(root: Outcome, change: Callable[[Outcome], Outcome]) -> Outcome:
    """Return the outcome and all under it, each changed."""
    return change(
        replace(root, outcomes={id_: _outcomes(one, change) for id_, one in root.outcomes.items()})
    )
