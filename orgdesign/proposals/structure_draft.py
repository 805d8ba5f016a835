"""A structure as moves change it, and what each further move would take away from what crosses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from orgdesign.diagnosis.crossings import Crossings
from orgdesign.proposals.limits import Limits
from orgdesign.value_objects import value_object

WORTH = 10
"""So many functions move for each crossing that goes away at most: as many as one leader leads."""


@value_object
class ProposedMove:
    """A function, with all under it, reports to a function of another branch."""

    function: str
    reports_to: str


@value_object
class BranchMove:
    """A function goes to a branch: how many crossings that takes away, and whom it moves."""

    function: str
    branch: str
    gain: int
    people: float


class StructureDraft:
    """The reporting lines of one organisation while moves are tried."""

    def __init__(self, crossings: Crossings, limits: Limits) -> None:
        organisation = crossings.organisation
        self._functions, self._limits = organisation.functions, limits
        self._most_people = limits.most_people(organisation)
        index = organisation.index
        self._parents = {each.id: each.reports_to for each in self._functions.values()}
        self._branches = dict(crossings.branch_heads)
        self._sizes = dict(index.sizes)
        self._heads = {id_ for id_, f in self._functions.items() if index.heads_the_whole(f)}
        self._children = {
            id_: {below.id for below in index.lines.get(id_, ())} for id_ in self._functions
        }
        self._pairs: Counter[tuple[str, str]] = Counter()
        for transition in crossings.transitions:
            giver, taker = sorted((transition.giver, transition.taker))
            self._pairs[giver, taker] += 1
        self.moves: list[ProposedMove] = []
        self._people = 0.0

    @property
    def crossing(self) -> int:
        """Return how much crosses from branch to branch."""
        branches = self._branches
        return sum(n for (one, other), n in self._pairs.items() if branches[one] != branches[other])

    def branch_moves(self) -> list[BranchMove]:
        """Return where each function could go, what takes most away with fewest people first."""
        inside, outside = self._partners()
        moves = [
            BranchMove(id_, branch, count - inside[id_], self._people_in(id_))
            for id_, branches in outside.items()
            for branch, count in branches.items()
            if self._sizes[id_] <= WORTH * count and self._may_go(id_, branch)
        ]
        return sorted(moves, key=lambda one: (-one.gain, one.people))

    def _partners(self) -> tuple[Counter[str], Mapping[str, Counter[str]]]:
        """Return how much each function and all under it passes within, and to other branches."""
        inside: Counter[str] = Counter()
        outside: dict[str, Counter[str]] = {}
        for (one, other), count in self._pairs.items():
            ways = self._within_branch(one), self._within_branch(other)
            branches = self._branches[one], self._branches[other]
            for way, beyond, branch in zip(ways, reversed(ways), reversed(branches), strict=True):
                for id_ in way:
                    if branches[0] != branches[1]:
                        outside.setdefault(id_, Counter())[branch] += count
                    elif id_ not in beyond:
                        inside[id_] += count
        return inside, outside

    def _within_branch(self, id_: str) -> list[str]:
        """Return a function and those above it, without the head of the branch."""
        way, branch, above = [], self._branches[id_], id_
        while above != branch:
            way.append(above)
            above = self._parents[above] or branch
        return way

    def _may_go(self, id_: str, branch: str) -> bool:
        """Whether no limit is broken, and branches stay what they are."""
        if id_ in self._limits.stays or branch in self._heads:
            return False
        if any(move.function == id_ for move in self.moves):
            return False
        if self._people + self._people_in(id_) > self._most_people:
            return False
        return self._keeps_branches(id_, branch)

    def _keeps_branches(self, id_: str, branch: str) -> bool:
        total, size = len(self._functions), self._sizes[id_]
        left, joined = {*self._above(id_)}, {*self._above(branch)}
        shrinks = [one for one in self._heads & left if one not in joined]
        grows = [one for one in (branch, *(joined - left)) if one not in self._heads]
        return all(2 * (self._sizes[one] - size) > total for one in shrinks) and all(
            2 * (self._sizes[one] + size) <= total for one in grows
        )

    def _above(self, id_: str) -> Iterator[str]:
        above = self._parents[id_]
        while above:
            yield above
            above = self._parents[above]

    def _branch_of(self, id_: str) -> list[str]:
        ids = [id_]
        for one in ids:
            ids += self._children[one]
        return ids

    def _people_in(self, id_: str) -> float:
        return sum(self._functions[one].headcount or 0 for one in self._branch_of(id_))

    def landing(self, move: BranchMove) -> ProposedMove | None:
        """Return whom a function would report to: the leader of those it works with most.

        None where no leader of the branch may have one more.
        """
        moved, wanted = {*self._branch_of(move.function)}, Counter[str]()
        for (one, other), count in self._pairs.items():
            for mine, theirs in ((one, other), (other, one)):
                if mine in moved and self._branches[theirs] == move.branch:
                    wanted[self._leader(theirs)] += count
        wanted[move.branch] += 0
        for leader, _ in wanted.most_common():
            if self._has_room(leader):
                return ProposedMove(move.function, leader)
        return None

    def _leader(self, id_: str) -> str:
        is_leader = bool(self._children[id_]) or id_ == self._branches[id_]
        return id_ if is_leader else self._parents[id_] or id_

    def _has_room(self, leader: str) -> bool:
        most = self._limits.most_reports(self._functions[leader])
        return len(self._children[leader]) < most

    def allows(self, move: ProposedMove) -> bool:
        """Whether a move breaks no limit as things stand."""
        branch = self._branches[move.reports_to]
        is_elsewhere = branch != self._branches[move.function]
        return (
            is_elsewhere
            and move.function != self._branches[move.function]
            and self._may_go(move.function, branch)
            and self._has_room(move.reports_to)
        )

    def make(self, moves: Iterable[ProposedMove]) -> None:
        """Make moves, one after the other."""
        for move in moves:
            self._people += self._people_in(move.function)
            self._resize(move.function, -self._sizes[move.function])
            before = self._parents[move.function]
            if before:
                self._children[before].discard(move.function)
            self._children[move.reports_to].add(move.function)
            self._parents[move.function] = move.reports_to
            self._resize(move.function, self._sizes[move.function])
            branch = self._branches[move.reports_to]
            self._branches |= dict.fromkeys(self._branch_of(move.function), branch)
            self.moves.append(move)

    def _resize(self, id_: str, size: int) -> None:
        for above in self._above(id_):
            self._sizes[above] += size
