"""The tables of what goes out: functions, roles, outcomes, measures, hand-offs, changes."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.documents.tables.changes import planned
from orgdesign.documents.tables.table import Table, table
from orgdesign.redaction import Exported
from orgdesign.tables import sheets


def tables(going: Exported) -> tuple[Table, ...]:
    """Return the tables of what goes out, in order; with a design, of what it makes of today."""
    return tuple(_tables(going))


def _tables(going: Exported) -> Iterator[Table]:
    is_designed = going.then is not None
    for each in sheets(going.shown):
        if each.kind != "measure" or not going.leave.leaves("measures"):
            yield table(each.name, each.columns, each.parts.values(), going.leave, is_designed)
    yield planned(going)
