"""Edits as one new text: spliced step by step, and nothing outside the spans touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice

from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Source
from orgdesign.yamlfile.editing.edit_steps import steps
from orgdesign.yamlfile.editing.edits import CannotEdit, Edit, Invalid, Set
from orgdesign.yamlfile.incremental import ReparseResult, TextChange, reparse
from orgdesign.yamlfile.tree import Path, Tree

_BLOCK = 65_536
"""How many characters are compared at once."""


@value_object
class TextSpan:
    """The characters from ``start`` to ``end`` of the old text became ``text``."""

    start: int
    end: int
    text: str


@value_object
class SplicedText:
    """A new text, its tree, and the spans of the old text that it changes, in order.

    ``parsed`` holds the paths of what was parsed again; () is the whole text.
    """

    text: str
    tree: Tree
    spans: tuple[TextSpan, ...]
    parsed: frozenset[Path]


def splice(source: Source, edits: Sequence[Edit]) -> SplicedText:
    """Return the text of a source with edits made.

    Raises `CannotEdit` where an edit cannot be made without touching anything else, and
    `Invalid` where the new text could not be read.
    """
    if source.tree is None or not len(source.tree):
        raise CannotEdit("the file cannot be read as it is")
    tree, regions, parsed, done = source.tree, _Regions(), set[Path](), 0
    while done < len(edits):
        run = _rewordings(tree, islice(edits, done, None))
        for step in [partial(_at_once, run)] if len(run) > 1 else steps(edits[done], tree):
            new = _stepped(tree, step(tree), regions)
            tree = new.tree
            parsed |= new.parsed
        done += max(len(run), 1)
    return SplicedText(tree.text, tree, regions.spans(source.text, tree.text), frozenset(parsed))


def _rewordings(tree: Tree, edits: Iterator[Edit]) -> dict[Path, Edit]:
    """Return the next edits that each put one text in the place of another, by their paths.

    None of them changes where the others are, so all are made in one step.
    """
    run: dict[Path, Edit] = {}
    for edit in edits:
        if (
            tree.anchors
            or tree.targets
            or not isinstance(edit, Set)
            or not isinstance(edit.value, str)
        ):
            break
        node = tree.find(edit.path)
        if node is None or not node.value or edit.path in run:
            break
        run[edit.path] = edit
    return run


def _at_once(run: dict[Path, Edit], tree: Tree) -> list[TextChange]:
    changes = (step(tree) for edit in run.values() for step in steps(edit, tree))
    return sorted(chain.from_iterable(changes))


def _stepped(tree: Tree, changes: list[TextChange], regions: _Regions) -> ReparseResult:
    new = reparse(tree, changes)
    if not new.is_readable:
        raise CannotEdit("this part of the file is written in a way that is not understood")
    if new.problems:
        known = {problem.message for problem in reparse(tree, []).problems}
        fresh = [problem for problem in new.problems if problem.message not in known]
        if fresh:
            raise Invalid(tuple(fresh))
    for change in reversed(changes):
        regions.add(change)
    return new


class _Regions:
    """What changed so far: from where to where in the old text, and in the new one."""

    def __init__(self) -> None:
        self._all: list[tuple[int, int, int, int]] = []

    def add(self, change: TextChange) -> None:
        """Take in a change of the text as the changes so far left it."""
        start, end = change.start, change.end
        before, after, touched = [], [], []
        for region in self._all:
            if region[3] < start:
                before.append(region)
            elif region[2] > end:
                after.append(region)
            else:
                touched.append(region)
        was = before[-1][1] - before[-1][3] if before else 0
        first, last = (touched[0], touched[-1]) if touched else (None, None)
        old_start = first[0] - max(0, first[2] - start) if first else start + was
        new_start = min(start, first[2]) if first else start
        old_end = last[1] + max(0, end - last[3]) if last else end + was
        new_end = max(end, last[3]) + change.growth if last else end + change.growth
        moved = [(a, b, c + change.growth, d + change.growth) for a, b, c, d in after]
        self._all = [*before, (old_start, old_end, new_start, new_end), *moved]

    def spans(self, old: str, new: str) -> tuple[TextSpan, ...]:
        """Return the changes, and make sure that nothing else differs."""
        at, now, spans = 0, 0, []
        for old_start, old_end, start, end in self._all:
            _require_same(old, at, old_start, new, now, start)
            if old[old_start:old_end] != new[start:end]:
                spans.append(TextSpan(old_start, old_end, new[start:end]))
            at, now = old_end, end
        _require_same(old, at, len(old), new, now, len(new))
        return tuple(spans)


def _require_same(old: str, at: int, end: int, new: str, now: int, last: int) -> None:
    """Compare a part of a text with a part of another, a block at a time: no part is copied."""
    shift = now - at
    ends = ((start, min(start + _BLOCK, end)) for start in range(at, end, _BLOCK))
    is_same = end + shift == last and all(
        old[start:stop] == new[start + shift : stop + shift] for start, stop in ends
    )
    if not is_same:
        raise CannotEdit("this edit would change more of the text than it should")
