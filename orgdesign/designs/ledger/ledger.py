"""What each change of a design does to people, posts and cost, and whether it adds up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from orgdesign.designs.ledger.amounts import (
    NOTHING,
    Amounts,
    branches,
    changed_amounts,
    total_amounts,
)
from orgdesign.designs.replay import (
    Lineage,
    ReplayStep,
    Structure,
    moved_amounts,
    replay_steps,
    structure_after,
    structure_today,
)
from orgdesign.model import Change, Design, Organisation, Way
from orgdesign.value_objects import value_object

Cause = Literal[
    "within",
    "redundancy",
    "vacancy",
    "employer",
    "retirement",
    "leaver",
    "new-posts",
    "stated",
    "unsaid",
]
CAUSES: Mapping[Cause, str] = {
    "within": "from function to function",
    "redundancy": "redundancy",
    "vacancy": "vacancies given up",
    "employer": "to or from another employer",
    "retirement": "retirement",
    "leaver": "leavers",
    "new-posts": "new posts",
    "stated": "cost said anew",
    "unsaid": "not said where from or where to",
}
"""Why people, posts or cost are more or fewer, in words."""


@value_object
class LedgerEntry:
    """What a change does to the whole; ``passing`` goes from function to function within."""

    at: int
    phase: str | None
    cause: Cause
    delta: Amounts
    passing: Amounts = NOTHING
    one_off: float = 0


@value_object
class PhaseBalance:
    """What a phase starts from, each entry of it, what it costs once, and what it leads to."""

    phase: str | None
    name: str
    before: Amounts
    entries: tuple[LedgerEntry, ...]
    after: Amounts
    one_off: float

    @property
    def passing(self) -> Amounts:
        """Return what goes from function to function."""
        return sum((entry.passing for entry in self.entries), NOTHING)

    def by_cause(self) -> dict[Cause, Amounts]:
        """Return what changes the whole, by why."""
        found: dict[Cause, Amounts] = {}
        for entry in self.entries:
            if entry.delta:
                found[entry.cause] = found.get(entry.cause, NOTHING) + entry.delta
        return found


@value_object
class BranchBalance:
    """One branch: what it is called, and what it comes to today and after each phase."""

    id: str
    name: str
    amounts: tuple[Amounts | None, ...]

    @property
    def delta(self) -> Amounts:
        """Return by how much it is more at the end."""
        return (self.amounts[-1] or NOTHING) - (self.amounts[0] or NOTHING)


@dataclass(frozen=True)
class DesignLedger:
    """People, posts and cost of a design: before, after, and each change between."""

    today: Organisation
    design: Design

    @cached_property
    def structures(self) -> tuple[Structure, ...]:
        """Return today's structure and that after each phase, or that of a design without any."""
        phases = tuple(self.design.phases) or (None,)
        then = (structure_after(self.today, self.design, phase) for phase in phases)
        return (structure_today(self.today), *then)

    @cached_property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """Return what each change does, in the order in which they are made."""
        return tuple(entry for step in self._steps if (entry := entry_of(step)) is not None)

    @property
    def made_steps(self) -> list[ReplayStep]:
        """Return the changes that are made."""
        return [step for step in self._steps if step.is_made and not step.reason]

    @cached_property
    def _steps(self) -> tuple[ReplayStep, ...]:
        return tuple(replay_steps(self.today, self.design))

    @property
    def before(self) -> Amounts:
        """Return what today comes to."""
        return total_amounts(self.today)

    @property
    def after(self) -> Amounts:
        """Return what the design comes to."""
        return total_amounts(self.structures[-1].organisation)

    @property
    def one_off(self) -> float:
        """Return what the design, its phases and its changes cost once."""
        return sum((each.one_off for each in self.phases), self.design.one_off or 0)

    @cached_property
    def phases(self) -> tuple[PhaseBalance, ...]:
        """Return the balance of each phase, and first of what is made before them, if anything."""
        balances, before = [], self.before
        for phase in (None, *self.design.phases):
            entries = tuple(entry for entry in self.entries if entry.phase == phase)
            if phase is None and not entries and self.design.phases:
                continue
            after = sum((entry.delta for entry in entries), before)
            known = self.design.phases.get(phase or "")
            own = (known.one_off or 0) if known else 0
            once = sum((entry.one_off for entry in entries), own)
            name = known.name if known else self._early_name
            balances.append(PhaseBalance(phase, name, before, entries, after, once))
            before = after
        return tuple(balances)

    @property
    def _early_name(self) -> str:
        return "Before the first phase" if self.design.phases else "All changes"

    @property
    def unsaid(self) -> tuple[LedgerEntry, ...]:
        """Return the changes after which people are more or fewer, and nothing says why."""
        return tuple(each for each in self.entries if each.cause == "unsaid" and each.delta.people)

    @cached_property
    def branches(self) -> tuple[BranchBalance, ...]:
        """Return each branch today and after each phase, those of the end first."""
        sides = [dict(branches(each.organisation)) for each in self.structures]
        rows: dict[str, list[Amounts | None]] = {}
        last = self.structures[-1]
        for at, side in enumerate(sides):
            for id_, amounts in side.items():
                row = rows.setdefault(self._row(at, id_, sides[-1], last.lineage), self._blank)
                row[at] = (row[at] or NOTHING) + amounts
        order = [*sides[-1], *(id_ for id_ in rows if id_ not in sides[-1])]
        return tuple(
            BranchBalance(id_, self._name(id_), tuple(rows[id_])) for id_ in order if id_ in rows
        )

    @property
    def _blank(self) -> list[Amounts | None]:
        return [None] * len(self.structures)

    def _row(self, at: int, id_: str, ends: Mapping[str, Amounts], lineage: Lineage) -> str:
        """Return the branch at the end of which a branch is an earlier shape; or its own."""
        if id_ in ends:
            return id_
        origins = set(self.structures[at].lineage[id_])
        shapes = [end for end in ends if origins & set(lineage[end])]
        return shapes[0] if len(shapes) == 1 else id_

    def _name(self, id_: str) -> str:
        found = (
            each.organisation.functions[id_].name
            for each in reversed(self.structures)
            if id_ in each.organisation.functions
        )
        return next(found, id_)


