"""An entry on its way to another place: its own lines, comments and all, indented anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from orgdesign.yamlfile.editing import block, flow
from orgdesign.yamlfile.editing.edits import CannotEdit, Move, path_text
from orgdesign.yamlfile.editing.entries import (
    Collection,
    TextEntry,
    follow_path,
    refusal,
    require_untangled,
)
from orgdesign.yamlfile.editing.step_changes import entry_at, remove_at, set_value
from orgdesign.yamlfile.editing.styles import key_quote, manner
from orgdesign.yamlfile.incremental import TextChange
from orgdesign.yamlfile.tree import Key, Path, Tree, TreeNode, to_plain_data
from orgdesign.yamlfile.yaml_text import block_text, flow_text, item_text, key_text

_KEY = re.compile(
    r"""^(?![ \t]*\#) ("(?:[^"\\]|\\.)*" | '(?:[^']|'')*' | .*?) (?=[ \t]*:(?:\s|$))""",
    re.MULTILINE | re.VERBOSE,
)


@dataclass(frozen=True)
class _MovedEntry:
    """An entry as it was written: its lines, if it had its own, and what it says."""

    value: Any
    like: TreeNode
    lines: str | None
    has_comment: bool


def moving(edit: Move, tree: Tree) -> Iterator[Callable[[Tree], list[TextChange]]]:
    """Yield the steps of a move: out of one place and into the other, or a new key alone."""
    path, to = edit.path, edit.to
    entry = entry_at(tree, path)
    if to[: len(path)] == path and to != path:
        raise CannotEdit(f"{path_text(path)} cannot move into itself")
    stays = to[:-1] == path[:-1] and edit.before in (None, path[-1])
    if stays and (to == path or isinstance(path[-1], str)):
        if to != path:
            yield partial(_renamed, path=path, to=to[-1])
        return
    require_untangled(entry)
    lines = None if entry.within.is_flow else block.entry_lines(entry)
    moved = _MovedEntry(to_plain_data(entry.node), entry.node, lines, _has_comment(entry))
    yield partial(remove_at, path=path)
    yield partial(_placed, edit=edit, moved=moved)


def _placed(tree: Tree, edit: Move, moved: _MovedEntry) -> list[TextChange]:
    here, entry, rest = follow_path(tree, edit.to[:-1])
    if here is not None and not rest and len(here):
        return _placed_in(here, edit, moved)
    around = here if here is not None and len(here) else entry.within if entry else None
    fits = moved.lines is not None and type(edit.path[-1]) is type(edit.to[-1])
    if around is None or around.is_flow or not fits:
        _require_no_comment(moved, tree, around.node.start if around else 0)
        return _written_anew(tree, edit, moved)
    lines = _moved_lines(around, edit, moved)
    return _started(around, entry, rest, lines, is_held=around is here)


def _written_anew(tree: Tree, edit: Move, moved: _MovedEntry) -> list[TextChange]:
    value = moved.value
    if isinstance(edit.to[-1], int):
        return set_value(tree, edit.to[:-1], [value])
    return set_value(tree, edit.to, value)


def _placed_in(here: Collection, edit: Move, moved: _MovedEntry) -> list[TextChange]:
    key = edit.to[-1]
    at = _position(here, edit)
    if not here.is_flow:
        return block.put_in(here, at, _moved_lines(here, edit, moved))
    _require_no_comment(moved, here.tree, here.node.start)
    written = flow_text(moved.value, moved.like, manner(here))
    head = f"{key_text(key, key_quote(here))}: " if isinstance(key, str) else ""
    return flow.put_in(here, at, head + written)


def _position(here: Collection, edit: Move) -> int:
    key = edit.to[-1]
    at = key if isinstance(key, int) else len(here)
    if here.node.is_mapping != isinstance(key, str) or not 0 <= at <= len(here):
        raise CannotEdit(f"{path_text(here.path)} cannot hold this")
    if isinstance(key, str) and here.position(key) is not None:
        raise CannotEdit(f"there is already something at {path_text(edit.to)}")
    if edit.before is None:
        return at
    found = here.position(edit.before)
    if found is None:
        raise CannotEdit(f"there is nothing at {path_text((*here.path, edit.before))}")
    return found


def _moved_lines(here: Collection, edit: Move, moved: _MovedEntry) -> str:
    """Return the lines of a moved entry, under its new key."""
    old, new = edit.path[-1], edit.to[-1]
    if moved.lines is not None and type(old) is type(new):
        return moved.lines if old == new or isinstance(new, int) else _rekeyed(moved.lines, new)
    if moved.has_comment:
        raise CannotEdit("what moves has comments, and would have to be written anew")
    if isinstance(new, str):
        return f"{key_text(new)}:{block_text(moved.value, moved.like, manner(here))}"
    return f"-{item_text(moved.value, moved.like, manner(here))}"


def _rekeyed(lines: str, key: str) -> str:
    found = _KEY.search(lines)
    if found is None:
        raise CannotEdit("this key is written in a way that is not understood well enough")
    return lines[: found.start()] + key_text(key) + lines[found.end() :]


def _started(
    around: Collection, entry: TextEntry | None, rest: Path, lines: str, *, is_held: bool
) -> list[TextChange]:
    """Put a moved entry into a mapping that is empty or missing so far."""
    step = manner(around).step
    for key in reversed(rest[1:] if is_held else rest):
        lines = f"{key_text(str(key))}:\n" + _indent_lines(lines, step)
    if is_held:
        return block.put_in(
            around, len(around), f"{key_text(str(rest[0]))}:\n" + _indent_lines(lines, step)
        )
    assert entry is not None  # noqa: S101 - what is empty is the value of an entry
    return block.start_collection(entry, lines, step)


def _indent_lines(lines: str, step: int) -> str:
    return "\n".join(" " * step + line if line.strip() else line for line in lines.split("\n"))


def _require_no_comment(moved: _MovedEntry, tree: Tree, place: int) -> None:
    if moved.has_comment:
        told = "what moves has comments, and there is no room for them between braces"
        raise refusal(tree, place, told)


def _has_comment(entry: TextEntry) -> bool:
    """Return whether comments belong to an entry, or stand in it."""
    tree, text = entry.tree, entry.tree.text
    at, end = entry.head, entry.end
    if not entry.within.is_flow:
        at, end = entry.head if entry.shares_line else entry.lines_start, entry.lines_end
    for index in range(entry.key or entry.value, tree.next(entry.value)):
        start = tree.starts[index]
        if "#" in text[at:start]:
            return True
        if tree.styles[index] in b"|>" and "#" in text[start : tree.ends[index]].partition("\n")[0]:
            return True
        at = max(at, start if tree.is_collection(index) else tree.ends[index])
    return "#" in text[at:end]


def _renamed(tree: Tree, path: Path, to: Key) -> list[TextChange]:
    entry = entry_at(tree, path)
    if not isinstance(to, str) or entry.within.position(to) is not None:
        raise CannotEdit(f"there is already something at {path_text((*path[:-1], to))}")
    if entry.key is None or entry.key in tree.anchors or entry.key in tree.targets:
        raise entry.refusal("this key is anchored, or repeats what is")
    key = TreeNode(tree, entry.key)
    style = key.style if key.style in "'\"" else ""
    return [TextChange(key.start, key.end, key_text(to, style))]
