"""Where an entry of a collection stands in the text: its first character, its lines, its comments.

An entry is a key and its value, or a list's item. Comments on lines of their own belong to the
entry right below them, when they are indented like it and no blank line comes between; so do
the comment at the end of its last line, and those right below it that are indented further.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from orgdesign.yamlfile.editing.edits import CannotEdit, path_text
from orgdesign.yamlfile.incremental import line_start
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.tree import Key, Path, Tree, TreeNode

BREAK = re.compile(r"\r\n|\n|\r")
_TO_DASH = re.compile(r"(?:[ \t\r\n]|(?:(?<=[ \t\r\n-])|^)#[^\r\n]*)*-")
_COLON = re.compile(r"[ \t]*:(?=[ \t\r\n]|$)")
_FLOW_COLON = re.compile(r"\s*:")
_BLANK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_COMMENT = re.compile(r"( *)#[^\r\n]*(?:\r\n|\n|\r|$)")
_KEPT = re.compile(r"[|>][-0-9]*\+")


@dataclass(frozen=True)
class Collection:
    """A mapping or list as it is written, and the entry that it is the value of."""

    tree: Tree
    index: int
    path: Path
    holder: TextEntry | None = None

    @cached_property
    def heads(self) -> list[int]:
        """The key of each entry on the tape, or the item in a list."""
        tree = self.tree
        if self.node.is_mapping:
            return tree.keys(self.index)
        items, item, last = [], self.index + 1, tree.next(self.index)
        while item < last:
            items.append(item)
            item = tree.next(item)
        return items

    @property
    def node(self) -> TreeNode:
        """The collection as a value."""
        return TreeNode(self.tree, self.index, self.holder.key if self.holder else None)

    @property
    def is_flow(self) -> bool:
        """Whether it stands between brackets or braces."""
        return self.node.style in "[{"

    def __len__(self) -> int:
        return len(self.heads)

    def position(self, key: Key) -> int | None:
        """Return which entry is under a key, or at a position."""
        if isinstance(key, int):
            return key if not self.node.is_mapping and 0 <= key < len(self) else None
        names = self.tree.names(self.index) if self.node.is_mapping else []
        return names.index(key) if key in names else None

    def entry(self, at: int) -> TextEntry:
        """Return an entry by its position."""
        head = self.heads[at]
        if self.node.is_mapping:
            return TextEntry(self, at, head, self.tree.next(head))
        return TextEntry(self, at, None, head)

    def column(self) -> int:
        """Return how far its entries are indented."""
        return self.entry(0).column


@dataclass(frozen=True)
class TextEntry:
    """A key and its value, or a list's item."""

    within: Collection
    at: int
    key: int | None
    value: int

    @property
    def tree(self) -> Tree:
        """The tree that it is part of."""
        return self.within.tree

    @property
    def node(self) -> TreeNode:
        """Its value."""
        return TreeNode(self.tree, self.value, self.key)

    @property
    def path(self) -> Path:
        """The path of its value."""
        name = self.at if self.key is None else str(self.tree.values[self.key])
        return (*self.within.path, name)

    @cached_property
    def head(self) -> int:
        """Where its key, its dash, or its value between brackets starts."""
        if self.key is not None:
            return self.tree.starts[self.key]
        if self.within.is_flow:
            return self.tree.starts[self.value]
        before = self.within.entry(self.at - 1).end if self.at else self.within.node.start
        found = _TO_DASH.match(self.tree.text, before)
        if not found:
            raise self.refusal("this list is written in a way that is not understood well enough")
        return found.end() - 1

    @cached_property
    def after_head(self) -> int:
        """Where its colon or dash ends, and what it holds may start."""
        if self.key is None:
            return self.head if self.within.is_flow else self.head + 1
        pattern = _FLOW_COLON if self.within.is_flow else _COLON
        found = pattern.match(self.tree.text, self.tree.ends[self.key])
        if found:
            return found.end()
        if self.within.is_flow and self.node.value == "":
            return self.tree.ends[self.key]
        raise self.refusal("this key is written in a way that is not understood well enough")

    @property
    def has_colon(self) -> bool:
        """Whether a colon follows its key; ``{a}`` has none."""
        return self.key is not None and self.after_head > self.tree.ends[self.key]

    @property
    def end(self) -> int:
        """Where its value ends, or its colon or dash where that is empty."""
        return self.tree.ends[self.value] if not self.is_empty else self.after_head

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written after its colon or dash."""
        return self.node.style == " " and self.node.start == self.node.end

    @property
    def column(self) -> int:
        """How far it is indented."""
        return self.head - line_start(self.tree.text, self.head)

    @property
    def shares_line(self) -> bool:
        """Whether something else, such as a dash, stands before it on its line."""
        text = self.tree.text
        return bool(text[line_start(text, self.head) : self.head].strip(" \t"))

    @cached_property
    def lines_end(self) -> int:
        """Where its last line ends, comments that belong to it included."""
        text, last = self.tree.text, self.tree.next(self.value) - 1
        end = next_line(text, self.end)
        if _KEPT.match(text, self.tree.starts[last]) and self.tree.styles[last] in b"|>":
            while (blank := _BLANK.match(text, end)) and blank.end() > end:
                end = blank.end()
        comment = _COMMENT.match(text, end)
        while comment and comment.end() > end and len(comment[1]) > self.column:
            end = comment.end()
            comment = _COMMENT.match(text, end)
        return end

    @cached_property
    def lines_start(self) -> int:
        """Where its first line starts, comments that belong to it included."""
        text, floor = self.tree.text, self._floor()
        start = line_start(text, self.head)
        while start > floor:
            above = line_start(text, start - _break_before(text, start))
            comment = _COMMENT.match(text, above)
            if above < floor or not comment or len(comment[1]) != self.column:
                break
            start = above
        return start

    def _floor(self) -> int:
        """Return where the entry or key before ends: no comment can stand above there."""
        text = self.tree.text
        if self.at:
            return next_line(text, self.within.entry(self.at - 1).end)
        holder = self.within.holder
        return next_line(text, holder.after_head) if holder else 0

    def refusal(self, reason: str) -> CannotEdit:
        """Return why an edit of this entry is refused, with its line."""
        return refusal(self.tree, self.tree.starts[self.key or self.value], reason)


def refusal(tree: Tree, place: int, reason: str) -> CannotEdit:
    """Return why an edit is refused, with the line of a character."""
    return CannotEdit(reason, LineIndex(tree.text).position_of(place)[0])


def line_end(text: str, at: int) -> int:
    """Return where the line of a character ends, before its break."""
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """Return where the line after that of a character starts, or the end of the text."""
    found = BREAK.search(text, at)
    return found.end() if found else len(text)


def line_break(text: str, at: int) -> str:
    """Return the line break in use around a character."""
    start = line_start(text, at)
    size = _break_before(text, start)
    if size:
        return text[start - size : start]
    found = BREAK.search(text, at)
    return found[0] if found else "\n"


def _break_before(text: str, start: int) -> int:
    if start <= 0:
        return 0
    return 2 if text.endswith("\r\n", 0, start) else 1


def follow_path(tree: Tree, path: Path) -> tuple[Collection | None, TextEntry | None, Path]:
    """Follow a path as far as it goes: the last collection, the last entry, what is left.

    Raises `CannotEdit` where the path leads through what is written in another place.
    """
    holder: TextEntry | None = None
    _require_own(tree, 0, ())
    index, at = 0, 0
    while True:
        here = Collection(tree, index, path[:at], holder)
        if not (here.node.is_list or here.node.is_mapping):
            return None, holder, path[at:]
        _require_braces(here)
        if at == len(path):
            return here, holder, ()
        position = here.position(path[at])
        if position is None:
            _require_unmerged(here, path[at])
            return here, holder, path[at:]
        holder = here.entry(position)
        _require_simple(holder)
        index, at = holder.value, at + 1
        _require_own(tree, index, path[:at])


def _require_simple(entry: TextEntry) -> None:
    if entry.key is not None:
        text, start = entry.tree.text, entry.tree.starts[entry.key]
        if text[line_start(text, start) : start].rstrip(" \t").endswith("?"):
            raise entry.refusal("this key is written after a question mark")


def _require_own(tree: Tree, index: int, path: Path) -> None:
    if index in tree.targets:
        told = f"the value at {path_text(path)} only repeats another (*)"
        raise refusal(tree, tree.starts[index], told)
    if index in tree.anchors:
        told = (
            f"the value at {path_text(path)} is anchored (&{tree.anchors[index]}), to be repeated"
        )
        raise refusal(tree, tree.starts[index], told)


def _require_unmerged(here: Collection, key: Key) -> None:
    tree = here.tree
    found = here.node.entries().get(key) if tree.anchors or tree.targets else None
    if found is not None and found.merged:
        told = f"the value at {path_text((*here.path, key))} comes through a merge key (<<)"
        raise refusal(tree, here.node.start, told)


def _require_braces(here: Collection) -> None:
    tree = here.tree
    start = tree.starts[here.index]
    if tree.styles[here.index] == ord("{") and tree.text[start] != "{":
        told = "this mapping of one key in a list is written without braces"
        raise refusal(tree, start, told)


def require_untangled(entry: TextEntry) -> None:
    """Raise `CannotEdit` where an entry holds anchors, or repeats what is anchored."""
    tree = entry.tree
    first, last = entry.key or entry.value, tree.next(entry.value)
    for index in (*tree.anchors, *tree.targets):
        if first <= index < last:
            told = f"what stands at {path_text(entry.path)} holds an anchor (&) or repeats one (*)"
            raise refusal(tree, tree.starts[index], told)
