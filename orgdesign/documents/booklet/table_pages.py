"""The road map, the facts of every function, and what a design does and why, in tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from orgdesign.charts import GAPS, function_id, progress, role_title
from orgdesign.documents.booklet.canvas import PaperSize
from orgdesign.documents.booklet.chart_pages import box_key, facts_key
from orgdesign.documents.booklet.page_plan import PagePlan
from orgdesign.documents.booklet.table import (
    Cell,
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
from orgdesign.documents.road_map import RoadMapPhase, disclosed_designs, road_map
from orgdesign.documents.wording import number
from orgdesign.model import Function, Organisation
from orgdesign.redaction import Disclosure
from orgdesign.render import style

ROAD_MAP, ROAD_MAP_KEY = "Road map", "section/road-map"


def road_map_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    """Yield the pages of the road map; none where today goes out."""
    if disclosure.then is None or not disclosure.then.design:
        return
    (design,) = disclosed_designs(disclosure)
    groups = [
        RowGroup(phase_entry.name, [*_rows(phase_entry)] or [_nothing()], _time(phase_entry))
        for phase_entry in road_map(disclosure, design)
    ]
    columns = [PaperColumn("Change", 7), PaperColumn("What changes", 68), PaperColumn("Owner", 25)]
    plan = PagePlan(ROAD_MAP, lambda *_: None, (ROAD_MAP_KEY,), disclosure.then.name, mark=ROAD_MAP)
    yield from PagedTable(sheet, columns).plans(groups, plan)


def _rows(phase_entry: RoadMapPhase) -> Iterator[PaperRow]:
    for line in phase_entry.lines:
        owner = [CellLine(line.owner)] if line.owner else []
        yield PaperRow([[CellLine(str(line.number))], [CellLine(line.sentence)], owner])


def _nothing() -> PaperRow:
    return PaperRow([[], [CellLine("Nothing changes in this phase.")], []])


def _time(phase_entry: RoadMapPhase) -> str:
    phase = phase_entry.phase
    ends = [phase.starts, phase.ends] if phase else []
    return " to ".join(each for each in ends if each)


FUNCTIONS, FUNCTIONS_KEY = "Functions", "section/functions"
_HOW = {"direct": "directly", "enabling": "by enabling others"}


def function_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    """Yield the pages of the facts, the functions of a branch in the order of reporting lines."""
    told = _FunctionRows(disclosure.organisation, disclosure.then is not None)
    about = "What each contributes, who answers for it, and how it is measured"
    plan = PagePlan(FUNCTIONS, lambda *_: None, (FUNCTIONS_KEY,), about, mark=FUNCTIONS)
    yield from PagedTable(sheet, told.columns).plans([*told.groups()], plan)


@dataclass(frozen=True)
class _FunctionRows:
    organisation: Organisation
    is_design: bool

    @cached_property
    def _lines(self) -> Mapping[str | None, list[Function]]:
        return self.organisation.reporting_lines()

    @cached_property
    def _has(self) -> tuple[bool, bool, bool]:
        functions = self.organisation.functions.values()
        return (
            any(each.measures for each in functions),
            any(each.headcount is not None for each in functions),
            any(each.cost is not None for each in functions),
        )

    @property
    def columns(self) -> list[PaperColumn]:
        """Return the columns, without those that nothing would stand in."""
        measures, headcount, cost = self._has
        functions = self.organisation.functions.values()
        return [
            PaperColumn("Function", 22),
            PaperColumn("What it contributes, and to which outcome", 38),
            PaperColumn("Accountable", 17),
            *([PaperColumn("Measures", 24)] if measures else ()),
            *(
                [amounts("People", _known_amounts(each.headcount for each in functions))]
                if headcount
                else ()
            ),
            *([amounts("Cost", _known_amounts(each.cost for each in functions))] if cost else ()),
        ]

    def groups(self) -> Iterator[RowGroup]:
        """Yield the functions at the top, then each branch below them, then all others."""
        roots = self._lines.get(None, [])
        yield RowGroup("", [self._row(each) for each in roots])
        heads = [each for root in roots for each in self._lines.get(root.id, [])]
        for head in heads:
            if head.id in self._lines:
                rows = [self._row(each) for each in self._branch(head)]
                page = box_key("changes" if self.is_design else "before", function_id(head.id))
                yield RowGroup(head.name, rows, f"{len(rows):,} functions", leads=page)
        alone = [self._row(head) for head in heads if head.id not in self._lines]
        if alone:
            name = "Functions without others below them"
            yield RowGroup(name if len(alone) < len(heads) else "", alone)

    def _branch(self, head: Function) -> Iterator[Function]:
        waiting = [head]
        while waiting:
            yield (each := waiting.pop())
            waiting.extend(reversed(self._lines.get(each.id, [])))

    def _row(self, function: Function) -> PaperRow:
        measures, headcount, cost = self._has
        cells: list[Cell] = [
            self._name(function),
            [*self._serves(function)],
            self._accountable(function),
            *([self._measures(function)] if measures else ()),
            *([_amount(function.headcount)] if headcount else ()),
            *([_amount(function.cost)] if cost else ()),
        ]
        return PaperRow(cells, facts_key(function.id), box_key("after", function_id(function.id)))

    def _name(self, function: Function) -> Cell:
        above = self.organisation.functions.get(function.reports_to or "")
        under = [CellLine(f"reports to {above.name}", colour=style.QUIET)] if above else []
        return [CellLine(function.name, bold=True), *under]

    @cached_property
    def _statements(self) -> Mapping[str, str]:
        return {one.id: one.statement for one in self.organisation.outcome.walk()}

    def _serves(self, function: Function) -> Iterator[CellLine]:
        alignment = function.alignment
        if alignment.contribution:
            yield CellLine(alignment.contribution)
        if alignment.outcome:
            how = _HOW.get(alignment.link or "")
            serves = f"Serves {how}" if how else "Serves"
            yield CellLine(f"{serves}: {self._statements[alignment.outcome]}", colour=style.QUIET)
        for also in alignment.also:
            yield CellLine(f"Also: {self._statements[also]}", colour=style.QUIET)
        for gap in function.gaps:
            if gap != "accountable":
                yield CellLine(GAPS[gap], bold=True, colour=style.GAP.strong)

    def _accountable(self, function: Function) -> Cell:
        if function.accountable:
            return [CellLine(role_title(self.organisation, function.accountable))]
        return [CellLine(GAPS["accountable"], bold=True, colour=style.GAP.strong)]

    def _measures(self, function: Function) -> Cell:
        return [CellLine(progress(self.organisation.measures[each])) for each in function.measures]


def _known_amounts(amounts: Iterable[float | None]) -> Iterator[str]:
    return (number(amount) for amount in amounts if amount is not None)


def _amount(amount: float | None) -> Cell:
    return [CellLine(number(amount))] if amount is not None else []


def design_pages(disclosure: Disclosure, sheet: PaperSize) -> Iterator[PagePlan]:
    """Yield the pages of what a design does to people and money, of options, and of why."""
    for table in money_table(disclosure):
        yield from _table_pages(table, _money_columns(table), sheet)
    for table in options_table(disclosure):
        first, *others = table.columns
        columns = [PaperColumn(first, 30), *(PaperColumn(name, 14) for name in others)]
        yield from _table_pages(table, columns, sheet)
    for table in rationale_table(disclosure):
        named = zip(table.columns, SHARES, strict=True)
        yield from _table_pages(table, [PaperColumn(name, share) for name, share in named], sheet)
    for table in undecided_table(disclosure):
        yield from _table_pages(table, [PaperColumn(name, 100) for name in table.columns], sheet)


def _money_columns(table: DesignTable) -> list[PaperColumn]:
    """Return the columns, those of amounts as wide as what stands in them."""
    first, *others = table.columns
    rows = [row for group in table.groups for row in group.rows]
    return [
        PaperColumn(first, 40),
        *(amounts(name, (row[at] for row in rows)) for at, name in enumerate(others, start=1)),
    ]


def _table_pages(
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
