"""The parts of a file that are checked and built one by one, and which of them paths lead to."""

from __future__ import annotations

from collections.abc import Collection

from orgdesign.yamlfile.parts import NOUN_SECTIONS
from orgdesign.yamlfile.tree import BLOCK_MAPPING, Path, Tree

KEYED = (*NOUN_SECTIONS.values(), "designs", "criteria")
"""The sections whose entries are checked and built one by one."""


def changed_parts(tree: Tree, paths: Collection[Path]) -> frozenset[Path]:
    """Return the sections, or the entries of sections, that paths lead to; () is the file."""
    if () in paths or tree.anchors or tree.targets or tree.styles[0] != BLOCK_MAPPING:
        return frozenset(((),))
    parts = {_part_path(tree, path) for path in paths}
    return frozenset(part for part in parts if part[:1] not in parts or len(part) == 1)


def _part_path(tree: Tree, path: Path) -> Path:
    if len(path) > 1 and path[0] in KEYED:
        section = tree.under(0, str(path[0]))
        if section is not None and tree.styles[section] == BLOCK_MAPPING:
            return path[:2]
    return path[:1]
