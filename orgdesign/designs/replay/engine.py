"""The changes of a design, made one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from orgdesign.designs.identity_cache import cached_by_identity
from orgdesign.designs.replay import functions, merging, outcomes, people, roles
from orgdesign.designs.replay.draft import DesignDraft, ImpossibleChange, Lineage, SplitQuestion
from orgdesign.designs.replay.prerequisites import made_by, named_by
from orgdesign.model import Change, Design, Organisation
from orgdesign.value_objects import value_object

Apply = Callable[[DesignDraft, Mapping[str, Any]], None]

KINDS: Mapping[str, Apply] = {
    "move": functions.move,
    "add": functions.add,
    "rename": functions.rename,
    "merge": merging.merge_functions,
    "split": merging.split_function,
    "retire": functions.retire,
    "align": functions.align,
    "change-function": functions.change_function,
    "dot": functions.dot,
    "undot": functions.undot,
    "transfer": people.transfer,
    "appoint": roles.appoint,
    "add-role": roles.add_role,
    "change-role": roles.change_role,
    "move-role": roles.change_role,
    "retire-role": roles.retire_role,
    "reward": roles.change_role,
    "move-holder": roles.move_holder,
    "add-holder": roles.add_holder,
    "end-holder": roles.end_holder,
    "fill-seat": roles.fill_seat,
    "add-outcome": outcomes.add_outcome,
    "change-outcome": outcomes.change_outcome,
    "retire-outcome": outcomes.retire_outcome,
    "add-measure": outcomes.add_measure,
    "change-measure": outcomes.change_measure,
    "retire-measure": outcomes.retire_measure,
    "add-handoff": outcomes.add_handoff,
    "change-handoff": outcomes.change_handoff,
    "retire-handoff": outcomes.retire_handoff,
    "add-stage": outcomes.add_stage,
    "change-stage": outcomes.change_stage,
    "retire-stage": outcomes.retire_stage,
    "rename-organization": outcomes.rename_organisation,
}
"""How each kind of change is made; moving a role and rewarding it change what they name of it."""


REMEMBERED = 16
"""How many results are kept: a file's rules, charts and sentences ask for the same few again."""


@value_object
class ChangeFailure:
    """A change that cannot be made: its position in the design (from 0), and why not."""

    at: int
    reason: str


@value_object
class ReplayResult:
    """The organisation after some of a design, and where its functions come from.

    A change that cannot be made is left out, told in ``failures``, and the rest is made.
    ``open`` are the parts that a split left without a place.
    """

    organisation: Organisation
    lineage: Lineage
    failures: tuple[ChangeFailure, ...]
    open: tuple[SplitQuestion, ...] = ()


@cached_by_identity(REMEMBERED)
def replay(today: Organisation, design: Design, through: str | None = None) -> ReplayResult:
    """Return today's organisation with the changes of a design, ``through`` the end of a phase.

    Without a phase all changes are made. The order is that of the phases, and within each that
    of the file; a change without a phase is made before the first one. What was refused, and
    options that are not chosen, are not made.
    """
    draft, failures = DesignDraft.from_today(today), []
    for at, change in ordered_changes(design, through):
        try:
            apply_change(draft, at, change)
        except ImpossibleChange as reason:
            failures.append(ChangeFailure(at, str(reason)))
    lineage, questions = draft.lineage, tuple(draft.open.values())
    return ReplayResult(draft.organisation, lineage, tuple(failures), questions)


def ordered_changes(design: Design, through: str | None = None) -> Iterator[tuple[int, Change]]:
    """Yield the changes that are made, in order, each with its position."""
    phases: list[str | None] = [None, *design.phases]
    last = phases.index(through) if through else len(phases)
    for phase in phases[: last + 1]:
        for at, change in enumerate(design.changes):
            if change.phase == phase and is_made(design, change):
                yield at, change


def is_made(design: Design, change: Change) -> bool:
    """Whether a change is made: it was not refused, and an option that it is of is chosen."""
    if change.decision.status == "refused":
        return False
    return not change.options or any(option in design.chosen for option in change.options)


def apply_change(draft: DesignDraft, at: int, change: Change) -> None:
    """Make a change whole or not at all."""
    before = draft.snapshot()
    draft.at = at
    try:
        _check_there(draft, change)
        KINDS[change.kind](draft, change.values)
    except ImpossibleChange:
        draft.restore(before)
        raise


def _check_there(draft: DesignDraft, change: Change) -> None:
    """Refuse a change that names a measure or an outcome that has ended, or is not there yet."""
    made = {*made_by(change)}
    for kind, id_ in named_by(change):
        if (kind, id_) in made:
            continue
        if kind == "measure":
            draft.measure(id_)
        elif kind == "outcome":
            draft.outcome(id_)
