"""The source: a file's text as it was read, with the tree of its positions."""

from __future__ import annotations

from orgdesign.model import shorten
from orgdesign.problems import Problem
from orgdesign.value_objects import value_object
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.problem_collector import Fault
from orgdesign.yamlfile.tree import Path, Tree, TreeNode


@value_object
class Source:
    """A text, the hash of its bytes, and where each of its values stands.

    ``text`` is without the byte-order mark; ``bom`` says whether there was one. ``tree`` is
    None when the text has no tree that can be trusted.
    """

    text: str
    digest: str
    bom: bool
    places: LineIndex
    tree: Tree | None = None

    def locate(self, path: Path) -> tuple[int, int]:
        """Return the line and column of a value, or of the closest value around it."""
        if self.tree is None or not len(self.tree):
            return 1, 1
        node, _ = self.tree.nearest(path)
        return self.places.position_of(node.target.start)

    def locate_key(self, path: Path) -> tuple[int, int]:
        """Return the line and column of the key that a value stands under."""
        node = self.tree.find(path) if self.tree else None
        return self.places.position_of(node.key.start) if node and node.key else self.locate(path)

    def problem(self, fault: Fault) -> Problem:
        """Return a fault as a problem at its place, with the text that is at fault."""
        assert self.tree is not None  # noqa: S101 - faults are found in a tree's data
        node = _at_fault(self.tree, fault)
        line, column = self.places.position_of(node.start)
        return Problem(line, column, fault.message, shorten(node.text) if node.index else "")


def _at_fault(tree: Tree, fault: Fault) -> TreeNode:
    node, found = tree.nearest(fault.path)
    if fault.at_key or not found:
        return node.key or node.target
    return node.target
