"""Pages of a booklet about a design: people and money, designs side by side, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from orgdesign.documents.booklet.canvas import PaperSize
from orgdesign.documents.booklet.page import PagePlan
from orgdesign.documents.booklet.table import (
    CellLine,
    PagedTable,
    PaperColumn,
    PaperRow,
    RowGroup,
    amounts,
)
from orgdesign.documents.design_figures import (
    MONEY,
    MONEY_COLUMNS,
    OPTIONS,
    figure_text,
    figure_words,
    money_columns,
    money_rows,
    option_table,
)
from orgdesign.documents.design_rationale import (
    ASKED,
    COLUMNS,
    UNDECIDED,
    WHY,
    open_decisions,
    rationale_rows,
)
from orgdesign.redaction import Disclosure

_SHARES = (30, 30, 22, 18)


def design_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    """Yield the pages of what a design does to people and money, of options, and of why."""
    yield from _money_pages(disclosure, sheet)
    yield from _option_pages(disclosure, sheet)
    yield from _why_pages(disclosure, sheet)


def _plan(title: str) -> PagePlan:
    key = f"section/{title.lower().replace(' ', '-')}"
    return PagePlan(title, lambda *_: None, (key,), mark=title)


def _money_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    if disclosure.then is None:
        return
    rows = [*money_rows(disclosure)]
    told = money_columns(rows)
    groups = [
        RowGroup(
            str(phase),
            [_paper_row(str(row[2]), *(figure_text(row[at]) for at in told)) for row in several],
        )
        for phase, several in groupby(rows, lambda row: row[1])
    ]
    if groups:
        columns = [PaperColumn(MONEY_COLUMNS[2], 40)]
        columns += [
            amounts(MONEY_COLUMNS[at], (figure_text(row[at]) for row in rows)) for at in told
        ]
        yield from PagedTable(sheet, columns).plans(groups, _plan(MONEY))


def _option_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    table = option_table(disclosure)
    if table is None or disclosure.then is not None:
        return
    scores = [
        _paper_row(
            f"{row.criterion.name} ({round(100 * row.weight)}%)",
            "",
            *("?" if score is None else f"{score:g} of 5" for score in row.scores),
        )
        for row in table.criteria
    ]
    figures = [
        _paper_row(figure.name, *(figure_words(effect, figure.unit) for effect in figure.effects))
        for figure in table.figures
        if any(effect.after is not None for effect in figure.effects)
    ]
    columns = [PaperColumn("", 30), *(PaperColumn(name, 14) for name in table.names)]
    groups = [RowGroup(name, rows) for name, rows in
              (("Criteria", scores), ("Figures", figures)) if rows]  # fmt: skip
    yield from PagedTable(sheet, columns).plans(groups, _plan(OPTIONS))


def _why_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    rows = [_paper_row(*row.cells) for row in rationale_rows(disclosure)]
    if rows:
        columns = [PaperColumn(name, share) for name, share in zip(COLUMNS, _SHARES, strict=True)]
        yield from PagedTable(sheet, columns).plans([RowGroup("", rows)], _plan(WHY))
    asked = [_paper_row(sentence) for sentence in open_decisions(disclosure)]
    if asked:
        table = PagedTable(sheet, [PaperColumn(ASKED, 100)])
        yield from table.plans([RowGroup("", asked)], _plan(UNDECIDED))


def _paper_row(*cells: str) -> PaperRow:
    return PaperRow([_cell(cell) for cell in cells])


def _cell(said: str) -> Sequence[CellLine]:
    return [CellLine(line) for line in said.split("\n")] if said else []
