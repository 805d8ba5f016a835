"""The charts of the page as sheets, drawn, every box leading to what the page tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from orgdesign.charts import Box, Chart, Journey, View, fitting_depth, fold, journey
from orgdesign.documents.chart_set import ChartSet
from orgdesign.documents.kinds import Progress
from orgdesign.render import Engine, chart_svg, journey_svg
from orgdesign.value_objects import value_object

WHOLE = "everything"
MOST_AT_ONCE = 1_000
"""Boxes of a chart that is shown whole, too; a larger one has its branches only."""


@value_object
class ChartSheet:
    """One picture of a chart: what fits of it, a branch of it, or all of it.

    A branch is named by the box that it hangs from; ``above`` are the addresses and titles of the
    sheets that lead to it. ``among`` are charts of one layout.
    """

    view: View
    name: str
    title: str
    chart: Chart
    among: tuple[Chart, ...] = ()
    above: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Return the sheet's id in the page, which no part of a file has."""
        return sheet_id(self.view, self.name)


def sheet_id(view: View, name: str) -> str:
    """Return the id of a sheet; one without a name is what fits of a chart."""
    return f"{view}.{name}" if name else view


def chart_sheets(chart_set: ChartSet, view: View) -> Iterator[ChartSheet]:
    """Yield the sheets of a chart: what fits first, then its branches, then all of it.

    Every box stands on one of the first, or on one of the branches.
    """
    chart, layout = chart_set.charts[view], _layout(chart_set, view)
    fitting = [depth for each in layout if (depth := fitting_depth(each)) is not None]
    depth = min(fitting, default=None)
    shown = fold(chart, depth)
    among = tuple(fold(each, depth) for each in layout) if len(layout) > 1 else ()
    yield ChartSheet(view, "", chart.title, shown, among)
    if depth is not None:
        yield from _branches(chart, shown)
        if len(chart.boxes) <= MOST_AT_ONCE:
            yield ChartSheet(view, WHOLE, chart.title, chart, layout if among else ())


def _layout(chart_set: ChartSet, view: View) -> tuple[Chart, ...]:
    """Return the charts that share the layout of one."""
    if view == "after" or chart_set.disclosure.then is None:
        return (chart_set.charts[view],)
    return tuple(chart for each, chart in chart_set.charts.items() if each != "after")


def _branches(chart: Chart, shown: Chart) -> Iterator[ChartSheet]:
    """Yield a sheet for each branch that is folded, each followed by the branches below it."""
    start = (sheet_id(chart.view, ""), chart.root.title)
    waiting = [*_folded(chart, shown, (start,))][::-1]
    while waiting:
        branch, above = waiting.pop()
        part = fold(branch, fitting_depth(branch))
        sheet = ChartSheet(chart.view, branch.root.id, branch.root.title, part, (), above)
        yield sheet
        below = _folded(branch, part, (*above, (sheet.id, sheet.title)))
        waiting.extend([*below][::-1])


def _folded(
    chart: Chart, shown: Chart, above: tuple[tuple[str, str], ...]
) -> Iterator[tuple[Chart, tuple[tuple[str, str], ...]]]:
    for boxes in _by_head(chart, {box.id for box in shown.boxes if box.hidden}).values():
        root = replace(boxes[0], parent=None)
        branch = chart.with_boxes((root, *boxes[1:]))
        yield replace(branch, title=root.title, about=""), above


def _by_head(chart: Chart, heads: set[str]) -> Mapping[str, Sequence[Box]]:
    """Return the boxes under each head, itself first; heads do not hang from each other."""
    owner: dict[str, str] = {}
    found: dict[str, list[Box]] = {}
    for box in chart.boxes:
        head = box.id if box.id in heads else owner.get(box.parent or "")
        if head is not None:
            owner[box.id] = head
            found.setdefault(head, []).append(box)
    return found


@value_object
class SheetPicture:
    """A sheet with its drawing."""

    sheet: ChartSheet
    svg: Markup


@value_object
class PagePictures:
    """All pictures of a page, by their charts, and the journey with its map."""

    chart_set: ChartSet
    pictures: Mapping[View, tuple[SheetPicture, ...]]
    journey: Journey
    map: Markup


def draw_sheets(chart_set: ChartSet, progress: Progress) -> PagePictures:
    """Return all pictures of a page.

    Raises:
        EngineError: a chart cannot be drawn.
    """
    way = journey(chart_set.disclosure.organisation)
    every = {view: [*chart_sheets(chart_set, view)] for view in chart_set.charts}
    steps = sum(map(len, every.values())) + 1
    with Engine() as engine:
        made: dict[View, tuple[SheetPicture, ...]] = {}
        for view, its in every.items():
            done = sum(map(len, made.values()))
            made[view] = tuple(_pictures(its, engine, partial(_tell, progress, done, steps)))
        drawing = _map(way, engine) if way.stages else Markup()
    progress(steps, steps)
    return PagePictures(chart_set, made, way, drawing)


def _tell(progress: Progress, before: int, steps: int, done: int) -> None:
    progress(before + done, steps)


def _pictures(its: list[ChartSheet], engine: Engine, tell: partial[None]) -> Iterator[SheetPicture]:
    for at, sheet in enumerate(its, start=1):
        leads = _leads(sheet.chart)
        drawing = chart_svg(
            sheet.chart,
            engine,
            prefix=f"{sheet.view}-{at}-",
            link=partial(_link, sheet.view, leads),
            among=sheet.among,
        )
        yield SheetPicture(sheet, _drawing(drawing))
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
