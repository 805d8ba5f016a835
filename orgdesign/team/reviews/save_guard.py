"""What a save may not do while a design is under review; only an accepted one is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from sqlalchemy import Connection

from orgdesign.designs.replay import structure_after
from orgdesign.model import Approval, Design, Organisation
from orgdesign.team.reviews.reviews import locked_designs, note_adopted, note_brought_back
from orgdesign.team.viewer import NotAllowed, Viewer
from orgdesign.yamlfile import Reading

UNDER_REVIEW = (
    "{name} is under review, so that what is decided about is what was read. Whoever submitted it"
    " can take it back from review; then it can be changed."
)
NOT_ACCEPTED = (
    "{name} becomes the new today once everybody whose branch it touches has accepted it. Submit"
    " it for review first."
)
_writes_decisions = ContextVar("writes_decisions", default=False)


@contextmanager
def writing_decisions() -> Iterator[None]:
    """Let what the review itself writes into a design pass: what was decided, and ids."""
    token = _writes_decisions.set(True)
    try:
        yield
    finally:
        _writes_decisions.reset(token)


def hold_review(
    connection: Connection, viewer: Viewer, organisation: int, before: Reading, after: Reading
) -> None:
    """Raise ``NotAllowed`` where a save changes a design under review, or adopts one too early."""
    old, new = before.organisation, after.organisation
    if old is None:
        return
    locked = locked_designs(connection, organisation)
    for id_ in new.designs if new else ():
        if id_ not in old.designs:
            note_brought_back(connection, viewer, organisation, id_)
    for id_, design in old.designs.items():
        if new is not None and is_adopted(old, new, id_):
            if locked.get(id_) != "accepted":
                raise NotAllowed(NOT_ACCEPTED.format(name=design.name))
            if id_ not in new.designs:
                note_adopted(connection, viewer, organisation, id_)
        elif id_ in locked and not _is_kept(design, new):
            raise NotAllowed(UNDER_REVIEW.format(name=design.name))


def is_adopted(old: Organisation, new: Organisation, id_: str) -> bool:
    """Tell whether today becomes what a design makes of it, by the end of a phase or of all.

    A design that goes while today stays has been given up, not adopted.
    """
    design, meant = old.designs[id_], _today(new)
    left = new.designs[id_].changes if id_ in new.designs else ()
    if len(left) >= len(design.changes) or meant == _today(old):
        return False
    ends = (structure_after(old, design, phase) for phase in (None, *design.phases))
    return any(_today(structure.organisation) == meant for structure in ends)


def _today(organisation: Organisation) -> Organisation:
    return replace(organisation, designs={}, views={}, rules={})


def _is_kept(design: Design, new: Organisation | None) -> bool:
    now = new.designs.get(design.id) if new else None
    if now is None:
        return False
    return now == design or (_writes_decisions.get() and _undecided(now) == _undecided(design))


def _undecided(design: Design) -> Design:
    """Return a design without what was decided, and without the ids of its changes."""
    nothing = Approval()
    changes = tuple(replace(one, decision=nothing, id=None) for one in design.changes)
    return replace(design, decision=nothing, changes=changes)
