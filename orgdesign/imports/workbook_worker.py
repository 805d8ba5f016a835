"""The workbook worker: a process of its own that reads one workbook for the app.

A workbook can say in a few bytes that its last cell is a billion cells away, and whoever makes room
for them all dies of it. So it is read here, with as much memory and time as is given, and nothing
else of the app is loaded. The app starts this file by its path, and asks on its standard input:

    5977944                       the size of the workbook that follows, in bytes
    {"sheet": 0, "start": 2000}   which rows it wants next

Each is answered with a line of JSON: the sheets, each with whether it can be seen; then a block of
rows, with every cell as text.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

BLOCK = 1_000
"""How many rows are given at once."""

MAX_COLUMNS = 400
MOST_BLANK = 1_000
"""How many blank rows in a row are given; a stray cell can stand a million rows below."""

LONGEST = 32_767
"""How many letters a cell can hold, as Excel says."""


class Book:
    """One workbook, of which the rows of one sheet at a time are at hand."""

    def __init__(self, data: bytes) -> None:
        from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

        self._book: CalamineWorkbook = load_workbook(io.BytesIO(data))
        self.sheets = [
            (each.name, each.visible == SheetVisibleEnum.Visible)
            for each in self._book.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet
        ]
        self._at, self._next, self._rows = -1, 0, iter(list[list[str]]())

    def block(self, sheet: int, start: int) -> list[list[str]]:
        """Return some rows of a sheet, from one on; none where there are no more."""
        if (sheet, start) != (self._at, self._next):
            self._rows = islice(self._of(sheet), start, None)
            self._at, self._next = sheet, start
        found = list(islice(self._rows, BLOCK))
        self._next += len(found)
        return found

    def _of(self, sheet: int) -> Iterator[list[str]]:
        """Yield the rows of a sheet up to the last that is not blank, long gaps cut short."""
        rows = self._book.get_sheet_by_name(self.sheets[sheet][0]).iter_rows()
        blank = 0
        for cells in map(_cells, rows):
            if not cells:
                blank += 1
                continue
            yield from ([] for _ in range(min(blank, MOST_BLANK)))
            yield cells
            blank = 0


def _cells(row: list[Any]) -> list[str]:
    cells = [_cell(value) for value in row[:MAX_COLUMNS]]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return str(value)


def limit(memory: int, seconds: int) -> None:
    """Use at most this much, where the system can hold the worker to that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def watch(memory: int, pause: float = 0.05) -> None:
    """End the worker once it holds more, on systems that promise memory which they have not."""
    with contextlib.suppress(ImportError):
        import resource

        unit = 1 if sys.platform == "darwin" else 1024
        while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit < memory:
            time.sleep(pause)
        os._exit(1)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests about the workbook until there are no more."""
    book = Book(requests.read(int(requests.readline())))
    _say(answers, book.sheets)
    while line := requests.readline():
        asked = json.loads(line)
        _say(answers, book.block(asked["sheet"], asked["start"]))


def _say(answers: BinaryIO, what: object) -> None:
    answers.write(json.dumps(what).encode() + b"\n")
    answers.flush()


def main(memory: str, seconds: str) -> None:
    """Serve on the standard streams; nothing else is ever written to the answers."""
    limit(int(memory), int(seconds))
    Thread(target=watch, args=(int(memory),), daemon=True).start()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main(*sys.argv[1:])
