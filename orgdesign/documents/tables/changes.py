"""The table of what designs change, in the order in which it is made."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.documents.road_map import designs_of, road_map
from orgdesign.documents.tables.table import Row, Table
from orgdesign.model import Design
from orgdesign.redaction import Exported
from orgdesign.tables import CHANGE_COLUMNS, CHANGES


def planned(going: Exported) -> Table:
    """Return the changes of the design that goes out, up to its phase; without one, of all."""
    rows = (row for each in designs_of(going) for row in _rows(going, each))
    return Table(CHANGES, CHANGE_COLUMNS, tuple(rows))


def _rows(going: Exported, design: Design) -> Iterator[Row]:
    for leg in road_map(going, design):
        phase = leg.phase
        when = (phase.name, phase.starts, phase.ends) if phase else (None, None, None)
        for line in leg.lines:
            yield (
                design.name,
                *when,
                line.number,
                line.step.change.kind,
                line.sentence,
                line.owner,
            )
