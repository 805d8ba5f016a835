"""The smallest set of moves that takes away most of what crosses, within limits.

Greedy: one move after the other, each the one that takes most away; where none alone takes
anything away, two that do together. What is not needed in the end is left out, and of the rest
the first moves that take away four fifths of what all of them would.
"""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.diagnosis.crossings import Crossings
from orgdesign.proposals.limits import Limits
from orgdesign.proposals.structure_draft import ProposedMove, StructureDraft

MOST = 0.8
"""So much of what could be taken away is most of it."""
TRIED = 12
"""How many moves that take nothing away alone are tried together with another one."""


class MoveSearch:
    """Looks for the moves of one organisation within limits."""

    def __init__(self, crossings: Crossings, limits: Limits) -> None:
        self._crossings, self._limits = crossings, limits
        self._today = self._draft(()).crossing

    def moves(self) -> list[ProposedMove]:
        """Return the moves, the one that takes most away first."""
        draft = self._draft(())
        while len(draft.moves) < self._limits.moves and (moves := self._next(draft)):
            draft.make(moves)
        return self._fewest(self._needed(draft.moves))

    def _draft(self, moves: Sequence[ProposedMove]) -> StructureDraft:
        draft = StructureDraft(self._crossings, self._limits)
        draft.make(moves)
        return draft

    def _next(self, draft: StructureDraft) -> list[ProposedMove]:
        ways = draft.branch_moves()
        for way in ways:
            if way.gain > 0 and (move := draft.landing(way)):
                return [move]
        return self._two_together(draft) if self._limits.moves - len(draft.moves) > 1 else []

    def _two_together(self, draft: StructureDraft) -> list[ProposedMove]:
        """Return the two moves that take most away where none does alone; empty without any."""
        best: list[ProposedMove] = []
        least = draft.crossing
        for way in [way for way in draft.branch_moves() if way.gain <= 0][:TRIED]:
            if first := draft.landing(way):
                tried = self._draft([*draft.moves, first])
                second = next((m for w in tried.branch_moves() if (m := tried.landing(w))), None)
                if second:
                    tried.make([second])
                if second and tried.crossing < least:
                    best, least = [first, second], tried.crossing
        return best

    def _needed(self, moves: Sequence[ProposedMove]) -> list[ProposedMove]:
        """Return the moves without those that take nothing away beside the others."""
        kept = [*moves]
        for move in reversed(moves):
            others = [one for one in kept if one != move]
            if self._crossing_after(others) <= self._crossing_after(kept):
                kept = others
        return kept

    def _fewest(self, moves: list[ProposedMove]) -> list[ProposedMove]:
        """Return the first moves that take away most of what all of them do."""
        wanted = MOST * (self._today - self._crossing_after(moves))
        for count in range(len(moves)):
            if self._today - self._crossing_after(moves[:count]) >= wanted:
                return moves[:count]
        return moves

    def _crossing_after(self, moves: Sequence[ProposedMove]) -> float:
        """Return how much crosses after moves; more than today where they break a limit."""
        draft = self._draft(())
        for move in moves:
            if not draft.allows(move):
                return self._today + 1
            draft.make([move])
        return draft.crossing
