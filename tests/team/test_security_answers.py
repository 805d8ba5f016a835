"""Each answer in docs/security.md says what it is, and names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

DOC = Path("docs/security.md").read_text("utf-8")
ROWS = [line.split(" | ") for line in DOC.splitlines() if re.match(r"\| \d", line)]


def test_each_requirement_is_answered():
    assert len(ROWS) > 150
    for number, _, answer in ROWS:
        assert re.match(r"(met|open|not applicable)\b", answer), number


def test_the_tests_that_are_named_are_there():
    for name in re.findall(
        r"`((?:web|team|sandbox|render|imports|redaction)/[\w/]*)(?:\.py)?`", DOC
    ):
        path = Path("tests", name)
        own = Path("orgdesign", name)
        found = (path, path.with_suffix(".py"), own, own.with_suffix(".py"))
        people = Path("orgdesign/team", name).with_suffix(".py")
        assert any(each.exists() for each in (*found, people)), name
