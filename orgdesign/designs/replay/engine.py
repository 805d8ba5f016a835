"""The changes of a design, made one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from orgdesign.designs.replay import functions, merging, roles
from orgdesign.designs.replay.draft import Draft, ImpossibleChange, Lineage
from orgdesign.model import Change, Design, Organisation

Apply = Callable[[Draft, Mapping[str, Any]], None]

KINDS: Mapping[str, Apply] = {
    "move": functions.move,
    "add": functions.add,
    "rename": functions.rename,
    "merge": merging.merge,
    "split": merging.split,
    "retire": functions.retire,
    "align": functions.align,
    "appoint": roles.appoint,
    "add-role": roles.add_role,
    "change-role": roles.change_role,
    "move-role": roles.change_role,
    "retire-role": roles.retire_role,
    "change-measure": roles.change_measure,
    "reward": roles.change_role,
}
"""How each kind of change is made; moving a role and rewarding it change what they name of it."""


@dataclass(frozen=True, slots=True)
class ChangeFailure:
    """A change that cannot be made: its position in the design (from 0), and why not."""

    at: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReplayResult:
    """The organisation after some of a design, and where its functions come from.

    A change that cannot be made is left out, told in ``failures``, and the rest is made.
    """

    organisation: Organisation
    lineage: Lineage
    failures: tuple[ChangeFailure, ...]


def replay(today: Organisation, design: Design, through: str | None = None) -> ReplayResult:
    """Return today's organisation with the changes of a design, ``through`` the end of a phase.

    Without a phase all changes are made. The order is that of the phases, and within each that
    of the file; a change without a phase is made before the first one.
    """
    draft, failures = Draft.of(today), []
    for at, change in ordered_changes(design, through):
        try:
            apply_change(draft, change)
        except ImpossibleChange as reason:
            failures.append(ChangeFailure(at, str(reason)))
    return ReplayResult(draft.organisation, draft.lineage, tuple(failures))


def ordered_changes(design: Design, through: str | None = None) -> Iterator[tuple[int, Change]]:
    """Yield the changes in the order in which they are made, each with its position."""
    phases: list[str | None] = [None, *design.phases]
    last = phases.index(through) if through else len(phases)
    for phase in phases[: last + 1]:
        yield from ((at, each) for at, each in enumerate(design.changes) if each.phase == phase)


def apply_change(draft: Draft, change: Change) -> None:
    """Make a change whole or not at all."""
    kept = draft.organisation, dict(draft.lineage), dict(draft.gone)
    try:
        KINDS[change.kind](draft, change.values)
    except ImpossibleChange:
        draft.organisation, draft.lineage, draft.gone = kept
        raise
