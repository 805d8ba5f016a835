"""A design walked through change by change: what there is before each, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgdesign.designs.replay.draft import DesignDraft, ImpossibleChange, SplitQuestion
from orgdesign.designs.replay.engine import apply_change, is_made, ordered_changes, replay
from orgdesign.model import Change, Design, Organisation, Phase
from orgdesign.value_objects import value_object


@value_object
class ReplayStep:
    """One change of a design, with its position (from 0) and what there is when its turn comes.

    ``after`` is what it makes of that. ``reason`` says why it cannot be made, and is empty where
    it can; one that ``is_made`` not was refused, or is of an option that is not chosen. ``open``
    is what it leaves undecided.
    """

    at: int
    change: Change
    before: Organisation
    reason: str = ""
    after: Organisation | None = None
    is_made: bool = True
    open: tuple[SplitQuestion, ...] = ()

    @property
    def result(self) -> Organisation:
        """What there is once its turn is over."""
        return self.after or self.before


@value_object
class PhaseStretch:
    """A stretch of the way to a design: a phase or, without one, what is before the first."""

    phase: Phase | None

    @property
    def name(self) -> str:
        """What the phase is called."""
        return self.phase.name if self.phase else "Before the first phase"

    @property
    def dates(self) -> str:
        """When it is, as far as the file says."""
        starts, ends = (self.phase.starts, self.phase.ends) if self.phase else (None, None)
        if starts and ends:
            return f"{starts} to {ends}"
        return f"from {starts}" if starts else f"until {ends}" if ends else ""


def replay_steps(today: Organisation, design: Design) -> Iterator[ReplayStep]:
    """Yield the changes of a design in the order in which they are made, those not made too."""
    draft = DesignDraft.from_today(today)
    every = replace(design, chosen=tuple(design.options), changes=_without_refusals(design))
    for at, _ in ordered_changes(every):
        change, before, reason = design.changes[at], draft.organisation, ""
        if not is_made(design, change):
            yield ReplayStep(at, change, before, is_made=False)
            continue
        known = set(draft.open)
        try:
            apply_change(draft, at, change)
        except ImpossibleChange as impossible:
            reason = str(impossible)
        questions = tuple(each for key, each in draft.open.items() if key not in known)
        yield ReplayStep(at, change, before, reason, draft.organisation, open=questions)


def _without_refusals(design: Design) -> tuple[Change, ...]:
    return tuple(
        replace(change, decision=replace(change.decision, status=None)) for change in design.changes
    )


def organisation_after(today: Organisation, design: Design, phase: str | None) -> Organisation:
    """Return what there is at the end of a phase, or before the first one."""
    early = design if phase else replace(design, phases={})
    return replay(today, early, phase).organisation
