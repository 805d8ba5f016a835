"""Edits made and proved: the new text is read again, and must say exactly what was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from orgdesign.problems import Problem
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Reading
from orgdesign.yamlfile.editing.edits import (
    Add,
    CannotEdit,
    Edit,
    Invalid,
    Move,
    apply_to_data,
    says_same,
)
from orgdesign.yamlfile.editing.text_splices import SplicedText, TextSpan, splice
from orgdesign.yamlfile.incremental import changed_parts, reread
from orgdesign.yamlfile.tree import Path, Tree, TreeNode, to_plain_data


@value_object
class AppliedEdits:
    """Edits that were made: the reading of the new text, its bytes, and what changed."""

    reading: Reading
    data: bytes
    spans: tuple[TextSpan, ...]


def apply(reading: Reading, edits: Sequence[Edit]) -> AppliedEdits:
    """Make edits, and prove that the new text says what was meant and nothing else changed.

    Raises `CannotEdit` where that cannot be, and `Invalid` where the file would have problems
    that it does not have now. The reading given is left as it was.
    """
    if reading.source is None or reading.source.tree is None:
        raise CannotEdit("the file cannot be read as it is")
    spliced = splice(reading.source, edits)
    changed = _require_meant(reading.source.tree, spliced, edits)
    new, data = reread(reading, spliced.tree, changed)
    fresh = _fresh(reading.problems, new.problems)
    if fresh:
        raise Invalid(fresh)
    return AppliedEdits(new, data, spliced.spans)


def _require_meant(tree: Tree, spliced: SplicedText, edits: Sequence[Edit]) -> frozenset[Path]:
    """Return the parts of the file that the edits are about, or that were parsed again.

    Each of them says what it should.
    """
    changed = changed_parts(
        tree, {path for edit in edits for path in _paths(edit)} | spliced.parsed
    )
    old, new = _values_at(tree, changed), _values_at(spliced.tree, changed)
    if not says_same(apply_to_data(old, edits), new):
        raise CannotEdit("the new text would not say exactly what was meant")
    return changed


def _paths(edit: Edit) -> Iterable[Path]:
    if isinstance(edit, Move):
        before = (*edit.to[:-1], edit.before) if edit.before else edit.to
        return edit.path, edit.to, before
    if isinstance(edit, Add) and edit.key is not None:
        return ((*edit.path, edit.key),)
    return (edit.path,)


def _values_at(tree: Tree, parts: Iterable[Path]) -> Any:
    """Return what some parts of a file say, as far as they are there."""
    if () in parts:
        return to_plain_data(tree.root)
    said: dict[str, Any] = {}
    wanted = {path[0] for path in parts}
    for key, section in tree.pairs(0):
        name = tree.values[key]
        if name in wanted:
            inner = {path[1] for path in parts if path[0] == name and len(path) > 1}
            said[str(name)] = (
                _entries(tree, section, inner) if inner else to_plain_data(TreeNode(tree, section))
            )
    return said


def _entries(tree: Tree, section: int, names: set[Any]) -> Any:
    written = tree.names(section)
    order = sorted(written.index(name) for name in names if name in written)
    keys = tree.keys(section)
    return {str(written[at]): to_plain_data(TreeNode(tree, tree.next(keys[at]))) for at in order}


def _fresh(old: Sequence[Problem], new: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems that were not there before, wherever those stand now."""
    known = Counter((problem.message, problem.text) for problem in old)
    fresh = []
    for problem in new:
        known[problem.message, problem.text] -= 1
        if known[problem.message, problem.text] < 0:
            fresh.append(problem)
    return tuple(fresh)
