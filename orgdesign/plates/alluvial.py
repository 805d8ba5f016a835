"""The alluvial plate: who reports where, and which outcome they serve.

The functions flow from the branch of today, over the branch of a design where one is shown, to the
first-level outcome that they serve: wide by people, by cost, or one each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from orgdesign.designs.replay import Structure
from orgdesign.model import DESIRED, Function, Organisation
from orgdesign.plates.amounts import By, Unit, unit_for
from orgdesign.plates.ordering import Flows, order_columns
from orgdesign.value_objects import value_object

UNALIGNED, NEW, ENDS = "unaligned.", "new.", "ends."
"""Names of what is no branch and no outcome; no id of a file has a full stop."""
LAST = frozenset({UNALIGNED, NEW, ENDS})


@value_object
class Stop:
    """Where strands stand together: a branch, or an outcome; ``hue`` counts outcomes from 0."""

    name: str
    label: str
    kind: Literal["branch", "outcome", "none"]
    hue: int | None = None


@value_object
class Course:
    """The way of one function, or of what becomes of it, through the columns.

    ``stops`` and ``amounts`` are one for each column; where it ends early there are fewer.
    """

    function: str
    label: str
    stops: tuple[str, ...]
    amounts: tuple[float, ...]
    hue: int | None
    aligned: bool


@value_object
class Alluvial:
    """Columns of stops in an order with few crossings, and the courses between them."""

    organisation: Organisation
    design: str
    unit: Unit
    columns: tuple[tuple[Stop, ...], ...]
    courses: tuple[Course, ...]

    def amount(self, column: int, stop: str) -> float:
        """Return how much stands together at a stop."""
        return sum(
            course.amounts[column]
            for course in self.courses
            if len(course.stops) > column and course.stops[column] == stop
        )

    def total(self, column: int) -> float:
        """Return how much a column holds in all."""
        return sum(self.amount(column, stop.name) for stop in self.columns[column])


def alluvial(
    today: Organisation, design: Structure | None = None, by: By | None = None
) -> Alluvial:
    """Return who reports where and serves what: today, or on the way to a design."""
    unit = unit_for(today, by)
    then = design.organisation if design else today
    outcomes = {stop.name: stop for stop in _outcome_stops(then)}
    before = today.index.branch_heads
    if design is None:
        courses = [*_courses(today.functions.values(), [before], unit, outcomes, today)]
        holders = [_branch_stops(today, before)]
    else:
        now = then.index.branch_heads
        courses = [*_design_courses(today, design, before, now, unit, outcomes)]
        holders = [
            {**_branch_stops(today, before), NEW: Stop(NEW, "New", "none")},
            {**_branch_stops(then, now), ENDS: Stop(ENDS, "Ends", "none")},
        ]
    stops = [*holders, outcomes]
    reached = [
        [name for name in column if any(_stands(course, n, name) for course in courses)]
        for n, column in enumerate(stops)
    ]
    columns = order_columns(reached, [_flows(courses, n) for n in range(len(stops) - 1)], LAST)
    return Alluvial(
        then,
        design.name if design else "",
        unit,
        tuple(tuple(stops[n][name] for name in column) for n, column in enumerate(columns)),
        tuple(courses),
    )


def _stands(course: Course, column: int, stop: str) -> bool:
    return len(course.stops) > column and course.stops[column] == stop


def _branch_stops(organisation: Organisation, of: Mapping[str, str]) -> dict[str, Stop]:
    names = dict.fromkeys(of.values())
    return {name: Stop(name, organisation.functions[name].name, "branch") for name in names}


def _outcome_stops(organisation: Organisation) -> Iterator[Stop]:
    for hue, outcome in enumerate(organisation.outcome.outcomes.values()):
        yield Stop(outcome.id, outcome.statement, "outcome", hue)
    yield Stop(DESIRED, "The whole outcome", "outcome")
    yield Stop(UNALIGNED, "No customer outcome yet", "none")


def _first_level(organisation: Organisation) -> dict[str, str]:
    """Return the first-level outcome of every outcome; the root is its own."""
    below = {
        outcome.id: first.id
        for first in organisation.outcome.outcomes.values()
        for outcome in first.walk()
    }
    return {DESIRED: DESIRED, **below}


def _courses(
    functions: Iterable[Function],
    columns: list[Mapping[str, str]],
    unit: Unit,
    outcomes: Mapping[str, Stop],
    organisation: Organisation,
) -> Iterator[Course]:
    for function in functions:
        amounts = (unit.amount_of(function),) * (len(columns) + 1)
        held = tuple(column[function.id] for column in columns)
        yield _course(function, held, amounts, outcomes, _first_level(organisation))


def _course(
    function: Function,
    held: tuple[str, ...],
    amounts: tuple[float, ...],
    outcomes: Mapping[str, Stop],
    first: Mapping[str, str],
) -> Course:
    outcome = function.alignment.outcome
    end = first[outcome] if outcome else UNALIGNED
    return Course(
        function.id, function.name, (*held, end), amounts, outcomes[end].hue, outcome is not None
    )


def _design_courses(
    today: Organisation,
    design: Structure,
    before: Mapping[str, str],
    now: Mapping[str, str],
    unit: Unit,
    outcomes: Mapping[str, Stop],
) -> Iterator[Course]:
    """Yield a course for each function of a design and each function of today it comes from.

    What one becomes several, or several one, is shared in proportion, so that nothing is counted
    twice.
    """
    first = _first_level(design.organisation)
    heirs: dict[str, list[Function]] = {}
    for name, comes_from in design.lineage.items():
        for one in comes_from:
            heirs.setdefault(one, []).append(design.organisation.functions[name])
    for name, function in design.organisation.functions.items():
        origins = [today.functions[one] for one in design.lineage.get(name, ())]
        amount = unit.amount_of(function)
        if not origins:
            yield _course(function, (NEW, now[name]), (amount,) * 3, outcomes, first)
        for origin in origins:
            given = unit.amount_of(origin) * _share_of(unit, function, heirs[origin.id])
            taken = amount * _share_of(unit, origin, origins)
            held = (before[origin.id], now[name])
            yield _course(function, held, (given, taken, taken), outcomes, first)
    for function in today.functions.values():
        if function.id not in heirs:
            gone = (unit.amount_of(function),) * 2
            yield Course(function.id, function.name, (before[function.id], ENDS), gone, None, False)


def _share_of(unit: Unit, function: Function, among: list[Function]) -> float:
    """Return the share of one among several, even where none is counted."""
    total = sum(map(unit.amount_of, among))
    return unit.amount_of(function) / total if total else 1 / len(among)


def _flows(courses: Iterable[Course], column: int) -> Flows:
    flows: dict[tuple[str, str], float] = {}
    for course in courses:
        if len(course.stops) > column + 1:
            way = (course.stops[column], course.stops[column + 1])
            flows[way] = flows.get(way, 0.0) + max(course.amounts[column : column + 2])
    return flows
