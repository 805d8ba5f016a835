"""Role descriptions as values: what each says, before and after a design."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from orgdesign.diagnosis.seats import Seats
from orgdesign.documents.roles.facts import NO_CUSTOMER, SECTIONS, facts
from orgdesign.model import Role
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure


@dataclass(frozen=True, slots=True)
class Section:
    """What a description says under one heading; ``before`` where a design changes that."""

    heading: str
    lines: tuple[str, ...]
    before: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What a role is for, as its document says it.

    ``standing`` is what a design does to the role as a whole, ``then`` what the design is called.
    ``is_silent`` where nothing in it is about the customer.
    """

    id: str
    title: str
    function: str | None
    holder: str | None
    sections: tuple[Section, ...]
    then: str = ""
    standing: str = ""
    is_silent: bool = False

    def lines(self, heading: str) -> tuple[str, ...]:
        """Return what it says under a heading, at the end."""
        return next((each.lines for each in self.sections if each.heading == heading), ())


def descriptions(
    disclosure: Disclosure, role: str | None = None, function: str | None = None
) -> tuple[Description, ...]:
    """Return the descriptions of all roles, of one role, or of those that a function has.

    Raises:
        OrgdesignError: there is no role, no such role or function, or the function has none.
    """
    today = Seats(disclosure.today)
    then = Seats(disclosure.then.organisation) if disclosure.then else today
    ids = [*dict.fromkeys((*today.organisation.roles, *then.organisation.roles))]
    if not ids:
        raise OrgdesignError("There is no role to describe: write roles under roles: in the file.")
    chosen = [*_chosen(ids, (today, then), role, function)]
    name = disclosure.then.name if disclosure.then else ""
    return tuple(_description(each, today, then, name) for each in chosen)


def silent(described: Sequence[Description]) -> list[Description]:
    """Return the descriptions that say nothing about the customer."""
    return [each for each in described if each.is_silent]


def _chosen(
    ids: Sequence[str], sides: tuple[Seats, Seats], role: str | None, function: str | None
) -> Iterator[str]:
    if role is not None and role not in ids:
        raise _unknown("role", role, ids)
    if function is not None:
        _check_function(sides, function)
    for id_ in ids:
        if role in (None, id_) and (function is None or _has(sides, function, id_)):
            yield id_


def _check_function(sides: tuple[Seats, Seats], function: str) -> None:
    known = {id_: each for side in sides for id_, each in side.organisation.functions.items()}
    if function not in known:
        raise _unknown("function", function, [*known])
    if not any(_has(sides, function, each) for side in sides for each in side.organisation.roles):
        raise OrgdesignError(f"{known[function].name} has no role that could be described.")


def _has(sides: tuple[Seats, Seats], function: str, role: str) -> bool:
    return any(
        function in [each.id for each in side.ties.functions_of(side.organisation.roles[role])]
        for side in sides
        if role in side.organisation.roles
    )


def _unknown(kind: str, id_: str, known: Sequence[str]) -> OrgdesignError:
    close = get_close_matches(id_, known, n=1)
    hint = f'did you mean "{close[0]}"?' if close else "use the id of one in the file."
    return OrgdesignError(f'No {kind} is called "{id_}"; {hint}')


def _description(id_: str, today: Seats, then: Seats, name: str) -> Description:
    was, is_ = today.organisation.roles.get(id_), then.organisation.roles.get(id_)
    shown, seats = (is_, then) if is_ else (was, today)
    assert shown is not None  # noqa: S101 - its id comes from one of the two
    standing = "" if was and is_ else f"New with {name}" if is_ else f"Ends with {name}"
    home = seats.home(shown)
    return Description(
        id_,
        shown.title,
        home.name if home else None,
        "Vacant" if shown.is_vacant else shown.holder,
        tuple(_sections(today, then, was, is_)) if was and is_ else _alone(seats, shown),
        name,
        standing,
        _is_silent(seats, shown),
    )


def _alone(seats: Seats, role: Role) -> tuple[Section, ...]:
    return tuple(Section(heading, lines) for heading, lines in facts(seats, role).items())


def _sections(today: Seats, then: Seats, was: Role, is_: Role) -> Iterator[Section]:
    before, after = facts(today, was), facts(then, is_)
    for heading in SECTIONS:
        old, new = before.get(heading, ()), after.get(heading, ())
        if old == new:
            yield from (Section(heading, new) for _ in new[:1])
        else:
            yield Section(heading, new, old)


def _is_silent(seats: Seats, role: Role) -> bool:
    """Whether no outcome reaches a role, and no measure of the customer counts or pays."""
    if facts(seats, role).get("The customer outcome it serves") != (NO_CUSTOMER,):
        return False
    measures = seats.organisation.measures
    judged = [*role.measured_by, *(each.measure for each in role.rewarded_for)]
    return not any(measures[each].kind == "customer" for each in judged)
