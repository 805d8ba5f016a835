"""What passes between functions on the customer's behalf, and how much of it crosses branches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from orgdesign.diagnosis.journey import journey_steps
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object


@value_object
class WorkTransition:
    """The customer's work goes from one function to another: in a hand-off, or without one.

    ``handoff`` is None for a step of the journey that no hand-off joins. One ``is_owned`` where a
    role answers for it whose seat is not vacant.
    """

    giver: str
    taker: str
    stage: str | None
    handoff: str | None
    is_owned: bool


def transitions(organisation: Organisation) -> Iterator[WorkTransition]:
    """Yield each hand-off between two functions, and each step that has none, once a pair."""
    joint: set[frozenset[str]] = set()
    for one in organisation.handoffs.values():
        if one.giver != one.taker:
            joint.add(frozenset((one.giver, one.taker)))
            is_owned = organisation.index.is_filled(one.accountable)
            yield WorkTransition(one.giver, one.taker, one.stage, one.id, is_owned)
    for step in journey_steps(organisation):
        pair = frozenset((step.giver, step.taker))
        if pair not in joint:
            joint.add(pair)
            yield WorkTransition(step.giver, step.taker, step.stage, None, False)


class Crossings:
    """The transitions of one organisation: which cross from branch to branch, which nobody owns."""

    def __init__(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.branch_heads = organisation.index.branch_heads
        self.transitions = tuple(transitions(organisation))

    def crosses(self, transition: WorkTransition) -> bool:
        """Whether the work leaves one branch for another."""
        return self.branch_heads[transition.giver] != self.branch_heads[transition.taker]

    @cached_property
    def crossing(self) -> tuple[WorkTransition, ...]:
        """Return what crosses from branch to branch."""
        return tuple(each for each in self.transitions if self.crosses(each))

    @cached_property
    def ownerless(self) -> tuple[WorkTransition, ...]:
        """Return what nobody answers for."""
        return tuple(each for each in self.transitions if not each.is_owned)

    @property
    def percent(self) -> int | None:
        """Return how much of what passes crosses branches; None where nothing passes."""
        return round(100 * len(self.crossing) / len(self.transitions)) if self.transitions else None

    @property
    def sentence(self) -> str:
        """Return how much passes, crosses and is not owned, as a sentence."""
        if not self.transitions:
            return "Neither a hand-off nor a journey is written down yet."
        crossing, ownerless = len(self.crossing), len(self.ownerless)
        answered = f"nobody answers for {ownerless:,}" if ownerless else "somebody answers for each"
        return (
            f"{crossing:,} of {len(self.transitions):,} hand-offs and steps cross from branch to "
            f"branch ({self.percent}%), and {answered}."
        )

    @cached_property
    def counts(self) -> Mapping[tuple[str, str], int]:
        """Return how much each function gives to each other one."""
        return Counter((each.giver, each.taker) for each in self.transitions)

    @cached_property
    def functions(self) -> tuple[str, ...]:
        """Return the functions that give or take anything, branch by branch, leaders first."""
        met = {each for pair in self.counts for each in pair}
        in_line = (
            id_
            for top in self.organisation.index.lines.get(None, ())
            for id_ in _downwards(self.organisation, top.id)
        )
        by_branch: dict[str, list[str]] = {}
        for id_ in in_line:
            if id_ in met:
                by_branch.setdefault(self.branch_heads[id_], []).append(id_)
        return tuple(id_ for ids in by_branch.values() for id_ in ids)


def _downwards(organisation: Organisation, top: str) -> Iterator[str]:
    waiting = [top]
    while waiting:
        yield (id_ := waiting.pop())
        waiting += reversed([below.id for below in organisation.index.lines.get(id_, ())])
