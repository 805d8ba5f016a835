"""People and money of a design as a bridge and a table, and designs side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from orgdesign.designs.ledger import BridgeBar, DesignLedger, bridge
from orgdesign.documents.deck.drawingml import ShapeFrame, clean
from orgdesign.documents.deck.native_chart import fill_series, put_chart
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, part_title
from orgdesign.documents.deck.table import SlideCell, SlideColumn, SlideTable
from orgdesign.documents.deck.theme import DeckTheme
from orgdesign.documents.design_figures import signed_text
from orgdesign.documents.design_tables import (
    CRITERIA,
    SHARES,
    money_table,
    options_table,
    rationale_table,
    undecided_table,
)
from orgdesign.documents.road_map import disclosed_designs
from orgdesign.model import number_text
from orgdesign.redaction import Disclosure

_NOTES = (
    "Each step says how many people come or go, and why. The chart is native: its numbers open in "
    "a spreadsheet; the bars that carry the steps have no colour."
)


def design_slides(
    disclosure: Disclosure, room: ShapeFrame, theme: DeckTheme
) -> Iterator[SlidePlan]:
    """Yield the bridge of the design that goes out; without one, designs side by side."""
    if disclosure.then is not None:
        for design in disclosed_designs(disclosure):
            ledger = DesignLedger(disclosure.today, design)
            bars = [*bridge(ledger, "people")]
            if len(bars) > 2:
                yield _bridge_slide(design.name, bars)
        yield from _money_slides(disclosure, room, theme)
        yield from _rationale_slides(disclosure, room, theme)
    yield from _option_slides(disclosure, room, theme)


def _bridge_slide(name: str, bars: Sequence[BridgeBar]) -> SlidePlan:
    def draw(canvas: SlideCanvas) -> None:
        _draw_bridge(canvas, bars)

    first, last = number_text(bars[0].end), number_text(bars[-1].end)
    title = f"People: {first} become {last}"
    return SlidePlan("Figures", title, draw, f"{name}. {_NOTES}")


def _draw_bridge(canvas: SlideCanvas, bars: Sequence[BridgeBar]) -> None:
    """Draw stacked columns: what carries a step, without a colour, and the step itself."""
    data = CategoryChartData(number_format="#,##0")
    data.categories = [clean(_category(bar)) for bar in bars]
    lifts = [0.0 if bar.kind == "total" else min(bar.start, bar.end) for bar in bars]
    data.add_series("Carries", lifts)
    data.add_series("In all", [bar.end if bar.kind == "total" else 0 for bar in bars])
    data.add_series("More", [max(bar.delta, 0) if bar.kind != "total" else 0 for bar in bars])
    data.add_series("Fewer", [max(-bar.delta, 0) if bar.kind != "total" else 0 for bar in bars])
    name, kind = "People from before to after", XL_CHART_TYPE.COLUMN_STACKED
    chart = put_chart(canvas, kind, data, name, size=12, below=8)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 40, 100
    for series, colour in zip(
        plot.series, (None, canvas.theme.primary, "#2E8B7A", "#9CC4BC"), strict=True
    ):
        fill_series(series, colour)
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.tick_labels.number_format = "#,##0"
    chart.value_axis.tick_labels.number_format_is_linked = False


def _category(bar: BridgeBar) -> str:
    amount = number_text(bar.end) if bar.kind == "total" else signed_text(bar.delta)
    return f"{bar.label} {amount}"


def _money_slides(
    disclosure: Disclosure, room: ShapeFrame, theme: DeckTheme
) -> Iterator[SlidePlan]:
    """Yield what each phase does to people, posts and money, once and a year."""
    for table in money_table(disclosure):
        first, *others = table.columns
        columns = [SlideColumn("Phase", 2.2), SlideColumn(first, 2.6),
                   *(SlideColumn(name, 1.2) for name in others)]  # fmt: skip
        cells = [[SlideCell(group.name, bold=True), *map(SlideCell, row)]
                 for group in table.groups for row in group.rows]  # fmt: skip
        grid = SlideTable(columns, cells, room.width, theme.primary)
        yield from _table_slides("Figures", table.title, grid, room)


def _rationale_slides(
    disclosure: Disclosure, room: ShapeFrame, theme: DeckTheme
) -> Iterator[SlidePlan]:
    """Yield why a design is as it is, what may go wrong and was decided, and what is open."""
    for table in rationale_table(disclosure):
        columns = [*map(SlideColumn, table.columns, SHARES)]
        cells = [[SlideCell(about, bold=True), *map(_one_line, rest)]
                 for group in table.groups for about, *rest in group.rows]  # fmt: skip
        grid = SlideTable(columns, cells, room.width, theme.primary)
        yield from _table_slides("Road map", table.title, grid, room)
    for table in undecided_table(disclosure):
        columns = [SlideColumn(name, 1) for name in table.columns]
        cells = [[*map(SlideCell, row)] for group in table.groups for row in group.rows]
        grid = SlideTable(columns, cells, room.width, theme.primary)
        yield from _table_slides("Road map", table.title, grid, room)


def _one_line(said: str) -> SlideCell:
    return SlideCell(said.replace("\n", " "))


def _table_slides(
    section: str, title: str, table: SlideTable, room: ShapeFrame
) -> Iterator[SlidePlan]:
    parts = [*table.parts(room.height)] if table.rows else []
    for part, grid in enumerate(parts, start=1):

        def draw(canvas: SlideCanvas, grid: SlideTable = grid) -> None:
            said = f"A table of {len(grid.rows)} rows: {title}"
            canvas.put_shapes(
                grid.shape_at(canvas.shape_naming(title, said), canvas.room.x, canvas.room.y)
            )

        yield SlidePlan(section, part_title(title, part, len(parts)), draw)


def _option_slides(
    disclosure: Disclosure, room: ShapeFrame, theme: DeckTheme
) -> Iterator[SlidePlan]:
    for table in options_table(disclosure):
        first, *others = table.columns
        columns = [SlideColumn(first, 3.0), *(SlideColumn(name, 1.6) for name in others)]
        cells = [[SlideCell(name, bold=group.name == CRITERIA), *map(SlideCell, rest)]
                 for group in table.groups for name, *rest in group.rows]  # fmt: skip
        grid = SlideTable(columns, cells, room.width, theme.primary)
        yield from _table_slides("Figures", "Options side by side", grid, room)
