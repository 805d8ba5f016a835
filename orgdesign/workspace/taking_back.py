"""Taking a change back out of a text that others changed since: a merge like any other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from orgdesign.workspace.merging import before_of, find_clashes, same_value, value_at
from orgdesign.workspace.necessary_edits import necessary_edits
from orgdesign.workspace.text_lines import merge_lines
from orgdesign.yamlfile import Reading, Source, read
from orgdesign.yamlfile.editing import Add, CannotEdit, Edit, Invalid, Remove, Set, apply
from orgdesign.yamlfile.tree import Path


def text_without(now: Reading, after: Source, before: Source) -> Reading | None:
    """Return what a text says now without a change that made it say ``after`` from ``before``.

    Lines are merged, then values; None where others changed the same since.
    """
    if now.source is None:
        return None
    if now.source.digest == after.digest:
        return _read_like(now, before.text)
    both = merge_lines(after.text, before.text, now.source.text, apart=0)
    if both is not None and not (merged := _read_like(now, both)).problems:
        return merged
    return _by_values(now, now.source, after, before)


def _read_like(now: Reading, text: str) -> Reading:
    return read(text.encode("utf-8-sig" if now.source and now.source.bom else "utf-8"), now.name)


def _by_values(now: Reading, source: Source, after: Source, before: Source) -> Reading | None:
    edits = list(edits_between(value_at(after, ()), value_at(before, ())))
    if any(find_clashes(edits, before_of({}, after), source)):
        return None
    try:
        return apply(now, necessary_edits(edits, source)).reading
    except (CannotEdit, Invalid):
        return None


def edits_between(old: Any, new: Any, path: Path = ()) -> Iterator[Edit]:
    """Yield the edits that make one mapping say another; a list counts as one value."""
    for key in [*old, *(key for key in new if key not in old)]:
        here = (*path, key)
        if key not in new:
            yield Remove(here)
        elif key not in old:
            yield Add(path, key, _scalar(new[key])) if path else Set(here, _written(new[key]))
        elif isinstance(old[key], dict) and isinstance(new[key], dict):
            yield from edits_between(old[key], new[key], here)
        elif not same_value(old[key], new[key]):
            yield Set(here, _scalar(new[key]))


def _scalar(value: Any) -> Any:
    """Return a value as it is written: a number as one, and not as a text between quotes."""
    if isinstance(value, dict):
        return {key: _scalar(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_scalar(each) for each in value]
    is_number = isinstance(value, str) and value.isascii() and str(value).isdigit()
    return int(value) if is_number and str(int(value)) == value else value
