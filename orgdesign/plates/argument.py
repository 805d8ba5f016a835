"""The argument of a poster: today, the chart hung from the outcome, what to mend first in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.charts import Box, Chart, after, before
from orgdesign.designs.replay import Structure
from orgdesign.diagnosis import FirstThing, HarmOrder, Share, coverage, diagnose
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object

MOST_FLAGGED = 8
"""Boxes that one thing is marked on; a thing about more of them is marked on the first of all."""


@value_object
class CallOut:
    """One of the things to mend first, its number, and the functions and outcomes it is about."""

    number: int
    thing: FirstThing
    subjects: tuple[str, ...]

    @property
    def message(self) -> str:
        """Return what is found."""
        return self.thing.hit.finding.message

    @property
    def remedy(self) -> str:
        """Return what mends it."""
        return self.thing.hit.finding.remedy

    def boxes(self, chart: Chart) -> list[str]:
        """Return the boxes of a chart that it is about; the first of all where there are none.

        What is said of an outcome is marked on its box, not on all that serve it.
        """
        at = self.thing.hit.finding.at
        own = [box.id for box in chart.boxes if (box.kind, box.subject) == (at.kind, at.id)]
        found = own or [box.id for box in chart.boxes if _is_about(box, self)]
        return found if 0 < len(found) <= MOST_FLAGGED else [chart.root.id]


@value_object
class Argument:
    """Today and what is shown: today hung from its outcome, or a design, each with its chart."""

    today: Organisation
    then: Organisation
    design: str
    call_outs: tuple[CallOut, ...]
    before: Chart
    after: Chart

    @property
    def shares(self) -> tuple[Share, Share]:
        """Return how many functions serve an outcome: today, and in what is shown."""
        return coverage(self.today).functions, coverage(self.then).functions


def argument(today: Organisation, design: Structure | None = None) -> Argument:
    """Return the argument of today, or of a design: the diagnosis of it, in the order of harm."""
    then = design.organisation if design else today
    order = HarmOrder(then, diagnose(then))
    call_outs = (
        CallOut(number, thing, tuple(_subjects(order, thing)))
        for number, thing in enumerate(order.first_things(), 1)
    )
    name = design.name if design else ""
    return Argument(today, then, name, tuple(call_outs), before(today), after(then))


def names(call_out: CallOut, organisation: Organisation) -> str:
    """Return what people call the functions that a thing is about."""
    functions = organisation.functions
    return ", ".join(functions[one].name for one in call_out.subjects if one in functions)


def _subjects(order: HarmOrder, thing: FirstThing) -> Sequence[str]:
    """Return the functions that a finding names; where it names none, those behind it."""
    hit = thing.hit
    behind = dict.fromkeys([*order.functions_at(hit)] or order.functions_behind(hit))
    at = thing.hit.finding.at
    return [*([at.id] if at.kind == "outcome" else []), *behind]


def _is_about(box: Box, call_out: CallOut) -> bool:
    return box.kind in ("function", "outcome", "desired") and box.subject in call_out.subjects


def box_numbers(chart: Chart, call_outs: Sequence[CallOut]) -> Iterator[tuple[str, list[int]]]:
    """Yield the boxes of a chart that call-outs are about, with their numbers."""
    numbers: dict[str, list[int]] = {}
    for call_out in call_outs:
        for box in call_out.boxes(chart):
            numbers.setdefault(box, []).append(call_out.number)
    yield from numbers.items()
