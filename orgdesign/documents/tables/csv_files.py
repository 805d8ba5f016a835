"""Tables as comma-separated values."""

from __future__ import annotations

import csv
import io

from orgdesign.documents.archive import archive
from orgdesign.documents.tables.tables import Cell, FactTable
from orgdesign.documents.wording import file_name
from orgdesign.tables import shield_text

_WITH_MARK = "utf-8-sig"  # Excel takes it for an old code page otherwise


def plain_tables(tables: tuple[FactTable, ...]) -> bytes:
    """Return a zip archive with a CSV file for each table."""
    return archive({file_name(each.name.lower(), "csv"): _csv(each) for each in tables})


def _csv(table: FactTable) -> bytes:
    with io.StringIO(newline="") as text:
        writer = csv.writer(text)
        writer.writerow(table.headers)
        writer.writerows(tuple(map(_cell, row)) for row in table.rows)
        return text.getvalue().encode(_WITH_MARK)


def _cell(said: Cell) -> Cell:
    return shield_text(said) if isinstance(said, str) else said
