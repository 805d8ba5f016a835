"""The sheets and the journey map drawn, every box leading to what the page tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from orgdesign.charts import Box, Chart, Journey, View, journey
from orgdesign.documents.page.sheets import Sheet, sheet_id, sheets
from orgdesign.documents.pictured import Pictured
from orgdesign.documents.telling import Progress
from orgdesign.redaction import Exported
from orgdesign.render import Engine, chart_svg, journey_svg


@dataclass(frozen=True, slots=True)
class Picture:
    """A sheet with its drawing."""

    sheet: Sheet
    svg: Markup


@dataclass(frozen=True, slots=True)
class Drawn:
    """All pictures of a page, by their charts, and the journey with its map."""

    pictured: Pictured
    pictures: Mapping[View, tuple[Picture, ...]]
    journey: Journey
    map: Markup


def drawn(going: Exported, progress: Progress) -> Drawn:
    """Return all pictures of a page.

    Raises:
        EngineError: a chart cannot be drawn.
    """
    pictured, way = Pictured(going), journey(going.shown)
    every = {view: [*sheets(pictured, view)] for view in pictured.charts}
    steps = sum(map(len, every.values())) + 1
    with Engine() as engine:
        made: dict[View, tuple[Picture, ...]] = {}
        for view, its in every.items():
            done = sum(map(len, made.values()))
            made[view] = tuple(_pictures(its, engine, partial(_tell, progress, done, steps)))
        drawing = _map(way, engine) if way.stages else Markup()
    progress(steps, steps)
    return Drawn(pictured, made, way, drawing)


def _tell(progress: Progress, before: int, steps: int, done: int) -> None:
    progress(before + done, steps)


def _pictures(its: list[Sheet], engine: Engine, tell: partial[None]) -> Iterator[Picture]:
    for at, sheet in enumerate(its, start=1):
        leads = _leads(sheet.chart)
        drawing = chart_svg(
            sheet.chart,
            engine,
            prefix=f"{sheet.view}-{at}-",
            link=partial(_link, sheet.view, leads),
            among=sheet.among,
        )
        yield Picture(sheet, _drawing(drawing))
        tell(at)


def _drawing(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 - Graphviz escapes what people wrote; see render


def _link(view: View, leads: Mapping[str, str], box: str, is_tab: bool) -> str:
    return f"#{sheet_id(view, box)}" if is_tab else leads[box]


def _leads(chart: Chart) -> dict[str, str]:
    return {box.id: leads_to(box) for box in chart.boxes}


def leads_to(box: Box) -> str:
    """Return where a box of a chart leads to in the page."""
    if box.kind in ("function", "also", "ghost"):
        return f"#function-{box.subject}"
    if box.kind in ("outcome", "desired"):
        return f"#outcome-{box.subject}"
    return "#unaligned" if box.kind == "unaligned" else "#functions"


def _map(way: Journey, engine: Engine) -> Markup:
    leads = dict(_ways(way))
    return _drawing(journey_svg(way, engine, prefix="journey-", link=lambda box, _: leads[box]))


def _ways(way: Journey) -> Iterator[tuple[str, str]]:
    for box in way.stages:
        yield box.id, f"#stage-{box.subject}" if box.subject else "#unstaged"
    for box in (*way.lanes, *(cell.box for cell in way.cells)):
        yield box.id, f"#function-{box.subject}"
    for one in way.passages:
        kind = "handoff" if one.box.kind == "handoff" else "stage"
        yield one.box.id, f"#{kind}-{one.box.subject}"
