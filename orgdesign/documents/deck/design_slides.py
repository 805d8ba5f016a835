"""People and money of a design as a bridge and a table, and designs side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from orgdesign.designs.ledger import BridgeBar, DesignLedger, bridge
from orgdesign.documents.deck.drawingml import ShapeFrame, clean
from orgdesign.documents.deck.overview_slides import count_axes, without_time
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, part_title
from orgdesign.documents.deck.table import SlideCell, SlideColumn, SlideTable
from orgdesign.documents.deck.theme import DeckTheme
from orgdesign.documents.design_figures import (
    MONEY,
    MONEY_COLUMNS,
    figure_text,
    figure_words,
    money_columns,
    money_rows,
    option_table,
    signed_text,
)
from orgdesign.documents.design_rationale import (
    ASKED,
    COLUMNS,
    UNDECIDED,
    WHY,
    open_decisions,
    rationale_rows,
)
from orgdesign.documents.road_map import disclosed_designs
from orgdesign.model import number_text
from orgdesign.redaction import Disclosure
from orgdesign.render import style

_SHARES = (3.0, 3.0, 2.2, 1.8)
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
    room = canvas.room
    place = (Pt(room.x), Pt(room.y), Pt(room.width), Pt(room.height - 8))
    holder = canvas.slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *place, data)
    holder.name = "People from before to after"
    chart = holder.chart
    without_time(chart.part.chart_workbook.xlsx_part)
    count_axes(chart)
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(12), canvas.theme.font
    chart.font.color.rgb = RGBColor.from_string(style.INK[1:].upper())
    chart.plots[0].gap_width, chart.plots[0].overlap = 40, 100
    colours = (None, canvas.theme.primary, "#2E8B7A", "#9CC4BC")
    for series, colour in zip(chart.plots[0].series, colours, strict=True):
        if colour is None:
            series.format.fill.background()
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = RGBColor.from_string(colour[1:].upper())
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.tick_labels.number_format = "#,##0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    canvas.count()


def _category(bar: BridgeBar) -> str:
    amount = number_text(bar.end) if bar.kind == "total" else signed_text(bar.delta)
    return f"{bar.label} {amount}"


def _money_slides(
    disclosure: Disclosure, room: ShapeFrame, theme: DeckTheme
) -> Iterator[SlidePlan]:
    """Yield what each phase does to people, posts and money, once and a year."""
    rows = [*money_rows(disclosure)]
    told = money_columns(rows)
    columns = [SlideColumn("Phase", 2.2), SlideColumn("What", 2.6),
               *(SlideColumn(MONEY_COLUMNS[at], 1.2) for at in told)]  # fmt: skip
    cells = [
        [SlideCell(str(row[1]), bold=True), SlideCell(str(row[2])),
         *(SlideCell(figure_text(row[at])) for at in told)]
        for row in rows
    ]  # fmt: skip
    table = SlideTable(columns, cells, room.width, theme.primary)
    yield from _table_slides("Figures", MONEY, table, room)


def _rationale_slides(
    disclosure: Disclosure, room: ShapeFrame, theme: DeckTheme
) -> Iterator[SlidePlan]:
    """Yield why a design is as it is, what may go wrong and was decided, and what is open."""
    columns = [SlideColumn(name, share) for name, share in zip(COLUMNS, _SHARES, strict=True)]
    rows = [
        [
            SlideCell(row.about, bold=True),
            *(SlideCell(cell.replace("\n", " ")) for cell in row.cells[1:]),
        ]
        for row in rationale_rows(disclosure)
    ]
    yield from _table_slides(
        "Road map", WHY, SlideTable(columns, rows, room.width, theme.primary), room
    )
    asked = [[SlideCell(sentence)] for sentence in open_decisions(disclosure)]
    table = SlideTable([SlideColumn(ASKED, 1)], asked, room.width, theme.primary)
    yield from _table_slides("Road map", UNDECIDED, table, room)


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
    table = option_table(disclosure)
    if table is None or disclosure.then is not None:
        return
    columns = [SlideColumn("", 3.0), *(SlideColumn(name, 1.6) for name in table.names)]
    rows = [
        [
            SlideCell(f"{row.criterion.name} ({round(100 * row.weight)}%)", bold=True),
            SlideCell(""),
            *(SlideCell("?" if score is None else f"{score:g} of 5") for score in row.scores),
        ]
        for row in table.criteria
    ]
    for figure in table.figures:
        if any(effect.after is not None for effect in figure.effects):
            cells = (SlideCell(figure_words(effect, figure.unit)) for effect in figure.effects)
            rows.append([SlideCell(figure.name), *cells])
    table_of_all = SlideTable(columns, rows, room.width, theme.primary)
    yield from _table_slides("Figures", "Options side by side", table_of_all, room)
