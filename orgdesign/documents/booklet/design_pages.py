"""Pages of a booklet about a design: people and money, designs side by side, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.documents.booklet.canvas import PaperSize
from orgdesign.documents.booklet.page_plan import PagePlan
from orgdesign.documents.booklet.table import (
    CellLine,
    PagedTable,
    PaperColumn,
    PaperRow,
    RowGroup,
    amounts,
)
from orgdesign.documents.design_tables import (
    SHARES,
    DesignTable,
    money_table,
    options_table,
    rationale_table,
    undecided_table,
)
from orgdesign.redaction import Disclosure


def design_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    """Yield the pages of what a design does to people and money, of options, and of why."""
    for table in money_table(disclosure):
        yield from _pages(table, _money_columns(table), sheet)
    for table in options_table(disclosure):
        first, *others = table.columns
        columns = [PaperColumn(first, 30), *(PaperColumn(name, 14) for name in others)]
        yield from _pages(table, columns, sheet)
    for table in rationale_table(disclosure):
        named = zip(table.columns, SHARES, strict=True)
        yield from _pages(table, [PaperColumn(name, share) for name, share in named], sheet)
    for table in undecided_table(disclosure):
        yield from _pages(table, [PaperColumn(name, 100) for name in table.columns], sheet)


def _money_columns(table: DesignTable) -> list[PaperColumn]:
    """Return the columns, those of amounts as wide as what stands in them."""
    first, *others = table.columns
    rows = [row for group in table.groups for row in group.rows]
    return [
        PaperColumn(first, 40),
        *(amounts(name, (row[at] for row in rows)) for at, name in enumerate(others, start=1)),
    ]


def _pages(
    table: DesignTable, columns: Sequence[PaperColumn], sheet: PaperSize
) -> Iterator[PagePlan]:
    groups = [RowGroup(each.name, [_paper_row(row) for row in each.rows]) for each in table.groups]
    key = f"section/{table.title.lower().replace(' ', '-')}"
    plan = PagePlan(table.title, lambda *_: None, (key,), mark=table.title)
    yield from PagedTable(sheet, columns).plans(groups, plan)


def _paper_row(cells: Sequence[str]) -> PaperRow:
    return PaperRow([_cell(cell) for cell in cells])


def _cell(said: str) -> Sequence[CellLine]:
    return [CellLine(line) for line in said.split("\n")] if said else []
