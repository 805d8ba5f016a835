"""Whole entries around changes of a text: the least that can be parsed on its own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgdesign.value_objects import value_object
from orgdesign.yamlfile.tree import BLOCK_MAPPING, Tree

_KEPT_BLANKS = re.compile(r"[|>][-0-9]*\+")


class TextChange(NamedTuple):
    """The characters from ``start`` to ``end`` become ``text``."""

    start: int
    end: int
    text: str

    @property
    def growth(self) -> int:
        """How many characters it adds."""
        return len(self.text) - (self.end - self.start)


@value_object
class ReparseRegion:
    """Whole entries of a block mapping: their characters, their nodes, what they stand in."""

    start: int
    end: int
    first: int
    last: int
    column: int
    within: tuple[int, ...]


class _Level:
    """The entries of a block mapping, and the lines that belong to each."""

    def __init__(self, tree: Tree, within: tuple[int, ...], stop: int) -> None:
        self.tree, self.within, self.stop = tree, within, stop
        self.keys = tree.keys(within[-1])
        self.column = self.indentation(0)

    def line(self, at: int) -> int:
        """Return where the line of an entry's key starts; the end of all after the last."""
        if at >= len(self.keys):
            return self.stop
        return line_start(self.tree.text, self.tree.starts[self.keys[at]])

    def indentation(self, at: int) -> int:
        """Return how far an entry's key is indented; -1 where anything else stands before it."""
        start, key = self.line(at), self.tree.starts[self.keys[at]]
        return -1 if self.tree.text[start:key].strip(" ") else key - start

    def node(self, at: int) -> int:
        """Return an entry's key on the tape, or the node after the last entry."""
        return self.keys[at] if at < len(self.keys) else self.tree.next(self.within[-1])

    def before(self, place: int) -> int:
        """Return the last entry whose key's line starts before a place, or -1."""
        at = bisect_left(self.keys, place, key=self.tree.starts.__getitem__)
        return at if at < len(self.keys) and self.line(at) < place else at - 1

    def entry_at(self, place: int) -> int:
        """Return the entry whose lines a character stands in, or -1."""
        at = bisect_right(self.keys, place, key=self.tree.starts.__getitem__) - 1
        return at + 1 if at + 1 < len(self.keys) and self.line(at + 1) <= place else at

    def window(self, first: int, last: int) -> ReparseRegion | None:
        """Return the window of some entries, if their lines stand for themselves."""
        if first < 0 or self.indentation(first) != self.column:
            return None
        if last + 1 < len(self.keys) and self.indentation(last + 1) != self.column:
            return None
        return ReparseRegion(
            self.line(first),
            self.line(last + 1),
            self.node(first),
            self.node(last + 1),
            self.column,
            self.within,
        )


def reparse_regions(tree: Tree, changes: Sequence[TextChange]) -> Iterator[ReparseRegion]:
    """Yield what may be parsed on its own for changes, the smallest first."""
    if not len(tree) or tree.styles[0] != BLOCK_MAPPING or len(tree) < 2:
        return
    outer = _Level(tree, (0,), len(tree.text))
    levels = [outer]
    start, end = changes[0].start, changes[-1].end
    first, last = _touched(outer, start, end)
    section = tree.next(outer.keys[first]) if first == last >= 0 else 0
    if section and tree.styles[section] == BLOCK_MAPPING:
        inner = _Level(tree, (0, section), outer.line(first + 1))
        if inner.line(0) > outer.line(first):
            levels.insert(0, inner)
    if len(changes) == 1 and start == end:
        yield from filter(None, (_between(level, start, changes[0].text) for level in levels))
    for level in levels:
        first, last = _touched(level, start, end)
        window = level.window(first, last)
        if window and start >= window.start:
            yield from _widened(level, window, first, last, changes)


def _touched(level: _Level, start: int, end: int) -> tuple[int, int]:
    if start == end:
        left = level.before(start)
        first = level.entry_at(start) if left < 0 else left
        return first, first
    first = level.entry_at(start)
    return first, max(first, level.before(end))


def _widened(
    level: _Level, window: ReparseRegion, first: int, last: int, changes: Sequence[TextChange]
) -> Iterator[ReparseRegion]:
    """Yield the window, or one with a neighbour where nothing of it is left."""
    growth = sum(change.growth for change in changes)
    removes = [change for change in changes if change.end > change.start]
    is_gone = len(removes) == 1 and removes[0].start <= level.tree.starts[window.first]
    if window.end - window.start + growth > 0 and not is_gone:
        yield window
    elif first > 0:
        yield from filter(None, (level.window(first - 1, last),))
    elif last + 1 < len(level.keys):
        yield from filter(None, (level.window(first, last + 1),))


def _between(level: _Level, place: int, text: str) -> ReparseRegion | None:
    """Return the empty window of lines that come between two entries, or after the last."""
    tree = level.tree
    left = level.before(place)
    if left < 0 or place != line_start(tree.text, place) or not text.endswith(("\n", "\r")):
        return None
    value = tree.next(level.keys[left])
    after = level.node(left + 1)
    is_free = tree.ends[value] < place <= level.line(left + 1)
    if (
        not is_free
        or text[: level.column].strip(" ")
        or text[level.column : level.column + 1] == " "
    ):
        return None
    if _KEPT_BLANKS.match(tree.text, tree.starts[after - 1]):
        return None
    return ReparseRegion(place, place, after, after, level.column, level.within)


def line_start(text: str, at: int) -> int:
    """Return where the line of a character starts."""
    start = text.rfind("\n", 0, at) + 1
    return max(start, text.rfind("\r", start, at) + 1)
