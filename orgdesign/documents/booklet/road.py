"""The road map: what changes in which phase of the design, and who brings it about."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.documents.booklet.leaf import Leaf
from orgdesign.documents.booklet.paper import Sheet
from orgdesign.documents.booklet.table import Column, Group, Row, Said, Table
from orgdesign.documents.road_map import Leg, designs_of, road_map
from orgdesign.redaction import Exported

TITLE, KEY = "Road map", "section/road-map"


def road_leaves(going: Exported, sheet: Sheet) -> Iterator[Leaf]:
    """Yield the pages of the road map; none where today goes out."""
    if going.then is None or not going.then.design:
        return
    (design,) = designs_of(going)
    groups = [
        Group(leg.name, [*_rows(leg)] or [_nothing()], _time(leg))
        for leg in road_map(going, design)
    ]
    columns = [Column("Change", 7), Column("What changes", 68), Column("Owner", 25)]
    leaf = Leaf(TITLE, lambda *_: None, (KEY,), going.then.name, mark=TITLE)
    yield from Table(sheet, columns).leaves(groups, leaf)


def _rows(leg: Leg) -> Iterator[Row]:
    for line in leg.lines:
        owner = [Said(line.owner)] if line.owner else []
        yield Row([[Said(str(line.number))], [Said(line.sentence)], owner])


def _nothing() -> Row:
    return Row([[], [Said("Nothing changes in this phase.")], []])


def _time(leg: Leg) -> str:
    phase = leg.phase
    ends = [phase.starts, phase.ends] if phase else []
    return " to ".join(each for each in ends if each)