def entry_of(step: ReplayStep) -> LedgerEntry | None:
    """Return what a change does to people, posts and cost; None where it does nothing of it."""
    if not step.is_made or step.reason:
        return None
    change = step.change
    delta = changed_amounts(step.before, step.result)
    passing = _transferred_amounts(change) if change.kind == "transfer" else NOTHING
    one_off = change.one_off or 0
    if not (delta or passing or one_off):
        return None
    return LedgerEntry(step.at, change.phase, cause_of(change, delta), delta, passing, one_off)


def _transferred_amounts(change: Change) -> Amounts:
    """Return what a transfer takes from one function to another."""
    if not (change.values.get("giver") and change.values.get("taker")):
        return NOTHING
    people, posts = moved_amounts(change.values)
    cost = change.values.get("cost")
    return Amounts(people, posts, cost if isinstance(cost, float) else 0)


def cause_of(change: Change, delta: Amounts) -> Cause:
    """Return why a change makes people, posts or cost more or fewer."""
    way = change.values.get("way")
    if change.kind == "transfer":
        if change.values.get("giver") and change.values.get("taker"):
            return "within"
        ways: tuple[Way, ...] = get_args(Way)
        return next((each for each in ways if each == way), "unsaid")
    if change.kind == "add":
        return "new-posts"
    if not delta.people:
        return "stated"
    return "unsaid"


def bridge(ledger: DesignLedger, unit: Literal["people", "posts", "cost"]) -> Iterator[BridgeBar]:
    """Yield the bars of a bridge from before to after: both ends, and each step between."""
    level: float = getattr(ledger.before, unit)
    yield BridgeBar("Today", "total", 0, level)
    for balance in ledger.phases:
        for cause, amounts in balance.by_cause().items():
            delta: float = getattr(amounts, unit)
            if delta:
                label = f"{balance.name}: {CAUSES[cause]}" if balance.phase else CAUSES[cause]
                kind: Literal["more", "fewer"] = "more" if delta > 0 else "fewer"
                yield BridgeBar(label, kind, level, level + delta)
                level += delta
    yield BridgeBar("After", "total", 0, level)


@value_object
class BridgeBar:
    """One bar of a bridge: a total from nothing, or a step from one level to the next."""

    label: str
    kind: Literal["total", "more", "fewer"]
    start: float
    end: float

    @property
    def delta(self) -> float:
        """Return how high the bar is, with its sign."""
        return self.end - self.start
