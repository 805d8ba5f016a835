"""What is known of a seat: where it is, whom it reports to, what it answers for."""

from __future__ import annotations

from orgdesign.designs.comparison import accountable_for
from orgdesign.model import Organisation, Role, join_words
from orgdesign.value_objects import value_object


@value_object
class SeatFacts:
    """One seat as the person in it knows it: a line for each thing that is known of it."""

    role: str
    title: str
    function: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]


def seat_facts(side: Organisation, role: Role) -> SeatFacts:
    """Return what is known of a seat: where it is, whom it reports to, what it answers for."""
    function = side.functions.get(role.function or "") or side.index.home_function(role)
    attributes = {**(function.attributes if function else {}), **role.attributes}
    manager = side.index.manager_of(role)
    lines = {
        "Seat": (role.title,),
        "Part of": (function.name,) if function else (),
        "Reports to": (manager.title,) if manager else (),
        "Accountable for": tuple(accountable_for(side, role.id)),
        "Measured by": tuple(side.measures[id_].name for id_ in role.measured_by),
        "Held": (_held_words(role),) if role.status == "acting" or len(role.holders) > 1 else (),
    }
    known = {
        name: (join_words(value),) if isinstance(value, tuple) else (value,)
        for name, value in attributes.items()
        if value
    }
    every = {**lines, **{name.capitalize(): value for name, value in known.items()}}
    said = tuple((name, value) for name, value in every.items() if value)
    return SeatFacts(role.id, role.title, function.name if function else "", said)


def _held_words(role: Role) -> str:
    until = f" until {role.until}" if role.until else ""
    how = "for a time" if role.status == "acting" else "by several who share it"
    return f"{how}{until}"


def facts_together(seats: tuple[SeatFacts, ...]) -> dict[str, tuple[str, ...]]:
    """Return, by what is asked, the answers of several seats."""
    rows: dict[str, tuple[str, ...]] = {}
    for seat in seats:
        for asked, answers in seat.lines:
            rows[asked] = tuple(dict.fromkeys((*rows.get(asked, ()), *answers)))
    return rows
