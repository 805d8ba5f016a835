"""The way from today to a design: its phases, and what changes in each, in sentences."""

from __future__ import annotations

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import PhaseStretch, ReplayStep, replay_steps
from orgdesign.model import Design
from orgdesign.redaction import Disclosure
from orgdesign.value_objects import value_object


@value_object
class RoadMapChange:
    """A change that is made: the step, its number in the design from 1, a sentence, its owner.

    ``owner`` is the title of a role, also of one that the design adds.
    """

    step: ReplayStep
    number: int
    sentence: str
    owner: str | None


@value_object
class RoadMapPhase(PhaseStretch):
    """A phase with its changes that are made."""

    lines: tuple[RoadMapChange, ...]


def disclosed_designs(disclosure: Disclosure) -> tuple[Design, ...]:
    """Return the design that goes out or, where today does, all that there are."""
    designs, then = disclosure.today.designs, disclosure.then
    return (designs[then.design],) if then and then.design else tuple(designs.values())


def road_map(disclosure: Disclosure, design: Design) -> tuple[RoadMapPhase, ...]:
    """Return the phases of a design up to the one that goes out, each with what changes in it.

    What is made before the first phase comes first, if there is anything.
    """
    through = disclosure.then.phase if disclosure.then else None
    ids = [*design.phases]
    done: list[str | None] = [None, *(ids[: ids.index(through) + 1] if through else ids)]
    lines = _lines(disclosure, design)
    phases = [
        RoadMapPhase(
            design.phases[each] if each else None,
            tuple(line for line in lines if line.step.change.phase == each),
        )
        for each in done
    ]
    return tuple(phase_entry for phase_entry in phases if phase_entry.phase or phase_entry.lines)


def _lines(disclosure: Disclosure, design: Design) -> list[RoadMapChange]:
    formatter = ChangeFormatter(disclosure.today, design)
    made = enumerate(replay_steps(disclosure.today, design), start=1)
    return [
        RoadMapChange(step, at, formatter.sentence(step), formatter.owner(step) or None)
        for at, step in made
        if step.is_made
    ]
