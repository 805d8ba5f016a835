"""Edits: what is to change, as values; and what they do to plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from orgdesign.problems import OrgdesignError, Problem
from orgdesign.value_objects import value_object
from orgdesign.yamlfile.parts import NOUN_SECTIONS
from orgdesign.yamlfile.tree import Key, Path
from orgdesign.yamlfile.yaml_text import YamlValue, spelt


@value_object
class Set:
    """A value is to stand at a path; mappings that are missing on the way are added.

    Set over a mapping or list, only what differs in it changes, and keys keep their place.
    """

    path: Path
    value: YamlValue


@value_object
class Add:
    """A new entry is to come last in the mapping at a path, or an item into the list there.

    A field of a function, role, measure, stage or hand-off comes where its neighbours have it.

    ``key`` is the key, or the position of a list that the item is to have; None is its end.
    """

    path: Path
    key: Key | None
    value: YamlValue


@value_object
class Remove:
    """An entry or item is to go; what held it stays, empty if it was the last."""

    path: Path


@value_object
class Move:
    """An entry or item is to stand at another path, its comments with it.

    In a mapping it comes before the key ``before``, or else last; in its own mapping, under
    a new key and without ``before``, it stays where it is. The path of a list item is the one
    that it has afterwards.
    """

    path: Path
    to: Path
    before: str | None = None


Edit = Set | Add | Remove | Move


def apply_to_data(data: Any, edits: Sequence[Edit]) -> Any:
    """Return plain data with the edits made, the rest of it shared with what was given.

    Raises `CannotEdit` where the data has no such place, or has such a key already.
    """
    for edit in edits:
        data = _EDITED[type(edit)](data, edit)
    return data


def plainly(value: YamlValue) -> Any:
    """Return a value as reading gives it: all scalars as texts."""
    if isinstance(value, Mapping):
        return {str(key): plainly(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plainly(inner) for inner in value]
    try:
        return spelt(value)
    except ValueError:
        raise CannotEdit(f"{value} is not a number that can be written") from None


def path_text(path: Path) -> str:
    """Return a path as it is told to people."""
    return " > ".join(map(str, path)) or "the file"


def alike_at_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """Return how many items two sequences share at their start and, after those, at their end."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    least = most - start
    end = next((at for at in range(least) if before[-1 - at] != after[-1 - at]), least)
    return start, end


def merge_in_order(old: Any, new: Any) -> Any:
    """Return a new value, with keys in the order of the old one where it has them."""
    if old == new:
        return old
    if type(old) is dict and type(new) is dict:
        kept = {key: merge_in_order(value, new[key]) for key, value in old.items() if key in new}
        return {**kept, **{key: value for key, value in new.items() if key not in old}}
    if type(old) is list and type(new) is list:
        start, end = alike_at_ends(old, new)
        before, after = old[start : len(old) - end], new[start : len(new) - end]
        pairs = [merge_in_order(*pair) for pair in zip(before, after, strict=False)]
        return [*old[:start], *pairs, *after[len(before) :], *old[len(old) - end :]]
    return new


def is_ordered(path: Path) -> bool:
    """Return whether the order of a mapping's keys says something, as it does for ids.

    That of the fields of a function, role, measure, stage or hand-off does not.
    """
    return len(path) < 2 or path[0] not in NOUN_SECTIONS.values()


def says_same(one: Any, other: Any, path: Path = ()) -> bool:
    """Return whether data says the same, in the same order where that says something."""
    if type(one) is not dict or type(other) is not dict:
        return bool(one == other)
    if one.keys() != other.keys() or (is_ordered(path) and list(one) != list(other)):
        return False
    return all(says_same(value, other[key], (*path, key)) for key, value in one.items())


def value_at(data: Any, path: Path) -> Any:
    """Return what stands at a path of plain data."""
    for at, key in enumerate(path):
        try:
            data = _container_at(data, path[:at])[key]
        except (KeyError, IndexError):
            raise CannotEdit(f"there is nothing at {path_text(path[: at + 1])}") from None
    return data


