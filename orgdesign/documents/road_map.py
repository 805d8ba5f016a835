"""The way from today to a design: its phases, and what changes in each, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import ReplayStep, replay_steps
from orgdesign.model import Design, Phase
from orgdesign.redaction import Exported

BEFORE = "Before the first phase"


@dataclass(frozen=True, slots=True)
class Line:
    """A change that is made: the step, its number in the design from 1, a sentence, its owner.

    ``owner`` is the title of a role or, where that role comes only later, its id.
    """

    step: ReplayStep
    number: int
    sentence: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class Leg:
    """A phase with its changes; without a phase, those that are made before the first one."""

    phase: Phase | None
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """Return what the phase is called."""
        return self.phase.name if self.phase else BEFORE


def designs_of(going: Exported) -> tuple[Design, ...]:
    """Return the design that goes out or, where today does, all that there are."""
    designs, then = going.today.designs, going.then
    return (designs[then.design],) if then and then.design else tuple(designs.values())


def road_map(going: Exported, design: Design) -> tuple[Leg, ...]:
    """Return the phases of a design up to the one that goes out, each with what changes in it.

    What is made before the first phase comes first, if there is anything.
    """
    through = going.then.phase if going.then else None
    ids = [*design.phases]
    done: list[str | None] = [None, *(ids[: ids.index(through) + 1] if through else ids)]
    lines = _lines(going, design)
    legs = [
        Leg(
            design.phases[each] if each else None,
            tuple(line for line in lines if line.step.change.phase == each),
        )
        for each in done
    ]
    return tuple(leg for leg in legs if leg.phase or leg.lines)


def _lines(going: Exported, design: Design) -> list[Line]:
    formatter = ChangeFormatter(going.today, design)
    made = enumerate(replay_steps(going.today, design), start=1)
    return [Line(step, at, formatter.sentence(step), _owner(step, going)) for at, step in made]


def _owner(step: ReplayStep, going: Exported) -> str | None:
    owner = step.change.owner
    role = step.before.roles.get(owner or "") or going.today.roles.get(owner or "")
    return role.title if role else owner
