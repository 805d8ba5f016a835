"""The workbook worker, asked without a process around it."""

import io
import json
import os
import sys
from datetime import time
from pathlib import Path

import pytest

from orgdesign.sandbox import workbook as workbooks
from orgdesign.sandbox import worker
from tests.imports.test_files import workbook


def answers(data: bytes, *asked: tuple[int, int]) -> list:
    """Return what the worker answers to a workbook, and to each request for rows."""
    requests = [json.dumps({"sheet": sheet, "start": start}) for sheet, start in asked]
    first = json.dumps({"size": len(data), "encoding": None}).encode()
    said = first + b"\n" + data + "".join(f"{each}\n" for each in requests).encode()
    out = io.BytesIO()
    worker.serve(io.BytesIO(said), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_it_tells_the_sheets_and_gives_their_rows_in_blocks(monkeypatch):
    monkeypatch.setattr(worker, "BLOCK", 2)
    data = workbook([["ID"], [1], [], [2]], [["Other"]])
    assert answers(data, (0, 0), (0, 2), (0, 3), (1, 0), (1, 1), (0, 1)) == [
        {"sheets": [["Sheet", True], ["Sheet 2", True]], "notes": []},
        [["ID"], ["1"]],
        [[], ["2"]],
        [["2"]],
        [["Other"]],
        [],
        [["1"], []],
    ]


def test_blank_rows_are_given_so_that_rows_can_be_counted_but_not_a_million_of_them(monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_BLANK", 3)
    _, rows = answers(workbook([[], [], ["ID"], *[[]] * 10, [7], []]), (0, 0))
    assert rows == [[], [], ["ID"], [], [], [], ["7"]]


def test_every_cell_is_text_as_people_see_it():
    _, rows = answers(workbook([["007", 7.0, 0.25, None, time(9, 30), "x" * 40_000, None]]), (0, 0))
    assert rows == [["007", "7", "0.25", "", "09:30:00", "x" * 32_767]]


def test_it_is_held_to_its_limits_where_the_system_can(monkeypatch):
    resource = pytest.importorskip("resource")
    held = {}
    monkeypatch.setattr(resource, "setrlimit", held.__setitem__)
    worker.limit(1000, 5)
    assert held == {resource.RLIMIT_AS: (1000, 1000), resource.RLIMIT_CPU: (5, 6)}
    monkeypatch.setitem(sys.modules, "resource", None)
    worker.limit(1000, 5)  # as on Windows, which has none


def test_it_ends_once_it_holds_too_much(monkeypatch):
    ended = []
    monkeypatch.setattr(os, "_exit", ended.append)
    worker.watch(1)
    assert ended == [1]
    monkeypatch.setattr(worker, "_LINUX_MEMORY", Path("/nowhere"))
    worker.watch(1)  # by the other way to tell
    assert ended == [1, 1]
    monkeypatch.setitem(sys.modules, "resource", None)
    worker.watch(1)
    assert ended == [1, 1]
