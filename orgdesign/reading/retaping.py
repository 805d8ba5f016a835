"""A changed text's tree out of the tree before: only what encloses the changes is parsed again.

What stands below a section's key, such as one function, is lines that parse on their own; the
nodes after it move by as many characters as came or went. Where that is not so (anchors,
braces around everything) the whole text is parsed.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from orgdesign.problems import Problem
from orgdesign.reading import limits
from orgdesign.reading.decoding import unseen
from orgdesign.reading.parsing import parse
from orgdesign.reading.places import Places
from orgdesign.reading.tree import BLOCK_MAPPING, Path, Tree

_DEEPEST = limits.MAX_DEPTH - 10
_KEPT_BLANKS = re.compile(r"[|>][-0-9]*\+")


class Change(NamedTuple):
    """The characters from ``start`` to ``end`` become ``text``."""

    start: int
    end: int
    text: str

    @property
    def growth(self) -> int:
        """How many characters it adds."""
        return len(self.text) - (self.end - self.start)


def changed(text: str, changes: Sequence[Change]) -> str:
    """Return a text with changes made; they are in order and do not overlap."""
    pieces, at = [], 0
    for change in changes:
        pieces += [text[at : change.start], change.text]
        at = change.end
    return "".join((*pieces, text[at:]))


class Again(NamedTuple):
    """The tree of a changed text, and what is wrong with it.

    ``parsed`` holds the paths of what was parsed again; () is the whole text. ``is_readable``
    is false where that text cannot be read at all.
    """

    tree: Tree
    problems: list[Problem]
    parsed: frozenset[Path]
    is_readable: bool = True


def parsed_again(tree: Tree, changes: Sequence[Change]) -> Again:
    """Return the tree of the changed text, and the problems that parsing it found."""
    text = changed(tree.text, changes)
    if changes and not (tree.anchors or tree.targets):
        for window in _windows(tree, changes):
            new = _window_parsed(tree, window, changes, text)
            if new is not None:
                return Again(new, [], _parsed(tree, new, window))
    whole = parse(text, Places(text))
    problems = [*whole.problems, *unseen(text)]
    return Again(whole.tree, problems, frozenset(((),)), whole.data is not None)


def _parsed(old: Tree, new: Tree, window: _Window) -> frozenset[Path]:
    """Return the paths of the entries that a window had, and has now."""
    within = window.within[-1]
    above = (str(old.values[within - 1]),) if within else ()
    more = len(new) - len(old)
    names = {str(old.values[key]) for key in _keys_between(old, within, window, 0)}
    names |= {str(new.values[key]) for key in _keys_between(new, within, window, more)}
    return frozenset((*above, name) for name in names)


def _keys_between(tree: Tree, within: int, window: _Window, more: int) -> list[int]:
    keys = tree.keys(within)
    return keys[bisect_left(keys, window.first) : bisect_left(keys, window.last + more)]


@dataclass(frozen=True, slots=True)
class _Window:
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
        return _line_start(self.tree.text, self.tree.starts[self.keys[at]])

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

    def at(self, place: int) -> int:
        """Return the entry whose lines a character stands in, or -1."""
        at = bisect_right(self.keys, place, key=self.tree.starts.__getitem__) - 1
        return at + 1 if at + 1 < len(self.keys) and self.line(at + 1) <= place else at

    def window(self, first: int, last: int) -> _Window | None:
        """Return the window of some entries, if their lines stand for themselves."""
        if first < 0 or self.indentation(first) != self.column:
            return None
        if last + 1 < len(self.keys) and self.indentation(last + 1) != self.column:
            return None
        return _Window(
            self.line(first),
            self.line(last + 1),
            self.node(first),
            self.node(last + 1),
            self.column,
            self.within,
        )


def _windows(tree: Tree, changes: Sequence[Change]) -> Iterator[_Window]:
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
        first = level.at(start) if left < 0 else left
        return first, first
    first = level.at(start)
    return first, max(first, level.before(end))


def _widened(
    level: _Level, window: _Window, first: int, last: int, changes: Sequence[Change]
) -> Iterator[_Window]:
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


def _between(level: _Level, place: int, text: str) -> _Window | None:
    """Return the empty window of lines that come between two entries, or after the last."""
    tree = level.tree
    left = level.before(place)
    if left < 0 or place != _line_start(tree.text, place) or not text.endswith(("\n", "\r")):
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
    return _Window(place, place, after, after, level.column, level.within)


def _window_parsed(
    tree: Tree, window: _Window, changes: Sequence[Change], text: str
) -> Tree | None:
    growth = sum(change.growth for change in changes)
    part = text[window.start : window.end + growth]
    if not part.strip() or next(unseen(part), None):
        return None
    parsed = parse(part, Places(part))
    found = parsed.tree
    if parsed.data is None or parsed.problems or found.anchors or found.targets:
        return None
    if found.styles[0] != BLOCK_MAPPING or _depth(parsed.data) > _DEEPEST:
        return None
    if found.starts[1] - _line_start(part, found.starts[1]) != window.column:
        return None
    return _joined(tree, window, found, text, growth)


def _joined(tree: Tree, window: _Window, part: Tree, text: str, growth: int) -> Tree:
    first, last, new = window.first, window.last, Tree(text)
    more = len(part) - 1 - (last - first)
    new.styles = tree.styles[:first] + part.styles[1:] + tree.styles[last:]
    new.values = tree.values[:first] + part.values[1:] + tree.values[last:]
    new.starts = _spliced(tree.starts, window, part.starts, growth)
    new.ends = _spliced(tree.ends, window, part.ends, growth)
    new.after = _followed(tree.after, window, part.after, more)
    new.keep_keys(window.within[-1], _rekeyed(tree, window, part, more))
    for index in window.within:
        is_last = tree.after[index] == last
        new.after[index] = tree.after[index] + more
        if first == index + 1:
            new.starts[index] = part.starts[0] + window.start
        new.ends[index] = part.ends[0] + window.start if is_last else tree.ends[index] + growth
    return new


def _rekeyed(tree: Tree, window: _Window, part: Tree, more: int) -> list[int]:
    """Return the keys of the mapping that a window is in, as they are now."""
    keys = tree.keys(window.within[-1])
    left, right = bisect_left(keys, window.first), bisect_left(keys, window.last)
    inner = [key + window.first - 1 for key in part.keys(0)]
    behind = [key + more for key in keys[right:]] if more else keys[right:]
    return keys[:left] + inner + behind


def _spliced(old: array[int], window: _Window, part: array[int], growth: int) -> array[int]:
    inner, behind = _shifted(part[1:], window.start), _shifted(old[window.last :], growth)
    return old[: window.first] + inner + behind


def _followed(
    old: dict[int, int], window: _Window, part: dict[int, int], more: int
) -> dict[int, int]:
    first, last, by = window.first, window.last, window.first - 1
    inner = {index + by: after + by for index, after in part.items() if index}
    if not more:
        new = old.copy()
        for index in range(first, last):
            new.pop(index, None)
        return new | inner
    new = {index: after for index, after in old.items() if index < first}
    new |= inner
    new.update({index + more: after + more for index, after in old.items() if index >= last})
    return new


def _shifted(numbers: array[int], by: int) -> array[int]:
    """Add to all of many numbers at once: as one large number, which takes half the time."""
    if not by or not numbers:
        return numbers
    ones = int.from_bytes((array("I", (1,)) * len(numbers)).tobytes(), sys.byteorder)
    total = int.from_bytes(numbers.tobytes(), sys.byteorder) + ones * by
    shifted = array("I")
    shifted.frombytes(total.to_bytes(len(numbers) * numbers.itemsize, sys.byteorder))
    return shifted


def _depth(data: Any) -> int:
    inner = data.values() if type(data) is dict else data if type(data) is list else ()
    return 1 + max(map(_depth, inner), default=0)


def _line_start(text: str, at: int) -> int:
    start = text.rfind("\n", 0, at) + 1
    return max(start, text.rfind("\r", start, at) + 1)
