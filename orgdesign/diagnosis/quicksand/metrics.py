"""Metrics: whether success is told from the customer's side, and on both sides of a hand-off."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.quicksand.score import QuicksandItem, handoff_text
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Handoff, Measure, Organisation


def metrics(ties: Ties) -> Iterator[QuicksandItem]:
    """Yield an item for each outcome, each function and each hand-off."""
    for outcome in ties.outcomes.values():
        covered, sentence = _measured(quoted(outcome.statement), ties.measures(outcome.measures))
        place = Place("outcome", outcome.id, ("measures",))
        yield QuicksandItem("metrics", place, covered, sentence, outcomes=(outcome.id,))
    for function in ties.organisation.functions.values():
        covered, sentence = _measured(function.name, ties.measures(function.measures))
        place = Place("function", function.id, ("measures",))
        yield QuicksandItem("metrics", place, covered, sentence, (function.id,))
    for handoff in ties.organisation.handoffs.values():
        yield _shared(handoff, ties.organisation)


def _shared(handoff: Handoff, organisation: Organisation) -> QuicksandItem:
    what = handoff_text(handoff, organisation)
    if handoff.measure:
        sentence = (
            f"{quoted(organisation.measures[handoff.measure].name)} connects both sides of {what}."
        )
    else:
        sentence = f"No measure connects both sides of {what}."
    place, concerned = Place("handoff", handoff.id, ("measure",)), (handoff.giver, handoff.taker)
    return QuicksandItem("metrics", place, handoff.measure is not None, sentence, concerned)


def _measured(name: str, measures: list[Measure]) -> tuple[bool, str]:
    """Return whether a customer measure with all it needs tells success, and says why."""
    customers = [measure for measure in measures if measure.kind == "customer"]
    whole = [measure.name for measure in customers if not _missing(measure)]
    if whole:
        return True, f"{name} is measured by {quoted(whole[0])}."
    if customers:
        best = min(customers, key=lambda measure: len(_missing(measure)))
        lacking = " and no ".join(_missing(best))
        return False, f"{name} is measured by {quoted(best.name)}, which has no {lacking}."
    return False, f"{name} is measured by no customer measure."


def _missing(measure: Measure) -> list[str]:
    fields = {
        "baseline": measure.baseline,
        "target": measure.target,
        "direction": measure.better,
    }
    return [name for name, value in fields.items() if value is None]
