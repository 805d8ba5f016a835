"""The figures on paper: the quicksand scores, who serves no customer, who serves which outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from orgdesign.diagnosis.outcome_shares import OutcomeService, Serving, Unit, serving
from orgdesign.diagnosis.quicksand import DIMENSIONS, Quicksand
from orgdesign.model import Organisation
from orgdesign.plates.flow import FlowBlock, fewest_sheets, flowing_sheets, text_block
from orgdesign.plates.sheet_frame import FAINT
from orgdesign.render import style, wrap
from orgdesign.render.sheet import Bar, Sheet, SheetTable, SheetText, line_height

LABEL, WORDS = 0.36, 0.26
"""Of the width, what the labels and the words beside the bars take."""
KINDS = (("direct", "#0f766e"), ("enabling", "#5eada5"), ("unsaid", "#94a3b8"),
         ("beneath", "#cfe5e2"))  # fmt: skip
"""How an outcome is served, and the colour of that, from dark to light."""
UNITS: dict[Unit, str] = {"functions": "Functions", "headcount": "People", "cost": "Cost"}
SHARES_KEY = (
    "Who serves which outcome, of all functions: dark directly, lighter by enabling others, "
    "grey without saying how, lightest through outcomes under it"
)


@dataclass(frozen=True)
class _Figures:
    """The figures of today, or of a design with those of today beside them."""

    today: Organisation
    then: Organisation
    name: str
    wide: float
    size: float

    @cached_property
    def sides(self) -> list[tuple[str, Organisation]]:
        """Return what is shown of each figure: today, and the design where there is one."""
        return [("today", self.today), *([(self.name, self.then)] if self.name else [])]

    def blocks(self) -> Iterator[FlowBlock]:
        """Yield headings and rows."""
        yield self._heading("The customer quicksand score: what is there of what is needed")
        for dimension in DIMENSIONS:
            scores = [(name, Quicksand(each).whole[dimension]) for name, each in self.sides]
            said = [
                (score.percent, f"{score.covered_count:,} of {score.needed_count:,}", name)
                for name, score in scores
            ]
            yield from self._gauges(dimension.capitalize(), said, style.ROOT.strong)
        served = [(name, serving(each)) for name, each in self.sides]
        yield self._heading("Serves no customer outcome")
        for unit, words in UNITS.items():
            shares = [(each[unit].none.percent, "", name) for name, each in served]
            if served[-1][1][unit].total:
                yield from self._gauges(words, shares, style.GAP.strong)
        yield self._heading(SHARES_KEY)
        yield from self._outcomes(served[-1][1]["functions"])

    def _heading(self, words: str) -> FlowBlock:
        told = text_block(words, self.wide, self.size, style.INK, bold=True)
        above = self.size * 0.6
        marks = tuple(replace(mark, y=mark.y + above) for mark in told.marks)
        return FlowBlock(marks, told.height + above + self.size * 0.3)

    def _gauges(
        self, label: str, said: Sequence[tuple[int | None, str, str]], colour: str
    ) -> Iterator[FlowBlock]:
        for number, (percent, more, name) in enumerate(said):
            share = "nothing to count" if percent is None else f"{percent}%"
            words = " · ".join(filter(None, (share, more, name if self.name else "")))
            is_last = number == len(said) - 1
            ground = colour if is_last else "#94a3b8"
            pieces = [((percent or 0) / 100, ground)]
            yield self._row("" if number else label, words, pieces, is_last=is_last)

    def _outcomes(self, found: Serving) -> Iterator[FlowBlock]:
        waiting = [(self.then.outcome, 0)]
        while waiting:
            outcome, depth = waiting.pop()
            served = found.outcomes[outcome.id]
            yield self._row(
                outcome.statement,
                served.whole.percent_text,
                [*_pieces(served)],
                depth,
                is_last=True,
            )
            waiting += [(each, depth + 1) for each in reversed([*outcome.outcomes.values()])]

    def _row(
        self,
        label: str,
        words: str,
        pieces: list[tuple[float, str]],
        depth: int = 0,
        *,
        is_last: bool,
    ) -> FlowBlock:
        size, left = self.size, min(depth, 6) * self.size
        room = self.wide * LABEL - left - 10
        bar, beside = self.wide * LABEL, self.wide * (1 - WORDS) + 8
        names = wrap(label, room, size, depth == 0)
        told = wrap(words, self.wide * WORDS - 8, size)
        step = line_height(size)
        marks: list[SheetText | Bar] = [
            SheetText(left, n * step, room, line, size, style.INK, depth == 0)
            for n, line in enumerate(names)
        ]
        marks += [
            SheetText(beside, n * step, self.wide - beside, line, size, style.INK)
            for n, line in enumerate(told)
        ]
        long = self.wide * (1 - LABEL - WORDS)
        thick = size * 0.9
        marks.append(Bar(bar, (step - thick) / 2, long, thick, FAINT))
        for share, colour in pieces:
            if share > 0:
                marks.append(Bar(bar, (step - thick) / 2, long * share, thick, colour))
                bar += long * share
        high = max(1, len(names), len(told)) * step
        return FlowBlock(tuple(marks), high + size * (0.7 if is_last else 0.1))


def _pieces(served: OutcomeService) -> Iterator[tuple[float, str]]:
    for kind, colour in KINDS:
        yield getattr(served, kind).percent / 100, colour


def figures_sheets(
    today: Organisation, then: Organisation | None, name: str, size: tuple[float, float]
) -> list[Sheet]:
    """Return the figures on bare sheets of a size; with a design, today's beside them."""
    counted = serving(then or today)["functions"].outcomes
    rows = tuple(
        (outcome.statement, counted[outcome.id].whole.percent_text)
        for outcome in (then or today).outcome.walk()
    )
    table = SheetTable(("Outcome", "Functions that serve it"), rows)

    def draw(type_size: float) -> list[Sheet]:
        figures = _Figures(today, then or today, name if then else "", size[0], type_size)
        blocks = [*figures.blocks()]
        return flowing_sheets("figures", "The figures", blocks, size, 1, 0.0, table)

    return fewest_sheets(draw)
