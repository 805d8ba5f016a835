"""A value is found by its path however often one is looked for, and as the first of its key."""

from __future__ import annotations

import pytest

from orgdesign.yamlfile.event_parser import parse
from orgdesign.yamlfile.line_index import LineIndex
from orgdesign.yamlfile.tree import Path, Tree

TEXT = """\
base: &base {name: Base, unit: days}
one: {<<: *base, name: One}
two: *base
? &key three
: {name: Three}
*key : {name: Again}
list: [{name: First}, {name: Second}]
empty:
"""


@pytest.fixture
def tree() -> Tree:
    return parse(TEXT, LineIndex(TEXT)).tree


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("base", "name"), "Base"),
        (("one", "name"), "One"),
        (("one", "unit"), "days"),
        (("two", "unit"), "days"),
        (("three", "name"), "Three"),
        (("list", 1, "name"), "Second"),
        (("list", 2, "name"), None),
        (("nobody", "name"), None),
        (("empty", "name"), None),
    ],
)
def test_a_value_is_found_the_first_time_as_any_later(
    tree: Tree, path: Path, value: str | None
) -> None:
    [node] = {tree.find(path) for _ in range(12)}
    assert (node.value if node else None) == value
    assert len({tree.nearest(path) for _ in range(12)}) == 1