def _container_at(data: Any, path: Path) -> Any:
    if type(data) in (dict, list):
        return data
    raise CannotEdit(f"there is no list or mapping at {path_text(path)}")


def _set(data: Any, edit: Set) -> Any:
    value = plainly(edit.value)
    return _inside(data, edit.path, lambda old: merge_in_order(old, value))


def _add(data: Any, edit: Add) -> Any:
    value = plainly(edit.value)
    return _inside(data, edit.path, lambda held: _with_key(held, edit.key, value, edit.path))


def _with_key(held: Any, key: Key | None, value: Any, path: Path, before: str | None = None) -> Any:
    if held is None:
        held = {} if isinstance(key, str) else []
    if type(held) is list and not isinstance(key, str):
        at = len(held) if key is None else key
        if not 0 <= at <= len(held):
            raise CannotEdit(f"there is no place {at} in {path_text(path)}")
        return [*held[:at], value, *held[at:]]
    if type(held) is not dict or not isinstance(key, str):
        raise CannotEdit(f"{path_text(path)} cannot hold this")
    if key in held:
        raise CannotEdit(f"there is already something at {path_text((*path, key))}")
    if before is None:
        return {**held, key: value}
    if before not in held:
        raise CannotEdit(f"there is nothing at {path_text((*path, before))}")
    names = list(held)
    first = {name: held[name] for name in names[: names.index(before)]}
    return {**first, key: value, **held}


def _remove(data: Any, edit: Remove) -> Any:
    value_at(data, edit.path)
    return _inside(data, edit.path[:-1], lambda held: _without(held, edit.path[-1]))


def _without(held: Any, key: Key) -> Any:
    if type(held) is dict:
        return {name: value for name, value in held.items() if name != key}
    return [value for at, value in enumerate(held) if at != key]


def _move(data: Any, edit: Move) -> Any:
    value = value_at(data, edit.path)
    within, key, last = edit.path[:-1], edit.path[-1], edit.to[-1]
    if edit.to[: len(edit.path)] == edit.path and edit.to != edit.path:
        raise CannotEdit(f"{path_text(edit.path)} cannot move into itself")
    in_place = edit.to[:-1] == within and isinstance(key, str) and edit.before in (None, key)
    if in_place:
        return _inside(data, within, lambda held: _renamed(held, key, last, within))
    data = _remove(data, Remove(edit.path))
    return _inside(
        data, edit.to[:-1], lambda held: _with_key(held, last, value, edit.to[:-1], edit.before)
    )


def _renamed(held: Any, key: Key, to: Key, path: Path) -> Any:
    if to != key and to in held:
        raise CannotEdit(f"there is already something at {path_text((*path, to))}")
    return {to if name == key else name: value for name, value in held.items()}


def _inside(data: Any, path: Path, change: Callable[[Any], Any], at: int = 0) -> Any:
    """Return data with what stands at a path changed; missing mappings are added."""
    if at == len(path):
        return change(data)
    key = path[at]
    if isinstance(key, str):
        held = {} if data is None else data
        if type(held) is not dict:
            raise CannotEdit(f"there is no mapping at {path_text(path[:at])}")
        return {**held, key: _inside(held.get(key), path, change, at + 1)}
    value_at(data, (key,))
    return [
        _inside(value, path, change, at + 1) if position == key else value
        for position, value in enumerate(data)
    ]


_EDITED: dict[type, Callable[[Any, Any], Any]] = {
    Set: _set, Add: _add, Remove: _remove, Move: _move
}  # fmt: skip


class CannotEdit(OrgdesignError):  # noqa: N818 - it is an answer to the user
    """An edit that cannot be made without touching what it must not, and the line of it."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.reason, self.line = reason, line
        where = f": line {line}" if line else ""
        super().__init__(f"{reason}; edit the source instead{where}")


class Invalid(OrgdesignError):  # noqa: N818 - it is an answer to the user
    """An edit after which the file would have problems that it does not have now."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        told = "; ".join(problem.message for problem in problems[:3])
        super().__init__(f"this change cannot stand: {told}")
