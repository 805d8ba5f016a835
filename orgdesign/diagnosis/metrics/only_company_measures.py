"""An outcome or a function whose success is told by the company's measures only."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.metrics.suggested import such_as
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Measure, Organisation


@rule(
    "metrics",
    "warning",
    title="Only company measures",
    why="What the company gets can grow while customers get less, and no figure would show it.",
)
def only_company_measures(organisation: Organisation) -> Iterator[Finding]:
    """Yield each outcome and function that has measures, all of them of kind ``company``.

    A measure that does not say its kind may be the customer's, and nothing is said.
    """
    ties = Ties(organisation)
    for outcome in ties.outcomes.values():
        measures = ties.measures(outcome.measures)
        if _are_the_companys(measures):
            yield _finding(quoted(outcome.statement), Place("outcome", outcome.id), measures)
    for function in organisation.functions.values():
        measures = ties.measures(function.measures)
        if _are_the_companys(measures):
            example, others = such_as(ties, function.alignment.outcome, measures)
            place = Place("function", function.id)
            yield _finding(function.name, place, measures, example, others)


def _are_the_companys(measures: list[Measure]) -> bool:
    return bool(measures) and all(each.kind == "company" for each in measures)


def _finding(
    name: str,
    place: Place,
    measures: list[Measure],
    example: str = "",
    others: tuple[Place, ...] = (),
) -> Finding:
    names = joined(quoted(each.name) for each in measures)
    kinds = (Place("measure", each.id, ("kind",)) for each in measures)
    return Finding(
        f"{name} is measured only by what the company gets: {names}.",
        Place(place.kind, place.id, ("measures",)),
        f"Add a measure of what customers get{example}.",
        (*kinds, *others),
    )
