"""The figures: how much serves a customer outcome, and the customer quicksand scores."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.util import Pt

from orgdesign.diagnosis.scores import SCORES, percents
from orgdesign.documents.archive import MADE, archive
from orgdesign.documents.deck.markup import Frame, clean
from orgdesign.documents.deck.pages import Page
from orgdesign.documents.deck.slide import Canvas, words
from orgdesign.redaction import Exported
from orgdesign.render import style

_TIMES = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+Z")
_MADE = MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
_NOTES = (
    "Each score is what is there of what customers need between functions: motivation (what "
    "people are rewarded for), metrics (how success is told), mechanics (how work crosses "
    "functions). The chart is native: its numbers open in a spreadsheet."
)


def figures(going: Exported) -> Iterator[Page]:
    """Yield the slide of the scores, today and after; none where nothing can be counted."""
    series = [("Today", percents(going.today))]
    if going.then:
        series.append((going.then.name, percents(going.then.organisation)))
    counted = [at for at, _ in enumerate(SCORES) if any(each[1][at] is not None for each in series)]
    if not counted:
        return

    def draw(canvas: Canvas) -> None:
        data = CategoryChartData(number_format="0")
        data.categories = [SCORES[at] for at in counted]
        for name, figure in series:
            data.add_series(clean(name), [figure[at] for at in counted])
        _chart(canvas, data, has_legend=len(series) > 1)

    yield Page(
        "Figures", "Where customers are held up: coverage and quicksand scores", draw, _NOTES
    )


def _without_time(workbook: Any) -> None:
    """Take the time of its making out of the workbook that holds a chart's numbers."""
    with ZipFile(io.BytesIO(workbook.blob)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["docProps/core.xml"] = _TIMES.sub(_MADE, parts["docProps/core.xml"])
    workbook._blob = archive(parts)  # noqa: SLF001 - the library has no other way


def _chart(canvas: Canvas, data: CategoryChartData, *, has_legend: bool) -> None:
    room = canvas.room
    place = (Pt(room.x), Pt(room.y), Pt(room.width), Pt(room.height - 34))
    holder = canvas.slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    holder.name = "Scores"
    chart = holder.chart
    _without_time(chart.part.chart_workbook.xlsx_part)
    chart.font.size, chart.font.name = Pt(14), canvas.theme.font
    chart.font.color.rgb = RGBColor.from_string(style.INK[1:].upper())
    chart.has_title = False
    chart.has_legend = has_legend
    if has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 100
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 60, -8, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = '0"%"', False
    labels.position, labels.font.bold = XL_LABEL_POSITION.OUTSIDE_END, True
    labels.font.size = Pt(14)
    for each, colour in zip(
        plot.series, (style.LINE, canvas.theme.accent)[-len(plot.series) :], strict=True
    ):
        each.format.fill.solid()
        each.format.fill.fore_color.rgb = RGBColor.from_string(colour[1:].upper())
    frame = Frame(room.x, room.y + room.height - 28, room.width, 28)
    canvas.count()
    canvas.text(
        "How to read it",
        frame,
        [
            words(
                "Per cent of what customers need that is there; 100 holds them up everywhere.",
                12,
                style.QUIET,
            )
        ],
    )
