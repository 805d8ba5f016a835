"""Who leads each unit, and which unit it is under: what its own people's lines say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from re import Pattern
from re import compile as pattern

from orgdesign.imports.answers import NOBODY, TOP, Answers
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes, OpenPoint, count_text, rows_named, some
from orgdesign.imports.org_units import OrgUnit
from orgdesign.imports.people_index import PeopleIndex
from orgdesign.imports.positions import Place, Position
from orgdesign.imports.reporting_lines import managers_above, sizes_below
from orgdesign.imports.unit_places import UnitPlaces
from orgdesign.imports.words import word_lists

_MOST_ASKED = 12
_MOST_OFFERED = 8


def choose_heads(
    units: Mapping[Place, OrgUnit],
    places: UnitPlaces,
    index: PeopleIndex,
    answers: Answers,
    notes: Notes,
) -> None:
    """Give each unit the one whom its own people report to; of a tie nobody, which is said."""
    within, below = _within(units), _below_in_unit(units)
    reports = Counter(p.above for unit in units.values() for p in unit.positions)
    has_lines = any(reports)
    unclear: list[OrgUnit] = []
    for unit in units.values():
        answered = answers.answer("head", unit.name)
        if answered == NOBODY:
            continue
        said = answered or places.heads.get(unit.name)
        unit.head = _said_head(said, unit, index) if said else None
        seats = unit.positions or within[unit.place]
        if unit.head is None:
            unit.head = _head(seats, below, reports, has_lines=has_lines)
        if unit.head is None and not all(position.is_group for position in seats):
            unclear.append(unit)
    _lead_from_outside(unclear)
    _tell_unclear([unit for unit in unclear if unit.head is None], notes)


def _said_head(said: str, unit: OrgUnit, index: PeopleIndex) -> Position | None:
    """Return whom a head's title, name or number means, in the unit first; None where several."""
    found = index.candidates(said)
    inside = [position for position in found if position in unit.positions]
    meant = inside or [*found]
    return meant[0] if len(meant) == 1 else index.find(said)


def _within(units: Mapping[Place, OrgUnit]) -> dict[Place, list[Position]]:
    """Return the positions in each unit and in those under it by place."""
    within: dict[Place, list[Position]] = {place: [] for place in units}
    for place, unit in units.items():
        for end in range(1, len(place) + 1):
            within[place[:end]].extend(unit.positions)
    return within


def _below_in_unit(units: Mapping[Place, OrgUnit]) -> Counter[Position]:
    """Return how many people of each position's unit, and of those under it, are below it."""
    below: Counter[Position] = Counter()
    for unit in units.values():
        for position in unit.positions:
            for manager in managers_above(position):
                if position.place[: len(manager.place)] == manager.place:
                    below[manager] += 1
    return below


def _head(
    positions: Sequence[Position],
    below: Counter[Position],
    reports: Counter[Position | None],
    *,
    has_lines: bool,
) -> Position | None:
    """Return the one at the top whom most report to; of those alike, who has a head's title.

    Somebody below whose manager is not known, and whom nobody reports to, is never the head.
    """
    seats = {position for position in positions if not position.is_group}
    tops = [p for p in positions if p in seats and not any(m in seats for m in managers_above(p))]
    led = [p for p in tops if below[p] or reports[p] or p.above is not None or not has_lines]
    led = led or [p for p in tops if is_head_title(p.title)]
    for weigh in (below, reports):
        most = max((weigh[position] for position in led), default=0)
        if most and len(best := [p for p in led if weigh[p] == most]) == 1:
            return best[0]
        led = [p for p in led if weigh[p] == most] or led
    if len(led) == 1:
        return led[0]
    titled = [position for position in led if is_head_title(position.title)]
    return titled[0] if len(titled) == 1 else None


def _lead_from_outside(units: Sequence[OrgUnit]) -> None:
    """Take for the head whom all of a unit report to, who stands in another and leads none."""
    for unit in units:
        managers = {p.above for p in unit.positions if not p.is_group}
        if len(managers) == 1 and len(unit.positions) > 1:
            (manager,) = managers
            if manager is not None and not is_top_of_place(manager):
                unit.head = manager


def is_top_of_place(position: Position) -> bool:
    """Return whether nobody of its own unit is above a position."""
    return not any(manager.place == position.place for manager in managers_above(position))


def _tell_unclear(units: Sequence[OrgUnit], notes: Notes) -> None:
    if not units:
        return
    units_have = "1 unit has" if len(units) == 1 else f"{len(units):,} units have"
    notes.say(
        f"{units_have} no clear head, and no accountable role yet: {some([u.name for u in units])}."
    )
    for unit in units[:_MOST_ASKED]:
        seats = [p for p in unit.positions if p.title and not p.is_group]
        often = Counter(position.title for position in seats)
        options = tuple(_called(p, often) for p in seats if _called(p, often))[:_MOST_OFFERED]
        words = rows_named(position.line for position in unit.positions) if unit.positions else ""
        notes.ask(OpenPoint("head", unit.name, words, (*options, NOBODY), NOBODY))


def _called(position: Position, often: Counter[str]) -> str:
    """Return what tells a position from others in an answer: its title, and of several a number."""
    if often[position.title] == 1:
        return position.title
    key = position.post_key or next(iter(position.keys), "")
    return f"{position.title} ({key})" if key else ""


