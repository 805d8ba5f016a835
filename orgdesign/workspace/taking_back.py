"""Taking a change back out of a text that others changed since: a merge like any other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from orgdesign.redaction import edits_between, plain_data_of
from orgdesign.workspace.merging import before_of, find_clashes
from orgdesign.workspace.needed_edits import necessary_edits
from orgdesign.workspace.text_lines import merge_lines
from orgdesign.yamlfile import Reading, read
from orgdesign.yamlfile.editing import Add, CannotEdit, Edit, Invalid, Set, apply


def text_without(now: Reading, after: Reading, before: Reading) -> Reading | None:
    """Return what a text says now without a change that made it say ``after`` from ``before``.

    Lines are merged, then values; None where others changed the same since.
    """
    if now.source is None or after.source is None or before.source is None:
        return None
    if now.source.digest == after.source.digest:
        return _read_like(now, before.source.text)
    both = merge_lines(after.source.text, before.source.text, now.source.text, apart=0)
    if both is not None and not (merged := _read_like(now, both)).problems:
        return merged
    return _merged_by_values(now, after, before)


def _read_like(now: Reading, text: str) -> Reading:
    return read(text.encode("utf-8-sig" if now.source and now.source.bom else "utf-8"), now.name)


def _merged_by_values(now: Reading, after: Reading, before: Reading) -> Reading | None:
    edits = edits_between_texts(after, before)
    if now.source is None or any(find_clashes(edits, before_of({}, after.source), now.source)):
        return None
    try:
        return apply(now, necessary_edits(edits, now.source)).reading
    except (CannotEdit, Invalid):
        return None


def edits_between_texts(old: Reading, new: Reading) -> list[Edit]:
    """Return the edits that make one text say what another says, as few as can be."""
    return [_as_written(edit) for edit in edits_between(plain_data_of(old), plain_data_of(new))]


def _as_written(edit: Edit) -> Edit:
    return replace(edit, value=_scalar(edit.value)) if isinstance(edit, (Set, Add)) else edit


def _scalar(value: Any) -> Any:
    """Return a value as it is written: a number as one, and not as a text between quotes."""
    if isinstance(value, dict):
        return {key: _scalar(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_scalar(each) for each in value]
    is_number = isinstance(value, str) and value.isascii() and value.isdigit()
    return int(value) if is_number and str(int(value)) == value else value
