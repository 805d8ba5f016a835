"""A design walked through change by change: what there is before each, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from orgdesign.designs.replay.applying import in_order, make, redesigned
from orgdesign.designs.replay.draft import Draft, Impossible
from orgdesign.model import Change, Design, Organisation


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a design, with its position (from 0) and what there is when its turn comes.

    ``reason`` says why it cannot be made, and is empty where it can.
    """

    at: int
    change: Change
    before: Organisation
    reason: str = ""


def steps(today: Organisation, design: Design) -> Iterator[Step]:
    """Yield the changes of a design in the order in which they are made."""
    draft = Draft.of(today)
    for at, change in in_order(design):
        before, reason = draft.organisation, ""
        try:
            make(draft, change)
        except Impossible as impossible:
            reason = str(impossible)
        yield Step(at, change, before, reason)


def at_the_end_of(today: Organisation, design: Design, phase: str | None) -> Organisation:
    """Return what there is at the end of a phase, or before the first one."""
    early = design if phase else replace(design, phases={})
    return redesigned(today, early, phase).organisation
