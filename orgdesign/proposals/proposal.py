"""A proposal: moves and owners as a design, and what it would do in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import replay, replay_steps
from orgdesign.diagnosis.crossings import Crossings
from orgdesign.diagnosis.scores import SCORES, percents
from orgdesign.model import Change, Design, Organisation, Phase, count_text, join_names
from orgdesign.proposals.limits import Limits
from orgdesign.proposals.moves import MoveSearch
from orgdesign.proposals.owners import OwnerSearch, owner_change
from orgdesign.proposals.structure_draft import ProposedMove
from orgdesign.value_objects import value_object

MOVING, OWNING = "together", "owners"
_PHASES = {
    MOVING: Phase(MOVING, "Bring together what works together"),
    OWNING: Phase(OWNING, "Name who answers for each hand-off"),
}
NAME = "Fewer hand-offs between branches"
_WRITTEN_AS = {"giver": "from", "taker": "to"}
MOST_PARTNERS = 3


@value_object
class ProposalFigure:
    """One figure today and as proposed; None where there is nothing to count."""

    name: str
    before: float | None
    after: float | None
    unit: str = ""


@dataclass(frozen=True)
class Proposal:
    """Moves within limits, and who is to answer for what nobody owns."""

    today: Organisation
    limits: Limits
    moves: tuple[ProposedMove, ...]

    @cached_property
    def crossings(self) -> Crossings:
        """Return what passes between the functions of today."""
        return Crossings(self.today)

    @cached_property
    def design(self) -> Design:
        """Return the proposal as a design; without changes where nothing is to be gained."""
        moving = tuple(self._moving())
        moved = replay(self.today, Design("moved", NAME, _PHASES, moving)).organisation
        changes = (*moving, *self._owning(moved))
        phases = {
            id_: each for id_, each in _PHASES.items() if any(c.phase == id_ for c in changes)
        }
        return Design("proposal", NAME, phases, changes, purpose=self._purpose())

    def _purpose(self) -> str:
        return f"Proposed by orgdesign from today's hand-offs: {self.crossings.sentence}"

    def _moving(self) -> Iterator[Change]:
        for move in self.moves:
            values = {"function": move.function, "reports_to": move.reports_to}
            yield Change("move", phase=MOVING, values=values, reason=self._reason(move.function))

    def _reason(self, function: str) -> str:
        """Return with whom a function and all under it work in another branch than their own."""
        index, names = self.today.index, self.today.functions
        moved = {*index.branch(function)}
        partners: Counter[str] = Counter()
        for transition in self.crossings.crossing:
            sides = (transition.giver, transition.taker), (transition.taker, transition.giver)
            partners.update(theirs for mine, theirs in sides if mine in moved)
        said = join_names(
            f"{names[id_].name} ({count})" for id_, count in partners.most_common(MOST_PARTNERS)
        )
        crossing = count_text(sum(partners.values()), "hand-off or step", "hand-offs and steps")
        verb = "crosses" if sum(partners.values()) == 1 else "cross"
        return f"{crossing} of its own {verb} to other branches today, most of all with {said}."

    def _owning(self, moved: Organisation) -> Iterator[Change]:
        owners, taken = OwnerSearch(moved), {*moved.handoffs}
        for transition in Crossings(moved).ownerless:
            if role := owners.owner(transition):
                id_ = _free_id(f"{transition.giver}-to-{transition.taker}", taken)
                taken.add(id_)
                title = moved.roles[role].title
                reason = (
                    "Nobody answers for it today."
                    if transition.handoff
                    else f"The customer takes this step today without one; {title} answers for it."
                )
                yield owner_change(transition, role, OWNING, reason, id_)

    @cached_property
    def after(self) -> Organisation:
        """Return the organisation as proposed."""
        return replay(self.today, self.design).organisation

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to propose."""
        return not self.design.changes

    @cached_property
    def sentences(self) -> tuple[tuple[Change, str], ...]:
        """Return each change with its sentence."""
        formatter = ChangeFormatter(self.today, self.design)
        steps = replay_steps(self.today, self.design)
        return tuple((step.change, formatter.sentence(step)) for step in steps)

    @cached_property
    def moved_functions(self) -> frozenset[str]:
        """Return the functions that come to another branch, those under moved ones too."""
        return frozenset(id_ for one in self.moves for id_ in self.today.index.branch(one.function))

    @property
    def people(self) -> float:
        """Return how many people come to another branch."""
        return sum(self.today.functions[id_].headcount or 0 for id_ in self.moved_functions)

    def figures(self) -> Iterator[ProposalFigure]:
        """Yield what the proposal would do, beside today."""
        then = Crossings(self.after)
        was = self.crossings
        yield ProposalFigure("Cross from branch to branch", len(was.crossing), len(then.crossing))
        yield ProposalFigure("Share that crosses", was.percent, then.percent, "%")
        yield ProposalFigure("Owned by nobody", len(was.ownerless), len(then.ownerless))
        scores = zip(SCORES, percents(self.today), percents(self.after), strict=True)
        yield from (ProposalFigure(name, old, new, "%") for name, old, new in scores)
        yield ProposalFigure("Functions that move", 0, len(self.moved_functions))
        yield ProposalFigure("People who move", 0, self.people)

    def as_written(self, name: str = NAME) -> dict[str, Any]:
        """Return the design as a file says it, without its id."""
        phases = {id_: {"name": each.name} for id_, each in self.design.phases.items()}
        changes = [_as_written(change) for change in self.design.changes]
        said = {"name": name, "purpose": self.design.purpose}
        return {**said, "phases": phases, "changes": changes}


def propose(today: Organisation, limits: Limits | None = None) -> Proposal:
    """Return the fewest moves that take away most of what crosses branches, within limits."""
    limits = limits or Limits()
    moves = MoveSearch(Crossings(today), limits).moves()
    return Proposal(today, limits, tuple(moves))


def _free_id(wanted: str, taken: set[str]) -> str:
    number, id_ = 1, wanted
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


def _as_written(change: Change) -> Mapping[str, Any]:
    values = {_WRITTEN_AS.get(name, name): value for name, value in change.values.items()}
    return {"change": change.kind, **values, "phase": change.phase, "reason": change.reason}
