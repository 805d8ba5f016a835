"""The slides of the charts: before, what changes, and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgdesign.charts import Chart, View
from orgdesign.documents.deck.chart import draw_chart
from orgdesign.documents.deck.markup import Frame, Look, Paragraph, Run
from orgdesign.documents.deck.pages import Page, numbered
from orgdesign.documents.deck.slide import Canvas
from orgdesign.documents.deck.spread import Keeps, Leaf, Room, Spread
from orgdesign.documents.pictured import Pictured
from orgdesign.redaction import Exported

_TITLES: dict[View, str] = {
    "before": "Before: who reports to whom today",
    "changes": "What changes",
    "reporting": "After: who reports to whom",
    "after": "After: every function under the outcome it serves",
}
_SECTIONS: dict[View, str] = {
    "before": "Before",
    "changes": "Changes",
    "reporting": "After, by reporting lines",
    "after": "After, by outcome",
}
_TODAY: dict[View, str] = {"after": "Every function under the customer outcome it serves"}


def charted(going: Exported, room: Frame) -> Iterator[Page]:
    """Yield a slide for each chart, and for each branch where one does not hold all of it."""
    pictured, spread = Pictured(going), Spread(Room(room.width, room.height))
    charts = {view: chart for view, chart in pictured.charts.items() if len(chart.boxes) > 1}
    lines = [view for view in charts if view != "after"]
    keeps = [_keeps(view, charts) for view in lines]
    dealt = spread.alike([charts[view] for view in lines], keeps) if lines else []
    for view, leaves in zip(lines, dealt, strict=True):
        yield from _pages(going, view, leaves, charts[view])
    if "after" in charts:
        yield from _pages(going, "after", [*spread.outlines(charts["after"])], charts["after"])


def _keeps(view: View, charts: Mapping[View, Chart]) -> Keeps:
    """Return which branches get slides of their own: where a design changes nothing, none."""
    if view == "before":
        return bool
    told = charts.get("changes")
    changed = {box.id for box in told.boxes if box.changes} if told else set()
    return lambda branch: any(box.id in changed for box in branch.boxes)


def _pages(going: Exported, view: View, leaves: Sequence[Leaf], chart: Chart) -> Iterator[Page]:
    pages: dict[Leaf, Page] = {}
    for leaf in leaves:
        title, section = _title(going, view, leaf), _SECTIONS[view]

        def draw(canvas: Canvas, leaf: Leaf = leaf) -> None:
            below = {box: pages[under] for box, under in leaf.below.items()}
            draw_chart(canvas, leaf, below)
            if leaf.above:
                _back(canvas, pages[leaf.above])

        pages[leaf] = page = Page(section, title, draw, chart.about)
        yield page


def _title(going: Exported, view: View, leaf: Leaf) -> str:
    title = (_TODAY.get(view) if going.then is None else None) or _TITLES[view]
    if leaf.head:
        title = f"{_SECTIONS[view].partition(',')[0]}: {leaf.head.title}"
    return numbered(title, leaf.part, leaf.parts)


def _back(canvas: Canvas, above: Page) -> None:
    """Put a way back to the slide that this one goes on from."""
    room, theme = canvas.room, canvas.theme
    frame = Frame(room.x + room.width - 190, canvas.foot, 130, 16)
    run = Run(f"◂ from slide {canvas.number(above)}", 9.0, theme.accent, bold=True)
    said = f"Back to slide {canvas.number(above)}"
    canvas.text("Back", frame, [Paragraph((run,), align="r")], Look(anchor="ctr"), above, said)
