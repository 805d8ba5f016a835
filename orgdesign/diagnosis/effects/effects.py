"""The figures of two structures side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgdesign.designs.comparison import lineage_by_id
from orgdesign.designs.ledger import branch_functions
from orgdesign.designs.replay import Lineage
from orgdesign.diagnosis.coverage import Coverage, coverage
from orgdesign.diagnosis.effects.effect import Effect, Group
from orgdesign.diagnosis.effects.structure_figures import Distance, ReportingShape, distances, shape
from orgdesign.diagnosis.quicksand import DIMENSIONS, Quicksand, Scores
from orgdesign.model import Organisation


@dataclass(frozen=True)
class _MeasuredSide:
    organisation: Organisation

    @cached_property
    def coverage(self) -> Coverage:
        return coverage(self.organisation)

    @cached_property
    def scores(self) -> Scores:
        return Quicksand(self.organisation).whole

    @cached_property
    def shape(self) -> ReportingShape:
        return shape(self.organisation)

    @cached_property
    def distances(self) -> Mapping[str, Distance | None]:
        return distances(self.organisation)

    @property
    def known_distances(self) -> list[Distance]:
        return [each for each in self.distances.values() if each is not None]

    @property
    def far(self) -> float | None:
        """Return how far a function is from the customer on average."""
        return (
            sum(each.steps for each in self.known_distances) / len(self.known_distances)
            if self.known_distances
            else None
        )

    @property
    def furthest(self) -> int | None:
        return max((each.steps for each in self.known_distances), default=None)


def effects(
    before: Organisation, after: Organisation, lineage: Lineage | None = None
) -> tuple[Effect, ...]:
    """Return the figures of two structures, those of each group next to each other.

    ``lineage`` says which functions before each function afterwards comes from; without it,
    functions with the same id are the same. A share is judged only where a function that stays
    gains or loses what is counted, or one that is new comes with it: merging is no gain.
    """
    known = lineage_by_id(before, after) if lineage is None else lineage
    old, new = _MeasuredSide(before), _MeasuredSide(after)
    groups = (
        _served(old, new, known),
        _sunk(old, new),
        _size(old, new),
        _spans(old, new),
        _far(old, new),
    )
    return tuple(effect for group in groups for effect in group)


def _served(old: _MeasuredSide, new: _MeasuredSide, lineage: Lineage) -> Iterator[Effect]:
    was, now = old.coverage, new.coverage
    is_real = _aligns_anew(old.organisation, new.organisation, lineage)
    for name, then, here in (
        ("Functions that serve a customer outcome", was.functions, now.functions),
        ("People who serve a customer outcome", was.headcount, now.headcount),
        ("Cost that serves a customer outcome", was.cost, now.cost),
    ):
        yield Effect(
            "Who serves the customer",
            name,
            "%",
            then.percent,
            here.percent,
            better="higher",
            only_by_counting=not is_real,
        )


def _aligns_anew(before: Organisation, after: Organisation, lineage: Lineage) -> bool:
    """Whether a function that stays serves an outcome that it did not, or no longer serves one."""
    for id_, origins in lineage.items():
        serves = after.functions[id_].alignment.outcome is not None
        served = [before.functions[origin].alignment.outcome is not None for origin in origins]
        if (serves and not any(served)) or (any(served) and not serves):
            return True
    return False


def _sunk(old: _MeasuredSide, new: _MeasuredSide) -> Iterator[Effect]:
    for each in DIMENSIONS:
        was, now = old.scores[each], new.scores[each]
        gains = now.covered_count > was.covered_count
        loses = (
            now.covered_count < was.covered_count
            or now.needed_count - now.covered_count > was.needed_count - was.covered_count
        )
        rises = (now.percent or 0) > (was.percent or 0)
        yield Effect(
            "Customer quicksand",
            each.capitalize(),
            "%",
            was.percent,
            now.percent,
            better="higher",
            only_by_counting=not (gains if rises else loses),
        )


def _size(old: _MeasuredSide, new: _MeasuredSide) -> Iterator[Effect]:
    was, now = old.coverage, new.coverage
    yield Effect("Size", "Functions", "functions", was.functions.total, now.functions.total)
    sides = (old.organisation, new.organisation)
    for name, unit, field in (
        ("People", "people", "headcount"),
        ("Posts that are open", "people", "open"),
        ("Cost a year", "cost", "cost"),
    ):
        then, here = (_amount(side, field) for side in sides)
        yield Effect("Size", name, unit, then, here)  # type: ignore[arg-type]


def _amount(side: Organisation, field: str) -> float | None:
    """Return what all functions come to; None where none of them says it."""
    if field == "open":
        counted = [each for each in side.functions.values() if each.posts is not None]
        return (
            sum((each.posts or 0) - (each.headcount or 0) for each in counted) if counted else None
        )
    amounts = [getattr(each, field) for each in side.functions.values()]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _spans(old: _MeasuredSide, new: _MeasuredSide) -> Iterator[Effect]:
    was, now = old.shape, new.shape
    group: Group = "Span of control"
    yield Effect(group, "Functions that report to one, on average", "reports", was.mean, now.mean)
    yield Effect(group, "Functions that report to one, at most", "reports", was.most, now.most)
    name = "Functions whose span does not suit their kind of work"
    yield Effect(group, name, "functions", was.unsuited, now.unsuited, better="lower")
    yield Effect(group, "Layers", "layers", was.layers, now.layers)


def _far(old: _MeasuredSide, new: _MeasuredSide) -> Iterator[Effect]:
    name = "Hand-offs and levels between a function and the customer, on average"
    yield Effect("Distance", name, "steps", old.far, new.far, better="lower")
    name = "Hand-offs and levels between a function and the customer, at most"
    yield Effect("Distance", name, "steps", old.furthest, new.furthest, better="lower")
    was, now = (sum(each is None for each in one.distances.values()) for one in (old, new))
    name = "Functions whose distance cannot be told"
    yield Effect("Distance", name, "functions", was, now)
    then, here = (_crossing(one.organisation) for one in (old, new))
    name = "Hand-offs between branches"
    yield Effect("Distance", name, "handoffs", then, here, better="lower")


def _crossing(side: Organisation) -> int | None:
    """Return how many hand-offs go from a branch to another; None where there are none at all."""
    if not side.handoffs:
        return None
    heads = {id_: head for head, ids in branch_functions(side) for id_ in ids}
    pairs = ((heads[one.giver], heads[one.taker]) for one in side.handoffs.values())
    return sum(giver != taker for giver, taker in pairs)
