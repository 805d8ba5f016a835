"""The customer's way through the functions: which follow each other, and which are apart.

Stages follow where one says so (``after``). Where none does, stages next to each other that serve
the same outcome are likely to be one episode, and all others are apart: who pays a bill this week
need not have had a repair last week.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgdesign.model import Organisation, Stage
from orgdesign.value_objects import value_object


@value_object
class JourneyStep:
    """Two functions that the customer meets one after the other, in the stage of the second.

    It is certain within a stage, and between stages that say that they follow each other.
    """

    giver: str
    taker: str
    stage: str
    certain: bool = True


def journey_steps(organisation: Organisation) -> Iterator[JourneyStep]:
    """Yield each step of the customer from a function to the next one, along the journey."""
    for stage in organisation.journey.values():
        if stage.functions:
            for before, certain in _stages_before(organisation, stage):
                giver, taker = before.functions[-1], stage.functions[0]
                if giver != taker:
                    yield JourneyStep(giver, taker, stage.id, certain)
        for giver, taker in pairwise(stage.functions):
            if giver != taker:
                yield JourneyStep(giver, taker, stage.id)


def episodes(organisation: Organisation) -> Iterator[list[str]]:
    """Yield the stages, by id, that follow each other and serve the same outcome."""
    episode: list[str] = []
    outcome: str | None = None
    for stage in organisation.journey.values():
        if episode and stage.outcome and stage.outcome == outcome:
            episode.append(stage.id)
        else:
            if len(episode) > 1:
                yield episode
            episode, outcome = [stage.id], stage.outcome
    if len(episode) > 1:
        yield episode


def _stages_before(organisation: Organisation, stage: Stage) -> Iterator[tuple[Stage, bool]]:
    """Yield the stages that one follows and that some function serves, and whether that is said."""
    says_so = any(each.after for each in organisation.journey.values())
    if says_so:
        yield from (
            (organisation.journey[id_], True)
            for id_ in stage.after
            if id_ in organisation.journey and organisation.journey[id_].functions
        )
        return
    for episode in episodes(organisation):
        if stage.id in episode[1:]:
            earlier = (organisation.journey[id_] for id_ in episode[: episode.index(stage.id)])
            served = [each for each in earlier if each.functions]
            yield from ((each, False) for each in served[-1:])
