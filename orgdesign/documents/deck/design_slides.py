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
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, numbered
from orgdesign.documents.deck.table import SlideCell, SlideColumn, SlideTable
from orgdesign.documents.deck.theme import DeckTheme
from orgdesign.documents.design_figures import figure_words, option_table, signed_text
from orgdesign.documents.road_map import disclosed_designs
from orgdesign.model import number_text
from orgdesign.redaction import Disclosure
from orgdesign.render import style

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
    parts = [*SlideTable(columns, rows, room.width, theme.primary).parts(room.height - 48)]
    for part, grid in enumerate(parts, start=1):

        def draw(canvas: SlideCanvas, grid: SlideTable = grid) -> None:
            said = f"A table of {len(table.names) - 1} options beside today"
            canvas.put(grid.drawn(canvas.named("Options", said), canvas.room.x, canvas.room.y))

        title = numbered("Options side by side", part, len(parts))
        yield SlidePlan("Figures", title, draw)
