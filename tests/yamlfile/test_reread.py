"""A text read again out of one like it: exactly what reading it from the start gives."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from orgdesign.resources import folder
from orgdesign.yamlfile import Reading, read
from orgdesign.yamlfile.incremental import reread_text
from tests.properties import examples
from tests.yamlfile.editing.test_any_edits import assert_same_tree

NORTHWIND = Path(folder("examples"), "northwind.yaml").read_text("utf-8")
PIECES = (
    "",
    "x",
    "\n",
    " ",
    "- ",
    ": ",
    "#",
    "{",
    "}",
    "'",
    "é",
    "\x07",
    "&a",
    "*a",
    "claims: {}\n",
)


def assert_same(one: Reading, other: Reading) -> None:
    assert (one.organisation, one.problems) == (other.organisation, other.problems)
    if one.source is None or other.source is None:
        assert one.source is other.source
        return
    assert (one.source.digest, one.source.bom) == (other.source.digest, other.source.bom)
    if one.source.tree is not None and other.source.tree is not None:
        assert_same_tree(one.source.tree, other.source.tree)


def some_change(text: str, chance: Random) -> str:
    """Return a text with lines left out, said twice or moved, or characters in place of others."""
    lines, kind = text.splitlines(keepends=True), chance.randrange(4)
    at, size = chance.randrange(len(lines)), chance.randrange(1, 6)
    if kind == 0:
        return "".join(lines[:at] + lines[at + size :])
    if kind == 1:
        return "".join(lines[: at + size] + lines[at:])
    if kind == 2:
        taken = lines[at : at + size]
        rest = lines[:at] + lines[at + size :]
        to = chance.randrange(len(rest))
        return "".join(rest[:to] + taken + rest[to:])
    start = chance.randrange(len(text))
    return text[:start] + chance.choice(PIECES) + text[start + chance.randrange(4) :]


@pytest.mark.parametrize("seed", range(examples(25)))
def test_any_change_of_a_text_is_read_as_from_the_start(seed: int):
    chance = Random(seed)
    before, after = NORTHWIND, some_change(NORTHWIND, chance)
    for _ in range(chance.randrange(2)):
        after = some_change(after, chance)

    there = reread_text(read(before.encode(), "o.yaml"), after.encode())
    assert_same(there, read(after.encode(), "o.yaml"))

    back = reread_text(there, before.encode())
    assert_same(back, read(before.encode(), "o.yaml"))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_is_kept_and_seen_to_come_and_go(mark: bytes):
    before = read(NORTHWIND.encode(), "o.yaml")

    assert_same(reread_text(before, mark + NORTHWIND.encode()), read(mark + NORTHWIND.encode(), ""))


def test_what_is_not_text_is_read_from_the_start():
    before = read(NORTHWIND.encode(), "o.yaml")

    assert_same(reread_text(before, b"\xff\xfe"), read(b"\xff\xfe", "o.yaml"))
