"""The facts of every function that do not fit in its box, branch by branch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgdesign.charts.boxes import GAPS, function_id, progress, role_title
from orgdesign.documents.booklet.charts import facts, found
from orgdesign.documents.booklet.leaf import Leaf
from orgdesign.documents.booklet.paper import Sheet
from orgdesign.documents.booklet.table import Cell, Column, Group, Row, Said, Table, amounts
from orgdesign.documents.wording import number
from orgdesign.model import Function, Organisation
from orgdesign.redaction import Exported
from orgdesign.render import style

TITLE, KEY = "Functions", "section/functions"
_HOW = {"direct": "directly", "enabling": "by enabling others"}


def function_leaves(going: Exported, sheet: Sheet) -> Iterator[Leaf]:
    """Yield the pages of the facts, the functions of a branch in the order of reporting lines."""
    told = _Facts(going.shown, going.then is not None)
    about = "What each contributes, who answers for it, and how it is measured"
    leaf = Leaf(TITLE, lambda *_: None, (KEY,), about, mark=TITLE)
    yield from Table(sheet, told.columns).leaves([*told.groups()], leaf)


@dataclass(frozen=True)
class _Facts:
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
    def columns(self) -> list[Column]:
        """Return the columns, without those that nothing would stand in."""
        measures, headcount, cost = self._has
        functions = self.organisation.functions.values()
        return [
            Column("Function", 22),
            Column("What it contributes, and to which outcome", 38),
            Column("Accountable", 17),
            *([Column("Measures", 24)] if measures else ()),
            *(
                [amounts("People", _said(each.headcount for each in functions))]
                if headcount
                else ()
            ),
            *([amounts("Cost", _said(each.cost for each in functions))] if cost else ()),
        ]

    def groups(self) -> Iterator[Group]:
        """Yield the functions at the top, then each branch below them, then all others."""
        roots = self._lines.get(None, [])
        yield Group("", [self._row(each) for each in roots])
        heads = [each for root in roots for each in self._lines.get(root.id, [])]
        for head in heads:
            if head.id in self._lines:
                rows = [self._row(each) for each in self._branch(head)]
                page = found("changes" if self.is_design else "before", function_id(head.id))
                yield Group(head.name, rows, f"{len(rows):,} functions", leads=page)
        alone = [self._row(head) for head in heads if head.id not in self._lines]
        if alone:
            name = "Functions without others below them"
            yield Group(name if len(alone) < len(heads) else "", alone)

    def _branch(self, head: Function) -> Iterator[Function]:
        waiting = [head]
        while waiting:
            yield (each := waiting.pop())
            waiting.extend(reversed(self._lines.get(each.id, [])))

    def _row(self, function: Function) -> Row:
        measures, headcount, cost = self._has
        cells: list[Cell] = [
            self._name(function),
            [*self._serves(function)],
            self._accountable(function),
            *([self._measures(function)] if measures else ()),
            *([_amount(function.headcount)] if headcount else ()),
            *([_amount(function.cost)] if cost else ()),
        ]
        return Row(cells, facts(function.id), found("after", function_id(function.id)))

    def _name(self, function: Function) -> Cell:
        above = self.organisation.functions.get(function.reports_to or "")
        under = [Said(f"reports to {above.name}", colour=style.QUIET)] if above else []
        return [Said(function.name, bold=True), *under]

    @cached_property
    def _statements(self) -> Mapping[str, str]:
        return {one.id: one.statement for one in self.organisation.outcome.walk()}

    def _serves(self, function: Function) -> Iterator[Said]:
        alignment = function.alignment
        if alignment.contribution:
            yield Said(alignment.contribution)
        if alignment.outcome:
            how = _HOW.get(alignment.link or "")
            serves = f"Serves {how}" if how else "Serves"
            yield Said(f"{serves}: {self._statements[alignment.outcome]}", colour=style.QUIET)
        for also in alignment.also:
            yield Said(f"Also: {self._statements[also]}", colour=style.QUIET)
        for gap in function.gaps:
            if gap != "accountable":
                yield Said(GAPS[gap], bold=True, colour=style.GAP.strong)

    def _accountable(self, function: Function) -> Cell:
        if function.accountable:
            return [Said(role_title(self.organisation, function.accountable))]
        return [Said(GAPS["accountable"], bold=True, colour=style.GAP.strong)]

    def _measures(self, function: Function) -> Cell:
        return [Said(progress(self.organisation.measures[each])) for each in function.measures]


def _said(amounts: Iterable[float | None]) -> Iterator[str]:
    return (number(amount) for amount in amounts if amount is not None)


def _amount(amount: float | None) -> Cell:
    return [Said(number(amount))] if amount is not None else []
