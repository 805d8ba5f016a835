"""A design walked through change by change: what there is before each, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from orgdesign.designs.replay.draft import Draft, ImpossibleChange
from orgdesign.designs.replay.engine import apply_change, ordered_changes, replay
from orgdesign.model import Change, Design, Organisation


@dataclass(frozen=True, slots=True)
class ReplayStep:
    """One change of a design, with its position (from 0) and what there is when its turn comes.

    ``reason`` says why it cannot be made, and is empty where it can.
    """

    at: int
    change: Change
    before: Organisation
    reason: str = ""


def replay_steps(today: Organisation, design: Design) -> Iterator[ReplayStep]:
    """Yield the changes of a design in the order in which they are made."""
    draft = Draft.of(today)
    for at, change in ordered_changes(design):
        before, reason = draft.organisation, ""
        try:
            apply_change(draft, change)
        except ImpossibleChange as impossible:
            reason = str(impossible)
        yield ReplayStep(at, change, before, reason)


def organisation_after(today: Organisation, design: Design, phase: str | None) -> Organisation:
    """Return what there is at the end of a phase, or before the first one."""
    early = design if phase else replace(design, phases={})
    return replay(today, early, phase).organisation
