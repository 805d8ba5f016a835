"""Positions to units: who works in each, and what becomes of those without one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from orgdesign.imports.answers import Answers
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes, some
from orgdesign.imports.people_index import PeopleIndex
from orgdesign.imports.positions import Place, Position
from orgdesign.imports.unit_places import UnitPlaces
from orgdesign.model import capitalise

_RANK = re.compile(
    r"^(?:(?:acting|interim|deputy|assistant|associate|senior|executive|group|regional|global) )*"
    r"(?:director general|vice president|managing director|director|head|lead(?:er)?|manager|chief"
    r"|s?vp|evp|supervisor|president)\b(?:\s*[-,:]\s*|\s+(?:of|for)\s+(?:the\s+)?)",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class OrgUnit:
    """A unit, who works in it, its head, and the unit above.

    ``is_said`` tells that the export itself says what it is under, by a path or a parent.
    """

    name: str
    place: Place
    positions: list[Position] = field(default_factory=list)
    head: Position | None = None
    above: OrgUnit | None = None
    is_said: bool = False


def units_of(
    positions: Sequence[Position],
    places: UnitPlaces,
    index: PeopleIndex,
    answers: Answers,
    notes: Notes,
    *,
    by: str,
) -> dict[Place, OrgUnit]:
    """Return the units by place, parents before children; ``by`` is what makes a unit.

    ``units`` takes the units of the export, ``managers`` each position that others report to,
    and ``posts`` each position.
    """
    from orgdesign.imports.unit_heads import choose_heads, draw_unit_lines

    if by == "units":
        _settle_in(positions, places, notes)
    else:
        _by_managers(positions, notes, every=by == "posts")
    units = _gathered(positions)
    if by == "units":
        _add_listed(units, places, notes)
    choose_heads(units, places, index, answers, notes)
    draw_unit_lines(units, places, answers, notes)
    return _from_the_top(units)


def _from_the_top(units: Mapping[Place, OrgUnit]) -> dict[Place, OrgUnit]:
    """Return units so that each stands after the one above it, and else as they came."""
    below: dict[OrgUnit | None, list[OrgUnit]] = {}
    for unit in units.values():
        below.setdefault(unit.above, []).append(unit)
    ordered: dict[Place, OrgUnit] = {}
    waiting = below.get(None, [])[::-1]
    while waiting:
        unit = waiting.pop()
        ordered[unit.place] = unit
        waiting.extend(below.get(unit, [])[::-1])
    return ordered


def _settle_in(positions: Sequence[Position], places: UnitPlaces, notes: Notes) -> None:
    """Put each position without a unit into that of the nearest one above it that has one."""
    lost = [position for position in positions if not position.place]
    taken = 0
    for position in sorted(lost, key=lambda p: p.level):
        if position.above is not None:
            position.place = position.above.place
            taken += 1
        else:
            title = position.title or places.organisation or "the top"
            position.place = (f"Office of the {title}",) if position.title else ("No unit given",)
    notes.count(
        taken,
        "1 post without a unit was put into that of its manager.",
        "{n} posts without a unit were put into that of their manager.",
    )
    notes.count(
        len(lost) - taken,
        "1 post has neither a unit nor a manager; its unit is named after it.",
        "{n} posts have neither a unit nor a manager; their units are named after them.",
    )


def _by_managers(positions: Sequence[Position], notes: Notes, *, every: bool) -> None:
    """Give each manager a unit of their own, which those who report to them stand in."""
    untitled = 0
    managers = {position.above for position in positions}
    names: Counter[str] = Counter()
    for position in sorted(positions, key=lambda p: p.level):
        is_top = position.above is None and not position.is_group and not position.is_unknown
        if position in managers or is_top or every:
            name = _work(position.title) if position.title else _team(position)
            untitled += not position.title
            names[fold_text(name)] += 1
            seen = names[fold_text(name)]
            position.place = (name if seen == 1 else f"{name} ({seen})",)
        else:
            position.place = position.above.place if position.above else ("No manager given",)
    notes.count(
        untitled,
        "1 manager has no title; the function is called after their number.",
        "{n} managers have no title; their functions are called after their numbers.",
    )


def _team(position: Position) -> str:
    """Return what the unit of a manager without a title is called: by number, never by name."""
    key = position.post_key or next(iter(position.keys), "")
    return f"Team of {key}" if key else "Team without a title"


def _work(title: str) -> str:
    """Return the work in a title, without its rank.

    >>> _work("Head of Sales"), _work("Accountant")
    ('Sales', 'Accountant')
    """
    work = _RANK.sub("", title)
    return capitalise(work) if work else title or "Without a title"


def _gathered(positions: Iterable[Position]) -> dict[Place, OrgUnit]:
    """Return the units that positions stand in, and those above; case and accents are no matter."""
    units: dict[Place, OrgUnit] = {}
    known: dict[Place, Place] = {}
    seen: dict[Place, Place] = {}
    for position in positions:
        place = position.place
        if place not in seen:
            way: Place = ()
            for end, name in enumerate(place, 1):
                way = known.setdefault(tuple(map(fold_text, place[:end])), (*way, name))
                units.setdefault(way, OrgUnit(way[-1], way))
            seen[place] = way
        position.place = seen[place]
        units[position.place].positions.append(position)
    return units


def _add_listed(units: dict[Place, OrgUnit], places: UnitPlaces, notes: Notes) -> None:
    """Add units that are only listed, if anything says where they belong or nobody is listed."""
    known = {fold_text(unit.name) for unit in units.values()}
    above = {fold_text(name) for name in places.parents.values()}
    is_list_only = not units
    left_out = []
    for name in dict.fromkeys((*places.listed, *places.parents, *places.parents.values())):
        if fold_text(name) in known:
            continue
        if is_list_only or name in places.parents or fold_text(name) in above:
            units[(name,)] = OrgUnit(name, (name,))
        else:
            left_out.append(name)
    if left_out:
        notes.say(
            f"Listed with nobody in them and nothing above them, and left out: {some(left_out)}."
        )
