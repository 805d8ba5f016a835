"""One edit as changes of the text: each step is planned on the tree that the last one left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from orgdesign.editing import block, flow
from orgdesign.editing.edits import Add, Edit, Move, Remove, Set, common, named, over, plainly
from orgdesign.editing.entries import (
    Collection,
    Entry,
    reached,
    refusal,
    require_untangled,
)
from orgdesign.editing.failures import CannotEdit
from orgdesign.editing.styles import alike, alike_in_place, key_quote, manner
from orgdesign.reading.retaping import Change
from orgdesign.reading.tree import Key, Node, Path, Tree
from orgdesign.reading.unfolding import plain
from orgdesign.reading.writing import Value, block_text, flow_text, item_text, key_text

Step = Callable[[Tree], list[Change]]
"""What one step changes, given the tree as the steps before it left it."""


def steps(edit: Edit, tree: Tree) -> Iterator[Step]:
    """Yield the steps of an edit. Raises `CannotEdit` where it cannot be made safely."""
    if isinstance(edit, Set):
        yield from _setting(edit.path, edit.value, tree)
    elif isinstance(edit, Add):
        yield lambda now: _added(now, edit.path, edit.key, edit.value)
    elif isinstance(edit, Remove):
        yield lambda now: _removed(now, edit.path)
    else:
        yield from _moving(edit, tree)


def _setting(path: Path, value: Value, tree: Tree) -> Iterator[Step]:
    here, entry, rest = reached(tree, path)
    if rest or here is None:
        if not rest and entry is not None and plain(entry.node) == plainly(value):
            return
        yield lambda now: _set(now, path, value)
        return
    old, new = plain(here.node), plainly(value)
    if json_like(old) != json_like(new):
        yield from _differences(path, old, value, len(here))


def json_like(data: Any) -> str:
    """Return data as a text in which nothing is the same but the same."""
    return repr(data)


def _differences(path: Path, old: Any, value: Value, count: int) -> Iterator[Step]:
    if isinstance(value, Mapping) and type(old) is dict and old and value:
        yield from _mapping_differences(path, old, value)
    elif type(old) is list and old and isinstance(value, (list, tuple)) and value:
        yield from _list_differences(path, old, value)
    elif old and not value and isinstance(value, (Mapping, list, tuple)):
        if isinstance(value, Mapping) == (type(old) is dict):
            keys = list(old) if type(old) is dict else range(count - 1, -1, -1)
            for key in keys:
                yield lambda now, key=key: _removed(now, (*path, key))
        else:
            yield lambda now: _set(now, path, value)
    else:
        yield lambda now: _set(now, path, value)


def _mapping_differences(
    path: Path, old: dict[str, Any], value: Mapping[str, Value]
) -> Iterator[Step]:
    # What is new comes before what goes, so that the mapping is never empty on the way.
    for key, inner in value.items():
        if key not in old:
            yield lambda now, key=key, inner=inner: _added(now, path, key, inner)
    for key in old:
        if key not in value:
            yield lambda now, key=key: _removed(now, (*path, key))
    for key in old:
        if key in value and old[key] != plainly(value[key]):
            yield from _deeper((*path, key), old[key], value[key])


def _list_differences(path: Path, old: list[Any], value: Sequence[Value]) -> Iterator[Step]:
    new = plainly(value)
    start, end = common(old, new)
    gone, come = len(old) - start - end, len(new) - start - end
    for at in range(start, start + min(gone, come)):
        if old[at] != new[at]:
            yield from _deeper((*path, at), old[at], value[at])
    for at in range(start + gone, start + come):
        yield lambda now, at=at: _added(now, path, at, value[at])
    for at in range(start + gone - 1, start + come - 1, -1):
        yield lambda now, at=at: _removed(now, (*path, at))


def _deeper(path: Path, old: Any, value: Value) -> Iterator[Step]:
    count = len(old) if type(old) in (dict, list) else 0
    yield from _differences(path, old, value, count)


def _set(tree: Tree, path: Path, value: Value) -> list[Change]:
    here, entry, rest = reached(tree, path)
    if rest:
        return _created(here, entry, rest, value)
    if entry is None:
        raise CannotEdit("the file as a whole cannot be given another value")
    require_untangled(entry)
    return _given(entry, value)


def _created(
    here: Collection | None, entry: Entry | None, rest: Path, value: Value
) -> list[Change]:
    """Add what is at the rest of a path, in mappings that are missing so far."""
    for key in reversed(rest[1:]):
        if not isinstance(key, str):
            raise CannotEdit(f"there is no place {key} in what is missing so far")
        value = {key: value}
    if here is None and (entry is None or not _says_nothing(entry)):
        where = named(entry.path) if entry else "the file"
        raise CannotEdit(f"there is no mapping at {where}")
    if not isinstance(rest[0], str):
        where = named(here.path) if here else "this place"
        raise CannotEdit(f"there is no place {rest[0]} in {where}")
    return _put_in(here, entry, rest[0], value)


def _says_nothing(entry: Entry) -> bool:
    return entry.node.style == " " and entry.node.start == entry.node.end


def _added(tree: Tree, path: Path, key: Key | None, value: Value) -> list[Change]:
    here, entry, rest = reached(tree, path)
    if rest:
        inner: Value = {key: value} if isinstance(key, str) else [value]
        return _created(here, entry, rest, inner)
    if here is None and (entry is None or not _says_nothing(entry)):
        raise CannotEdit(f"{named(path)} cannot hold this")
    if here is not None and here.node.is_mapping != isinstance(key, str):
        raise CannotEdit(f"{named(path)} cannot hold this")
    if here is not None and isinstance(key, str) and here.position(key) is not None:
        raise CannotEdit(f"there is already something at {named((*path, key))}")
    return _put_in(here, entry, key, value)


def _put_in(
    here: Collection | None, entry: Entry | None, key: Key | None, value: Value
) -> list[Change]:
    """Add an entry to a collection, or to an entry that has nothing yet."""
    if here is not None and len(here):
        at = key if isinstance(key, int) else len(here)
        if not 0 <= at <= len(here):
            raise CannotEdit(f"there is no place {at} in {named(here.path)}")
        if here.is_flow:
            return flow.put_in(here, at, _flow_entry(here, key, value))
        return block.put_in(here, at, _lines(here, key, value))
    whole: Value = {key: value} if isinstance(key, str) else [value]
    if entry is None:
        raise CannotEdit("the file says nothing yet")
    if here is not None and here.tree.text[here.node.start + 1 : here.node.end - 1].strip():
        return flow.put_in(here, 0, _flow_entry(here, key, value))
    return _given(entry, whole)


def _flow_entry(here: Collection, key: Key | None, value: Value) -> str:
    written = flow_text(value, alike(here, key, value), manner(here))
    return f"{key_text(key, key_quote(here))}: {written}" if isinstance(key, str) else written


def _lines(here: Collection, key: Key | None, value: Value) -> str:
    like, how = alike(here, key, value), manner(here)
    if isinstance(key, str):
        return f"{key_text(key, key_quote(here))}:{block_text(value, like, how)}"
    return f"-{item_text(value, like, how)}"


def _given(entry: Entry, value: Value) -> list[Change]:
    like = alike_in_place(entry, value)
    is_same = like is not None and like.index == entry.value
    how = manner(entry.within, keeps_blocks=is_same)
    if entry.within.is_flow:
        return flow.given(entry, flow_text(value, like, how))
    write = block_text if entry.key is not None else item_text
    return block.given(entry, write(value, like, how))


def _removed(tree: Tree, path: Path) -> list[Change]:
    entry = _entry(tree, path)
    require_untangled(entry)
    return flow.taken_out(entry) if entry.within.is_flow else block.taken_out(entry)


def _entry(tree: Tree, path: Path) -> Entry:
    _, entry, rest = reached(tree, path)
    if rest or entry is None:
        raise CannotEdit(f"there is nothing at {named(path)}")
    return entry


def _moving(edit: Move, tree: Tree) -> Iterator[Step]:
    path, to = edit.path, edit.to
    entry = _entry(tree, path)
    if to[: len(path)] == path and to != path:
        raise CannotEdit(f"{named(path)} cannot move into itself")
    if to[:-1] == path[:-1] and isinstance(path[-1], str) and edit.before in (None, path[-1]):
        if to != path:
            yield lambda now: _renamed(now, path, to[-1])
        return
    if path == to and edit.before is None:
        return
    require_untangled(entry)
    value, like = plain(entry.node), entry.node
    lines = None if entry.within.is_flow else block.entry_lines(entry)
    comments = _has_comment(entry)
    yield lambda now: _removed(now, path)
    yield lambda now: _placed(now, edit, _Moved(value, like, lines, comments, entry.column))


class _Moved:
    """An entry on its way: as it was written, and what it says."""

    def __init__(
        self, value: Any, like: Node, lines: str | None, has_comment: bool, column: int
    ) -> None:
        self.value, self.like, self.lines = value, like, lines
        self.has_comment, self.column = has_comment, column


def _placed(tree: Tree, edit: Move, moved: _Moved) -> list[Change]:
    within, key = edit.to[:-1], edit.to[-1]
    here, entry, rest = reached(tree, within)
    if here is not None and not rest and len(here):
        return _placed_in(here, edit, moved)
    if rest and here is not None and here.is_flow:
        _require_no_comment(moved, tree, here.node.start)
        return _created(here, entry, (*rest, key), moved.value)
    if moved.lines is None or not (rest or entry is not None):
        return _set(tree, edit.to, moved.value)
    return _started(tree, here, entry, rest, edit, moved)


def _placed_in(here: Collection, edit: Move, moved: _Moved) -> list[Change]:
    key = edit.to[-1]
    at = key if isinstance(key, int) else len(here)
    if here.node.is_mapping != isinstance(key, str) or not 0 <= at <= len(here):
        raise CannotEdit(f"{named(here.path)} cannot hold this")
    if isinstance(key, str) and here.position(key) is not None:
        raise CannotEdit(f"there is already something at {named(edit.to)}")
    if edit.before is not None:
        found = here.position(edit.before)
        if found is None:
            raise CannotEdit(f"there is nothing at {named((*here.path, edit.before))}")
        at = found
    if here.is_flow:
        _require_no_comment(moved, here.tree, here.node.start)
        written = flow_text(moved.value, moved.like, manner(here))
        head = f"{key_text(key, key_quote(here))}: " if isinstance(key, str) else ""
        return flow.put_in(here, at, head + written)
    return block.put_in(here, at, _moved_lines(here, edit, moved))


def _moved_lines(here: Collection | None, edit: Move, moved: _Moved) -> str:
    """Return the lines of a moved entry, under its new key."""
    old, new = edit.path[-1], edit.to[-1]
    if moved.lines is not None and type(old) is type(new):
        return moved.lines if old == new or isinstance(new, int) else _rekeyed(moved.lines, new)
    if moved.has_comment:
        raise CannotEdit("an entry with comments cannot become a list's item, or one an entry")
    how = manner(here) if here is not None else None
    if how is None:
        raise CannotEdit("this cannot be moved there")
    if isinstance(new, str):
        return f"{key_text(new)}:{block_text(moved.value, moved.like, how)}"
    return f"-{item_text(moved.value, moved.like, how)}"


def _rekeyed(lines: str, key: str) -> str:
    match = re.search(
        r"^(?![ \t]*#)(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|.*?)(?=[ \t]*:(?:\s|$))", lines, re.M
    )
    if match is None:
        raise CannotEdit("this key is written in a way that is not understood well enough")
    return lines[: match.start()] + key_text(key) + lines[match.end() :]


def _started(
    tree: Tree,
    here: Collection | None,
    entry: Entry | None,
    rest: Path,
    edit: Move,
    moved: _Moved,
) -> list[Change]:
    """Put a moved entry into a collection that is empty or missing so far."""
    at = here or (entry.within if entry else None)
    assert at is not None  # noqa: S101 - the root is there
    how = manner(at)
    if type(edit.path[-1]) is not type(edit.to[-1]):
        return _set(tree, edit.to, moved.value)
    lines = _moved_lines(at, edit, moved)
    for key in reversed(rest[1:] if here is not None and len(here) else rest):
        lines = f"{key_text(str(key))}:\n" + _in(lines, how.step)
    if here is not None and len(here) and rest:
        lines = f"{key_text(str(rest[0]))}:\n" + _in(lines, how.step)
        return block.put_in(here, len(here), lines)
    if entry is None or entry.within.is_flow:
        _require_no_comment(moved, tree, 0)
        return _set(tree, edit.to, moved.value)
    return block.started(entry, lines, how.step)


def _in(lines: str, step: int) -> str:
    return "\n".join(" " * step + line if line.strip() else line for line in lines.split("\n"))


def _require_no_comment(moved: _Moved, tree: Tree, place: int) -> None:
    if moved.has_comment:
        told = "what moves has comments, and there is no room for them between braces"
        raise refusal(tree, place, told)


def _has_comment(entry: Entry) -> bool:
    """Return whether comments belong to an entry, or stand in it."""
    tree, text = entry.tree, entry.tree.text
    start, end = entry.head, entry.end
    if not entry.within.is_flow:
        start, end = entry.head if entry.shares_line else entry.lines_start, entry.lines_end
    at, found = start, False
    for index in range(entry.key or entry.value, tree.next(entry.value)):
        if index in tree.after and tree.next(index) > index + 1:
            continue
        found = found or "#" in text[at : tree.starts[index]]
        header = (
            text[tree.starts[index] :].partition("\n")[0] if tree.styles[index] in b"|>" else ""
        )
        found = found or "#" in header
        at = max(at, tree.ends[index])
    return found or "#" in text[at:end]


def _renamed(tree: Tree, path: Path, to: Key) -> list[Change]:
    entry = _entry(tree, path)
    if not isinstance(to, str) or entry.within.position(to) is not None:
        raise CannotEdit(f"there is already something at {named((*path[:-1], to))}")
    if entry.key is None or entry.key in tree.anchors or entry.key in tree.targets:
        raise entry.refused("this key is anchored, or repeats what is")
    key = Node(tree, entry.key)
    style = key.style if key.style in "'\"" else ""
    return [Change(key.start, key.end, key_text(to, style))]


__all__ = ["Step", "over", "steps"]
