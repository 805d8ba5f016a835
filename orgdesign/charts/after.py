"""The same functions, hung from the desired customer outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.charts.boxes import (
    KnownBoxes,
    function_box,
    function_id,
    hues,
    outcome_box,
    outcome_id,
)
from orgdesign.charts.chart import Box, Chart, in_reading_order
from orgdesign.model import Function, Organisation, number_text

UNALIGNED = "unaligned"
"""The id of the box that holds the functions without an outcome."""


def after(organisation: Organisation, known: KnownBoxes | None = None) -> Chart:
    """Return every function under the outcome it serves.

    A function hangs from the function it reports to where both serve the same outcome. Further
    outcomes hold it again as an ``also`` box; functions without an outcome hang from a branch
    of their own.
    """
    colours = hues(organisation)
    functions = organisation.functions.values()
    boxes = [*_outcomes(organisation, colours)]
    boxes += [
        function_box(each, organisation, colours, _parent(each, organisation), known)
        for each in functions
    ]
    boxes += [box for function in functions for box in _further_boxes(function, colours)]
    unaligned = [function for function in functions if function.alignment.outcome is None]
    if unaligned:
        boxes.append(_unaligned_box(unaligned, organisation))
    return Chart("after", f"{organisation.name}: after", in_reading_order(boxes))


def _outcomes(organisation: Organisation, colours: Mapping[str, int]) -> Iterator[Box]:
    yield outcome_box(organisation.outcome, organisation, colours, None)
    for outcome in organisation.outcome.walk():
        for under in outcome.outcomes.values():
            yield outcome_box(under, organisation, colours, outcome_id(outcome.id))


def _parent(function: Function, organisation: Organisation) -> str:
    outcome = function.alignment.outcome
    if function.reports_to:
        above = organisation.functions[function.reports_to]
        if above.alignment.outcome == outcome:
            return function_id(above.id)
    return outcome_id(outcome) if outcome else UNALIGNED


def _further_boxes(function: Function, colours: Mapping[str, int]) -> Iterator[Box]:
    for outcome in function.alignment.also:
        yield Box(
            id=f"also-{outcome}-{function.id}",
            kind="also",
            subject=function.id,
            parent=outcome_id(outcome),
            title=function.name,
            tag="also serves",
            hue=colours.get(outcome),
        )


def _unaligned_box(functions: list[Function], organisation: Organisation) -> Box:
    count = len(functions)
    facts = [f"{count:,} function{'' if count == 1 else 's'}"]
    if people := sum(function.headcount or 0 for function in functions):
        facts.append(f"{number_text(round(people))} people")
    costs = [each.cost for each in organisation.functions.values() if each.cost is not None]
    cost, among = sum(costs), len(organisation.functions)
    extent = "" if len(costs) == among else f" (known for {len(costs):,} of {among:,})"
    if unserved := sum(function.cost or 0 for function in functions):
        facts.append(f"{number_text(round(100 * unserved / cost))}% of cost{extent}")
    return Box(
        UNALIGNED, "unaligned", "", "Not aligned yet", parent="desired", text=" · ".join(facts)
    )
