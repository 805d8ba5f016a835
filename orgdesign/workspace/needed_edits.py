"""Edits as people mean them, fitted to the text as it is: what it says already is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.workspace.merging import same_value, value_at
from orgdesign.yamlfile import Path, Source
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set

PART = 2
"""How many keys lead to a part, as in ``functions.claims``: no part goes with its last value."""


def necessary_edits(edits: Sequence[Edit], source: Source) -> list[Edit]:
    """Return the edits that say something new, in an order that the text can take.

    To set nothing is to remove; a mapping inside a part goes with the last that it holds.
    """
    meant = [edit for each in edits for edit in _needed(each, source)]
    kept = [edit for edit in meant if not isinstance(edit, Remove)]
    gone = list(dict.fromkeys(edit.path for edit in meant if isinstance(edit, Remove)))
    return [*kept, *_removals(gone, kept, source)]


def _needed(edit: Edit, source: Source) -> Iterator[Edit]:
    match edit:
        case Set(path, value) if value is None or value in ("", [], {}):
            yield from _needed(Remove(path), source)
        case Set(path, value):
            if not same_value(value_at(source, path), value):
                yield edit
        case Remove(path):
            if _has(source, path):
                yield edit
        case Add(path, key, value) if isinstance(key, str) and value_at(source, path) is None:
            yield Set((*path, key), value)  # what is to hold it is missing
        case _:
            yield edit


def _removals(gone: list[Path], kept: Sequence[Edit], source: Source) -> Iterator[Edit]:
    filled = {edit.path[:-1] for edit in kept if isinstance(edit, Set)}
    for parent in dict.fromkeys(path[:-1] for path in gone):
        mine = [path for path in gone if path[:-1] == parent]
        held = value_at(source, parent)
        is_emptied = isinstance(held, dict) and len(held) == len(mine) and parent not in filled
        yield from [Remove(parent)] if is_emptied and len(parent) > PART else map(Remove, mine)


def _has(source: Source, path: Path) -> bool:
    return bool(source.tree and source.tree.find(path))
