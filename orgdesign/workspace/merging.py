"""Whether an edit still fits a file that moved on: what it touches, then and now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Path, Source, TreeNode
from orgdesign.yamlfile.editing import Add, Edit, Move, Remove, Set

Value = Any
"""Plain data of the file: a text, number, truth, list or mapping of those, or None for nothing."""

Before = Callable[[Path], Value]
"""What stood at a path when the person began to edit."""

_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


@value_object
class ValueClash:
    """One value that two people changed, each in their own way."""

    path: Path
    was: Value
    mine: Value
    theirs: Value


@value_object
class EditConflict:
    """An edit that was not made, since others changed the same values meanwhile."""

    clashes: tuple[ValueClash, ...]


def value_at(source: Source, path: Path) -> Value:
    """Return what stands at a path, as plain data; None where nothing does."""
    node = source.tree.find(path) if source.tree and len(source.tree) else None
    return _plain_data(node.target) if node else None


def before_of(was: Mapping[Path, Value], base: Source | None) -> Before:
    """Return what stood at each path: as a form says, else as the text it was drawn from."""
    return lambda path: was[path] if path in was else value_at(base, path) if base else None


def find_clashes(edits: Sequence[Edit], before: Before, now: Source) -> Iterator[ValueClash]:
    """Yield each value that others changed since ``before``, and that the edits change too."""
    for edit in edits:
        path, mine = touched_value(edit)
        theirs = value_at(now, path)
        was = before(path)
        if not same_value(was, theirs) and not same_value(mine, theirs):
            yield ValueClash(path, was, mine, theirs)


def touched_value(edit: Edit) -> tuple[Path, Value]:
    """Return the path that an edit changes, and what is to stand there."""
    match edit:
        case Set(path, value):
            return path, value
        case Add(path, key, value):
            return ((*path, key) if isinstance(key, str) else path), value
        case Remove(path) | Move(path):
            return path, None
    raise TypeError(edit)


def same_value(one: Value, other: Value) -> bool:
    """Tell whether two values mean the same in the file, however they are spelt."""
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        one, other = _filled(one), _filled(other)
        return one.keys() == other.keys() and all(same_value(one[key], other[key]) for key in one)
    if isinstance(one, bool) or isinstance(other, bool):
        return _flag(one) is not None and _flag(one) == _flag(other)
    if isinstance(one, (int, float)) != isinstance(other, (int, float)):
        return _number(one) is not None and _number(one) == _number(other)
    return bool(_without_breaks(one) == _without_breaks(other))


def _flag(value: Value) -> bool | None:
    return _FLAGS.get(str(value).strip().lower())


def _number(value: Value) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _filled(value: dict[str, Value]) -> dict[str, Value]:
    """Return the keys of a mapping that say something."""
    return {key: each for key, each in value.items() if each not in (None, "", [], {})}


def _without_breaks(value: Value) -> Value:
    if isinstance(value, str):
        return " ".join(value.split())
    return "" if value is None else value


def _plain_data(node: TreeNode) -> Value:
    if node.is_mapping:
        return {key: _plain_data(each.target) for key, each in node.entries().items()}
    if node.is_list:
        return [_plain_data(each.target) for each in node.entries().values()]
    return node.value or None
