"""Threads go along with a part whose id is changed, whichever way that came about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, update

from orgdesign.model import PART_KINDS, Organisation
from orgdesign.team.discussion.tables import THREAD
from orgdesign.team.reviews.tables import REVIEW
from orgdesign.team.viewer import Viewer
from orgdesign.yamlfile import Reading

Parts = Mapping[str, str]


def follow_renames(
    connection: Connection, viewer: Viewer, organisation: int, before: Reading, after: Reading
) -> None:
    """Let the threads about a part that has another id now be about that one."""
    old, new = before.organisation, after.organisation
    if old is None or new is None or _has_same_parts(old, new):
        return
    for kind, was, is_now in renamed_parts(old, new):
        same = (THREAD.c.organisation == organisation, THREAD.c.kind == kind, THREAD.c.part == was)
        connection.execute(update(THREAD).where(*same).values(part=is_now))
        if kind == "design":
            for table in (THREAD, REVIEW):
                inside = (table.c.organisation == organisation, table.c.design == was)
                connection.execute(update(table).where(*inside).values(design=is_now))


def _has_same_parts(old: Organisation, new: Organisation) -> bool:
    """Tell whether no id is gone or new, so that none is of a part that had another."""
    kinds = PART_KINDS.values()
    return old.designs.keys() == new.designs.keys() and all(
        kind.parts_of(old).keys() == kind.parts_of(new).keys() for kind in kinds
    )


def renamed_parts(old: Organisation, new: Organisation) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the old and the new id of each part that is called the same under another.

    A name that several have tells nothing.
    """
    for kind, before in _words(old).items():
        after = _words(new)[kind]
        gone, come = _by_words(before, after), _by_words(after, before)
        for words, ids in gone.items():
            if len(ids) == 1 and len(come.get(words, ())) == 1:
                yield kind, ids[0], come[words][0]


def _by_words(parts: Parts, others: Parts) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_, words in parts.items():
        if id_ not in others:
            found.setdefault(words, []).append(id_)
    return found


def _words(side: Organisation) -> dict[str, Parts]:
    labels = {name: kind.labels_in(side) for name, kind in PART_KINDS.items()}
    handoffs = side.handoffs
    return {
        **labels,
        "handoff": {
            id_: f"{ends}\n{handoffs[id_].passes}" for id_, ends in labels["handoff"].items()
        },
        "design": {id_: one.name for id_, one in side.designs.items()},
    }
