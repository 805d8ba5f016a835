"""Foreign files read where the tests run: a process a file would take longer than all else."""

import json
from collections.abc import Iterator

import pytest

from orgdesign.imports import files
from orgdesign.sandbox import OpenTables, formats


class TablesHere:
    """The same reading as the worker's, without a process around it."""

    def __init__(self, data: bytes, encoding: str | None = None) -> None:
        self._tables = formats.open_tables(data, encoding)
        self.sheets, self.notes = self._tables.sheets, self._tables.notes

    def rows(self, sheet: int) -> Iterator[list[str]]:
        start = 0
        while block := self._tables.block(sheet, start, 1_000):
            yield from json.loads(json.dumps(block))
            start += len(block)


def _opened(data: bytes, encoding: str | None = None) -> TablesHere | OpenTables:
    """Open text here, and what can do harm in the worker."""
    is_text = not data.startswith(b"PK") and len(data) < 100_000
    return TablesHere(data, encoding) if is_text else OpenTables(data, encoding)


@pytest.fixture(autouse=True, scope="package")
def _read_here():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "OpenTables", _opened)
        yield
