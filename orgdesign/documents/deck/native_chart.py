"""Charts of PowerPoint's own in a deck: their numbers open in a spreadsheet."""

from __future__ import annotations

import io
import re
from typing import Any
from zipfile import ZipFile

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from orgdesign.documents.archive import EPOCH, archive
from orgdesign.documents.deck.slide import SlideCanvas
from orgdesign.render import style

_TIMES = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+Z")
_MADE = EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()


def put_chart(
    canvas: SlideCanvas,
    kind: XL_CHART_TYPE,
    data: CategoryChartData,
    name: str,
    *,
    size: float,
    below: float,
) -> Any:
    """Return a new chart of a slide, in its font of a size, with as much room left ``below``."""
    room = canvas.room
    place = (Pt(room.x), Pt(room.y), Pt(room.width), Pt(room.height - below))
    holder = canvas.slide.shapes.add_chart(kind, *place, data)
    holder.name = name
    chart = holder.chart
    _drop_time(chart.part.chart_workbook.xlsx_part)
    _number_axes(chart)
    chart.font.size, chart.font.name = Pt(size), canvas.theme.font
    chart.font.color.rgb = rgb(style.INK)
    chart.has_legend = chart.has_title = False
    canvas.count()
    return chart


def fill_series(series: Any, colour: str | None) -> None:
    """Paint a series; without a colour it is not seen."""
    if colour is None:
        series.format.fill.background()
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(colour)


def rgb(colour: str) -> RGBColor:
    """Return a colour as the library has it."""
    return RGBColor.from_string(colour[1:].upper())


def _drop_time(workbook: Any) -> None:
    """Take the time of its making out of the workbook that holds a chart's numbers."""
    with ZipFile(io.BytesIO(workbook.blob)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["docProps/core.xml"] = _TIMES.sub(_MADE, parts["docProps/core.xml"])
    workbook._blob = archive(parts)  # noqa: SLF001 - the library has no other way


def _number_axes(chart: Any) -> None:
    """Give the axes ids that the format allows; the library takes negative ones."""
    space = chart._chartSpace  # noqa: SLF001 - the library has no other way
    ids = dict.fromkeys(space.xpath(".//c:axId/@val"))
    for at, id_ in enumerate(ids, start=1):
        for axis in space.xpath(f".//c:axId[@val='{id_}'] | .//c:crossAx[@val='{id_}']"):
            axis.set("val", str(at))
