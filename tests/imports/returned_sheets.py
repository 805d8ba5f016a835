"""Tables as they go out, as people edit them, and what comes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from zipfile import ZipFile

import openpyxl

from orgdesign.designs.replay import structure_after
from orgdesign.documents.tables import plain_tables, tables, workbook
from orgdesign.imports import MergeResult, sync_sheets
from orgdesign.redaction import Redaction, disclose
from orgdesign.yamlfile import Reading, read

SHEETS = ("Functions", "Roles", "Outcomes", "Measures", "Hand-offs", "Changes")


def reading_of(text: str) -> Reading:
    reading = read(text.encode(), "northwind.yaml")
    assert reading.problems == ()
    return reading


def disclosure(reading: Reading, leave: Sequence[str] = (), design: str | None = None):
    today = reading.organisation
    then = structure_after(today, today.designs[design]) if design else None
    return tables(disclose(today, then, Redaction.parse(leave)))


def xlsx(reading: Reading, leave: Sequence[str] = (), design: str | None = None) -> bytes:
    return workbook(disclosure(reading, leave, design), "Northwind")


def zipped(reading: Reading, leave: Sequence[str] = (), design: str | None = None) -> bytes:
    return plain_tables(disclosure(reading, leave, design))


class Sheet:
    """One table as a person has it open: its rows, by id."""

    def __init__(self, reading: Reading, name: str) -> None:
        with ZipFile(io.BytesIO(zipped(reading))) as file:
            text = file.read(f"{name.lower()}.csv").decode("utf-8-sig")
        self.head, *self.rows = csv.reader(io.StringIO(text, newline=""))

    def row(self, id_: str) -> list[str]:
        return next(row for row in self.rows if row[0] == id_)

    def put(self, id_: str, column: str, cell: str) -> Sheet:
        self.row(id_)[self.head.index(column)] = cell
        return self

    def add(self, **cells: str) -> Sheet:
        """Add a row; names of columns with blanks or brackets are given through ``**``."""
        self.rows.append([cells.get(column, "") for column in self.head])
        return self

    def drop(self, id_: str) -> Sheet:
        self.rows.remove(self.row(id_))
        return self

    def without(self, *columns: str) -> Sheet:
        kept = [at for at, name in enumerate(self.head) if name not in columns]
        self.head = [self.head[at] for at in kept]
        self.rows = [[row[at] for at in kept] for row in self.rows]
        return self

    def csv(self, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
        with io.StringIO(newline="") as text:
            csv.writer(text, delimiter=delimiter).writerows([self.head, *self.rows])
            return text.getvalue().encode(encoding)

    def xlsx(self, name: str) -> bytes:
        """Return the sheet alone as a workbook, its numbers as numbers."""
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = name
        for row in [self.head, *self.rows]:
            sheet.append([float(cell) if cell.isdecimal() else cell for cell in row])
        with io.BytesIO() as data:
            book.save(data)
            return data.getvalue()


def brought(reading: Reading, *files: bytes) -> MergeResult:
    return sync_sheets(reading, [(f"{at}.csv", data) for at, data in enumerate(files, start=1)])
