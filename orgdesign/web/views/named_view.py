"""What a view of the file says, and where on the page of the chart it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from orgdesign.charts import COLOURS, FIELDS, Box, Chart, current_field, function_id
from orgdesign.model import View
from orgdesign.web.canvas import MOST_OPENED, ChartPage, ViewName, ViewState
from orgdesign.web.kit import Settings
from orgdesign.workspace import StructureKey

MOST_FOLDED = 200
"""How many folded functions a view names; where there are more it shows what fits."""


def view_values(page: ChartPage, name: str) -> dict[str, Any]:
    """Return what the file says of the view on screen, under a name."""
    shown, settings = page.structures.shown, page.card_settings
    said: dict[str, Any] = {
        "name": name,
        "view": page.current_view,
        "design": shown.design,
        "phase": shown.phase,
        "show": list(settings.show) if page.place.cards else [],
        "colour_by": settings.colour_by if page.place.colour else "",
        "gaps": page.place.gaps,
        **_extent_values(page),
    }
    return {key: value for key, value in said.items() if value}


def _extent_values(page: ChartPage) -> dict[str, Any]:
    """Return how much of the charts is on screen, where it is not just what fits."""
    if page.structure_charts is None:
        return {}
    if page.place.whole:
        charts = [page.structure_charts.chart(view) for view in page.views]
        return {"depth": max(max(_depths(chart).values()) for chart in charts)}
    folded = [box.subject for chart in page.folded_charts() for box in chart.boxes if box.hidden]
    known = page.organisation.functions if page.organisation else {}
    functions = [one for one in dict.fromkeys(folded) if one in known]
    return {"folded": functions} if page.place.opened and len(functions) <= MOST_FOLDED else {}


def view_state_of(view: View, page: ChartPage, settings: Settings) -> ViewState:
    """Return the place on the page of the chart where a view of its file is seen."""
    place = ViewState(
        file=page.place.file,
        shown=next((name for name in get_args(ViewName) if name == view.view), "after"),
        structure=_structure_key(view, page),
        cards=tuple(_names_in_address(view.show, FIELDS, page)),
        colour=next(_names_in_address((view.colour_by or "",), COLOURS, page), ""),
        gaps=view.gaps,
    )
    if view.focus:
        box = settings.key("box", function_id(view.focus))
        place = replace(place, box=box, reveals=True)
    seen = ChartPage(page.file, page.edition, place, settings)
    opened = [*dict.fromkeys(_opened(view, seen))]
    if len(opened) > MOST_OPENED:
        return replace(place, whole=True)
    return replace(place, opened=frozenset(settings.key("box", box) for box in opened))


def _structure_key(view: View, page: ChartPage) -> str:
    """Return what stands for the structure of a view; a phase that is gone counts for nothing."""
    organisation = page.edition.organisation
    design = organisation.designs.get(view.design or "") if organisation else None
    phase = view.phase if design and view.phase in design.phases else ""
    return page.structures.key(StructureKey(design.id if design else "", phase or ""))


def _names_in_address(
    names: tuple[str, ...], ours: tuple[str, ...], page: ChartPage
) -> Iterator[str]:
    """Yield what an address calls each field or colour that is there."""
    keys = dict(page.looks.attributes)
    for name in names:
        own = current_field(name)
        if own in ours or name in keys:
            yield own if own in ours else keys[name]


def _opened(view: View, page: ChartPage) -> Iterator[str]:
    """Yield the boxes that are unfolded beyond what fits, as the view says how far."""
    if page.structure_charts is None or not (view.folded or view.depth):
        return
    for name in page.views:
        fits = page.structure_charts.depth(name)
        if fits is not None:
            yield from _opened_in(page.structure_charts.chart(name), view, fits)


def _opened_in(chart: Chart, view: View, fits: int) -> Iterator[str]:
    depths, parents = _depths(chart), {box.parent for box in chart.boxes}
    closed: set[str] = set()
    for box in chart.boxes:
        deep = depths[box.id]
        is_closed = _is_folded(box, view, deep) or box.parent in closed
        if is_closed:
            closed.add(box.id)
        elif deep >= fits and box.id in parents:
            yield box.id


def _is_folded(box: Box, view: View, deep: int) -> bool:
    is_deep = view.depth is not None and deep >= view.depth
    return is_deep or (box.kind == "function" and box.subject in view.folded)


def _depths(chart: Chart) -> dict[str, int]:
    depths: dict[str, int] = {}
    for box in chart.boxes:
        depths[box.id] = 0 if box.parent is None else depths[box.parent] + 1
    return depths
