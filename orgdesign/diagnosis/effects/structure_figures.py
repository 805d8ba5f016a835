"""What is counted of a structure: its spans and layers, what serves each outcome, distances."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from orgdesign.diagnosis.outcome_shares import UNITS, Serving, serving
from orgdesign.diagnosis.rules.structure import span_of_control
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object


@value_object
class ReportingShape:
    """How many functions report to one that leads any: on average, and at most.

    ``unsuited`` counts those that lead more, or fewer, than suits their kind of work, as the rule
    ``span-of-control`` finds them.
    """

    mean: float | None
    most: int
    unsuited: int
    layers: int


def shape(organisation: Organisation) -> ReportingShape:
    """Return the shape of an organisation; the mean is None where nobody leads another."""
    lines = organisation.reporting_lines()
    spans = [len(reports) for leader, reports in lines.items() if leader is not None]
    return ReportingShape(
        mean=sum(spans) / len(spans) if spans else None,
        most=max(spans, default=0),
        unsuited=sum(1 for _ in span_of_control.find(organisation)),
        layers=_layers(organisation),
    )


def _layers(organisation: Organisation) -> int:
    """Return how many functions stand over one another at most."""
    lines = organisation.reporting_lines()
    layer, count = lines.get(None, []), 0
    while layer:
        layer = [report for each in layer for report in lines.get(each.id, ())]
        count += 1
    return count


Pair = tuple[float | None, float | None]


@value_object
class OutcomeEffect:
    """What serves an outcome itself, before and after; None where the outcome is not there.

    ``outcome`` is its id, None for what serves no customer outcome. People and cost are as far as
    the file gives them.
    """

    outcome: str | None
    statement: str
    functions: Pair
    people: Pair
    cost: Pair


def outcome_effects(before: Organisation, after: Organisation) -> tuple[OutcomeEffect, ...]:
    """Return what serves each outcome before and after, and at last what serves none."""
    was, now = serving(before), serving(after)
    statements = {one.id: one.statement for each in (before, after) for one in each.outcome.walk()}
    rows = [
        OutcomeEffect(id_, said, *((_own(was[unit], id_), _own(now[unit], id_)) for unit in UNITS))
        for id_, said in statements.items()
    ]
    none = ((was[unit].none.value, now[unit].none.value) for unit in UNITS)
    return (*rows, OutcomeEffect(None, "No customer outcome", *none))


def _own(counted: Serving, outcome: str) -> float | None:
    served = counted.outcomes.get(outcome)
    return served.own.value if served else None


@dataclass(frozen=True, slots=True, order=True)
class Distance:
    """How many hand-offs and levels lie between a function and the customer.

    The customer meets the functions that stand in a stage of the journey: they are no step away.
    For any other function it is the shortest way to one of those, where each step is either a
    hand-off that it gives, or one level of its reporting lines, up or down. Of two ways of the same
    length the one with more hand-offs counts, as that is how work reaches people; levels are how
    decisions do. Where a file says nothing of the journey, or nothing joins a function to those
    that the customer meets, its distance cannot be told.
    """

    steps: int
    levels: int

    @property
    def handoffs(self) -> int:
        """Return how many of the steps are hand-offs."""
        return self.steps - self.levels


def distances(organisation: Organisation) -> Mapping[str, Distance | None]:
    """Return how far each function is from the customer; None where it cannot be told."""
    found: dict[str, Distance] = {}
    waiting = [(Distance(0, 0), each) for each in _meeting_functions(organisation)]
    ways = _ways(organisation)
    while waiting:
        here, id_ = heappop(waiting)
        if id_ in found:
            continue
        found[id_] = here
        for other, levels in ways.get(id_, ()):
            heappush(waiting, (Distance(here.steps + 1, here.levels + levels), other))
    return {each: found.get(each) for each in organisation.functions}


def _meeting_functions(organisation: Organisation) -> Iterator[str]:
    """Yield the functions that the customer meets."""
    yield from {each for stage in organisation.journey.values() for each in stage.functions}


def _ways(organisation: Organisation) -> Mapping[str, list[tuple[str, int]]]:
    """Return, by function, those that are one step further away, and how many levels it is."""
    ways: dict[str, list[tuple[str, int]]] = {}
    for handoff in organisation.handoffs.values():
        ways.setdefault(handoff.taker, []).append((handoff.giver, 0))
    for function in organisation.functions.values():
        if function.reports_to:
            ways.setdefault(function.reports_to, []).append((function.id, 1))
            ways.setdefault(function.id, []).append((function.reports_to, 1))
    return ways