def draw_unit_lines(
    units: Mapping[Place, OrgUnit], places: UnitPlaces, answers: Answers, notes: Notes
) -> None:
    """Put each unit under what the export says, or under the unit that its head reports to."""
    named: dict[str, OrgUnit] = {}
    for unit in units.values():
        named.setdefault(fold_text(unit.name), unit)
    home = {position: unit for unit in units.values() for position in unit.positions}
    within = _within(units)
    root = _root(home)
    for place, unit in units.items():
        answered = answers.answer("unit", unit.name)
        said = answered or places.parents.get(unit.name)
        unit.is_said = bool(said) or len(place) > 1
        if said and fold_text(said) != TOP:
            unit.above = named.get(fold_text(places.names.get(said, said)))
        elif len(place) > 1:
            unit.above = units[place[:-1]]
        elif not said:
            unit.above = _unit_over(unit, within[place], home, root)
    _open_circles(units.values(), notes)
    _tell_loose(units, within, root, home, notes)


def _root(home: Mapping[Position, OrgUnit]) -> Position | None:
    """Return the position that most are below."""
    sizes = sizes_below(home)
    tops = [position for position in home if position.above is None]
    return max(tops, key=lambda position: sizes[position], default=None)


def _unit_over(
    unit: OrgUnit,
    positions: Sequence[Position],
    home: Mapping[Position, OrgUnit],
    root: Position | None,
) -> OrgUnit | None:
    """Return the unit that a unit's head reports into, or else that most of its people do."""
    if unit.head is not None:
        if (
            unit.head in home
            and home[unit.head] not in (unit, None)
            and unit.head.place[:1] != unit.place
        ):
            return home[unit.head]  # it is led by somebody of another unit
        if over := _outside(unit.head, unit, home):
            return over
        if unit.head is root:
            return None
    counts: Counter[OrgUnit] = Counter()
    for position in positions:
        over = home.get(position.above) if position.above else None
        if over is not None and over.place[: len(unit.place)] != unit.place:
            counts[over] += 1
    return counts.most_common(1)[0][0] if counts else None


def _outside(position: Position, unit: OrgUnit, home: Mapping[Position, OrgUnit]) -> OrgUnit | None:
    """Return the first unit on the line above a position that is neither its own nor below it."""
    for manager in managers_above(position):
        over = home.get(manager)
        if over is not None and over.place[: len(unit.place)] != unit.place:
            return over
    return None


def _open_circles(units: Iterable[OrgUnit], notes: Notes) -> None:
    opened = []
    for unit in units:
        seen: set[OrgUnit] = set()
        at: OrgUnit | None = unit
        while at is not None and at not in seen:
            seen.add(at)
            at = at.above
        if at is not None:
            at.above = None
            opened.append(at.name)
    if opened:
        notes.say(f"Units are under each other in a circle; opened at the top: {some(opened)}.")


def _tell_loose(
    units: Mapping[Place, OrgUnit],
    within: Mapping[Place, Sequence[Position]],
    root: Position | None,
    home: Mapping[Position, OrgUnit],
    notes: Notes,
) -> None:
    """Say which units and people nothing is known to be above, beside the one at the very top."""
    alone = [
        p for p in home if p.above is None and p is not root and not p.is_group and not p.is_unknown
    ]
    heads = {unit.head for unit in units.values()}
    below = {p.above for p in home if p.above is not None}
    quiet = [p for p in alone if p not in heads and p not in below]
    if quiet and below:
        they = "names no manager and leads" if len(quiet) == 1 else "name no manager and lead"
        notes.say(
            f"{count_text(len(quiet), 'post')} {they} nobody ({rows_named(p.line for p in quiet)}):"
            " nothing is moved by that."
        )
    tops = [unit for place, unit in units.items() if unit.above is None and within[place]]
    loose = [unit for unit in tops if root is None or not _holds(unit, home.get(root))]
    if not below or not loose or len(loose) == len(tops):
        return
    notes.say(
        f"Nothing says what {count_text(len(loose), 'unit is', 'units are')} under, and"
        f" {'it stands' if len(loose) == 1 else 'they stand'} at the top:"
        f" {some([unit.name for unit in loose])}."
    )
    others = tuple(unit.name for unit in tops if unit not in loose)
    for unit in loose[:_MOST_ASKED]:
        notes.ask(
            OpenPoint(
                "unit",
                unit.name,
                rows_named(p.line for p in within[unit.place]),
                (*others, TOP),
                TOP,
            )
        )


def _holds(unit: OrgUnit, other: OrgUnit | None) -> bool:
    while other is not None:
        if other is unit:
            return True
        other = other.above
    return False


@cache
def _head_titles() -> Pattern[str]:
    words = word_lists("cells", "cells")["head_titles"]
    eastern = [word for word in words if ord(max(word)) > 0x2E80]
    western = [fold_text(word) for word in words if word not in eastern]
    return pattern(rf"\b(?:{'|'.join(western)})\b|{'|'.join(eastern)}")


@cache
def is_head_title(title: str) -> bool:
    """Return whether a title is that of somebody who leads a unit."""
    plain = fold_text(title)
    return bool(_head_titles().search(plain)) and not plain.startswith(
        ("deputy", "assistant to", "stellv")
    )
