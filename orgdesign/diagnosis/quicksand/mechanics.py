"""Mechanics: whether work crosses the functions, along the journey, without a gap."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.journey import JourneyStep, journey_steps
from orgdesign.diagnosis.quicksand.score import QuicksandItem, handoff_text
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.model import Handoff, Organisation, Stage


def mechanics(ties: Ties) -> Iterator[QuicksandItem]:
    """Yield an item for each stage, each two functions that meet in it, and each hand-off.

    Without a journey there is one thing to count: that there is none.
    """
    if not ties.organisation.journey:
        place = Place("organisation", field=("journey",))
        yield QuicksandItem(
            "mechanics", place, False, "No stage of the customer's journey is written down."
        )
    for stage in ties.organisation.journey.values():
        yield _stage(stage, ties)
    yield from _steps(ties)
    for handoff in ties.organisation.handoffs.values():
        yield _handoff(handoff, ties)


def _stage(stage: Stage, ties: Ties) -> QuicksandItem:
    names = [ties.organisation.functions[each].name for each in stage.functions]
    by = joined(names) if names else "no function"
    sentence = f"{quoted(stage.name)} is served by {by}."
    outcomes = (stage.outcome,) if stage.outcome else ()
    place = Place("stage", stage.id, ("functions",))
    return QuicksandItem("mechanics", place, bool(names), sentence, stage.functions, outcomes)


def _steps(ties: Ties) -> Iterator[QuicksandItem]:
    """Yield each two functions between which the customer passes, once, where they first meet.

    A hand-off in either direction covers them. Stages that are apart have no step between them.
    """
    organisation = ties.organisation
    met = {frozenset((one.giver, one.taker)) for one in organisation.handoffs.values()}
    told = set()
    for step in journey_steps(organisation):
        pair = frozenset((step.giver, step.taker))
        if pair not in told:
            told.add(pair)
            yield _step(step, pair in met, organisation)


def _step(step: JourneyStep, is_joined: bool, organisation: Organisation) -> QuicksandItem:
    giver, taker = (organisation.functions[each].name for each in (step.giver, step.taker))
    stage = quoted(organisation.journey[step.stage].name)
    said = "a hand-off joins the two" if is_joined else "no hand-off joins the two"
    sentence = f"In {stage} the customer goes from {giver} to {taker}, and {said}."
    place = Place("stage", step.stage, ("functions",))
    return QuicksandItem("mechanics", place, is_joined, sentence, (step.giver, step.taker))


def _handoff(handoff: Handoff, ties: Ties) -> QuicksandItem:
    role, is_held = handoff.accountable, ties.is_filled(handoff.accountable)
    title = ties.organisation.roles[role].title if role else "No role"
    vacant = ", a vacant seat," if role and not is_held else ""
    sentence = f"{title}{vacant} answers for {handoff_text(handoff, ties.organisation)}."
    place = Place("handoff", handoff.id, ("accountable",))
    return QuicksandItem("mechanics", place, is_held, sentence, (handoff.giver, handoff.taker))
