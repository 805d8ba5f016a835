"""A changed text's tree out of the tree before: only what encloses the changes is parsed again.

What stands below a section's key, such as one function, is lines that parse on their own; the
nodes after it move by as many characters as came or went. Where that is not so (anchors,
braces around everything) the whole text is parsed.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, NamedTuple

from orgdesign.problems import Problem
from orgdesign.yamlfile import limits
from orgdesign.yamlfile.event_parser import parse
from orgdesign.yamlfile.incremental.regions import (
    ReparseRegion,
    TextChange,
    line_start,
    reparse_regions,
)
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.tree import BLOCK_MAPPING, Path, Tree
from orgdesign.yamlfile.utf8_text import unseen

_DEEPEST = limits.MAX_DEPTH - 10


def apply_changes(text: str, changes: Sequence[TextChange]) -> str:
    """Return a text with changes made; they are in order and do not overlap."""
    pieces, at = [], 0
    for change in changes:
        pieces += [text[at : change.start], change.text]
        at = change.end
    return "".join((*pieces, text[at:]))


class ReparseResult(NamedTuple):
    """The tree of a changed text, and what is wrong with it.

    ``parsed`` holds the paths of what was parsed again; () is the whole text. ``is_readable``
    is false where that text cannot be read at all.
    """

    tree: Tree
    problems: list[Problem]
    parsed: frozenset[Path]
    is_readable: bool = True


def reparse(tree: Tree, changes: Sequence[TextChange]) -> ReparseResult:
    """Return the tree of the changed text, and the problems that parsing it found."""
    text = apply_changes(tree.text, changes)
    if changes and not (tree.anchors or tree.targets):
        for window in reparse_regions(tree, changes):
            new = _parse_region(tree, window, changes, text)
            if new is not None:
                return ReparseResult(new, [], _parsed(tree, new, window))
    whole = parse(text, LineIndex(text))
    problems = [*whole.problems, *unseen(text)]
    return ReparseResult(whole.tree, problems, frozenset(((),)), whole.data is not None)


def _parsed(old: Tree, new: Tree, window: ReparseRegion) -> frozenset[Path]:
    """Return the paths of the entries that a window had, and has now."""
    within = window.within[-1]
    above = (str(old.values[within - 1]),) if within else ()
    more = len(new) - len(old)
    names = {str(old.values[key]) for key in _keys_between(old, within, window, 0)}
    names |= {str(new.values[key]) for key in _keys_between(new, within, window, more)}
    return frozenset((*above, name) for name in names)


def _keys_between(tree: Tree, within: int, window: ReparseRegion, more: int) -> list[int]:
    keys = tree.keys(within)
    return keys[bisect_left(keys, window.first) : bisect_left(keys, window.last + more)]


def _parse_region(
    tree: Tree, window: ReparseRegion, changes: Sequence[TextChange], text: str
) -> Tree | None:
    growth = sum(change.growth for change in changes)
    part = text[window.start : window.end + growth]
    if not part.strip() or next(unseen(part), None):
        return None
    parsed = parse(part, LineIndex(part))
    found = parsed.tree
    if parsed.data is None or parsed.problems or found.anchors or found.targets:
        return None
    if found.styles[0] != BLOCK_MAPPING or _depth(parsed.data) > _DEEPEST:
        return None
    if found.starts[1] - line_start(part, found.starts[1]) != window.column:
        return None
    return _joined(tree, window, found, text, growth)


def _joined(tree: Tree, window: ReparseRegion, part: Tree, text: str, growth: int) -> Tree:
    first, last, new = window.first, window.last, Tree(text)
    more = len(part) - 1 - (last - first)
    new.styles = tree.styles[:first] + part.styles[1:] + tree.styles[last:]
    new.values = tree.values[:first] + part.values[1:] + tree.values[last:]
    new.starts = _spliced(tree.starts, window, _shifted(part.starts[1:], window.start), growth)
    new.ends = _spliced(tree.ends, window, _shifted(part.ends[1:], window.start), growth)
    new.after = _spliced(tree.after, window, _shifted(part.after[1:], first - 1), more)
    new.keep_keys(window.within[-1], _rekeyed(tree, window, part, more))
    for index in window.within:
        is_last = tree.after[index] == last
        new.after[index] = tree.after[index] + more
        if first == index + 1:
            new.starts[index] = part.starts[0] + window.start
        new.ends[index] = part.ends[0] + window.start if is_last else tree.ends[index] + growth
    return new


def _rekeyed(tree: Tree, window: ReparseRegion, part: Tree, more: int) -> list[int]:
    """Return the keys of the mapping that a window is in, as they are now."""
    keys = tree.keys(window.within[-1])
    left, right = bisect_left(keys, window.first), bisect_left(keys, window.last)
    inner = [key + window.first - 1 for key in part.keys(0)]
    behind = [key + more for key in keys[right:]] if more else keys[right:]
    return keys[:left] + inner + behind


def _spliced(old: array[int], window: ReparseRegion, inner: array[int], growth: int) -> array[int]:
    return old[: window.first] + inner + _shifted(old[window.last :], growth)


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
