"""What the document says of the Python interface is what happens."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


def test_every_example_runs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(TOP)
    done = doctest.testfile(str(TOP / "docs" / "python.md"), module_relative=False)
    assert done.failed == 0
    assert done.attempted > 10
