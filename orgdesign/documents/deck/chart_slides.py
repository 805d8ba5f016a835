"""The slides of the charts: cards and connectors, grouped by branch, linked to where they go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from orgdesign.charts import Box, Chart, View, chart_titles
from orgdesign.documents.content import DocumentContent
from orgdesign.documents.deck.card_style import INSET, SLACK, TAB, SlideCard
from orgdesign.documents.deck.connectors import (
    BOTTOM,
    LEFT,
    RAIL,
    TOP,
    ConnectorEnds,
    connector,
    scale_route,
)
from orgdesign.documents.deck.drawingml import (
    ShapeFrame,
    ShapeIdentity,
    ShapeStyle,
    TextParagraph,
    TextRun,
    box,
    group,
)
from orgdesign.documents.deck.legend_strip import chart_room, draw_legend
from orgdesign.documents.deck.pagination import BranchFilter, ChartPagination, ChartSlide, SlideRoom
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, part_title
from orgdesign.redaction import Disclosure
from orgdesign.render import (
    Connector,
    Drawing,
    PlacedCard,
    box_description,
    branch_of,
    style,
    text_width,
)
from orgdesign.value_objects import value_object

_TAB_COLOUR = "#334155"


@value_object
class _Place:
    """Where a drawing stands on its slide, and at which scale."""

    left: float
    top: float
    scale: float

    def frame(self, placed: PlacedCard, height: float) -> ShapeFrame:
        """Return the frame of a card."""
        return ShapeFrame(
            self.left + placed.x * self.scale,
            self.top + placed.y * self.scale,
            placed.card.width * self.scale,
            height * self.scale,
        )


def draw_chart(canvas: SlideCanvas, slide: ChartSlide, below: Mapping[str, SlidePlan]) -> None:
    """Draw a chart; ``below`` are the slides on which its folded boxes go on."""
    drawing = slide.drawing
    canvas.slide.element.cSld.set("name", drawing.chart.view)  # by which an edited deck comes back
    place = _place(chart_room(canvas.room), drawing)
    ids = {each.card.box.id: canvas.shape_naming(each.card.box.title) for each in drawing.cards}
    branches = branch_of(drawing)
    groups: dict[str, list[tuple[ShapeFrame, str]]] = {}
    lefts = {each.card.box.id: each.x for each in drawing.cards}
    rails = {
        line.start: line.route[0][0] - lefts[line.start]
        for line in drawing.lines
        if len(line.route) == 3
    }
    for line in drawing.lines:
        mine = groups.setdefault(branches.get(line.id, ""), [])
        mine.append(_line(canvas, line, ids, drawing, place))
    for placed in drawing.cards:
        mine = groups.setdefault(branches.get(placed.card.box.id, ""), [])
        mine += _card(canvas, slide, placed, place, ids, below, rails)
    boxes = {each.id: each for each in drawing.chart.boxes}
    for branch, shapes in groups.items():
        canvas.put_shapes(_grouped(canvas, boxes.get(branch), shapes))


def _place(room: ShapeFrame, drawing: Drawing) -> _Place:
    scale = SlideRoom(room.width, room.height).scale(drawing)
    spare = room.width - drawing.width * scale
    down = min((room.height - drawing.height * scale) / 2, 24.0)
    return _Place(room.x + spare / 2, room.y + down, scale)


def _card(
    canvas: SlideCanvas,
    slide: ChartSlide,
    placed: PlacedCard,
    place: _Place,
    ids: Mapping[str, ShapeIdentity],
    below: Mapping[str, SlidePlan],
    rails: Mapping[str, float],
) -> list[tuple[ShapeFrame, str]]:
    face = slide.looks.face(placed.card.box)
    tab = TAB if face.tab else 0.0
    frame = place.frame(placed, placed.card.height - tab)
    identity = replace(ids[face.box.id], said=box_description(face.box))
    shapes = [
        (
            frame,
            box(
                identity,
                frame,
                _look(face, place.scale, rails.get(face.box.id, 0.0), canvas.theme.primary),
                _scaled(face, place.scale),
            ),
        )
    ]
    if face.tab:
        shapes.append(_tab(canvas, face, frame, place.scale, below.get(face.box.id)))
    return shapes


def _look(face: SlideCard, scale: float, rail: float, primary: str) -> ShapeStyle:
    """Return how a card looks; the box that all hang from has the primary colour of the theme."""
    ground, outline = (
        primary if colour == style.ROOT.strong else colour for colour in (face.ground, face.outline)
    )
    return ShapeStyle(
        ground,
        outline,
        face.pen * scale,
        face.dash,
        "roundRect",
        10 * scale,
        (INSET * scale, 2 * scale),
        rail=rail * scale,
    )


def _scaled(face: SlideCard, scale: float) -> list[TextParagraph]:
    return [
        replace(
            each,
            before=each.before * scale,
            runs=tuple(replace(run, size=_size(run, scale)) for run in each.runs),
        )
        for each in face.paragraphs
    ]


def _size(run: TextRun, scale: float) -> float:
    """Return a size in tenths of a point, rounded down so that what was measured fits."""
    return int(run.size * scale * 10 + 1e-6) / 10


def _tab(
    canvas: SlideCanvas, face: SlideCard, card: ShapeFrame, scale: float, to: SlidePlan | None
) -> tuple[ShapeFrame, str]:
    frame = ShapeFrame(
        card.x + 4 * scale, card.y + card.height, card.width - 8 * scale, TAB * scale
    )
    text = _tab_text(face, canvas.number(to) if to else 0, frame.width)
    told = f"{face.box.title}: {face.tab}"
    goes = f", continued on slide {canvas.number(to)}" if to else ""
    identity = canvas.shape_naming(f"Under {face.box.title}", f"{told}{goes}", to)
    run = TextRun(text, 9.0, style.PAPER if to else _TAB_COLOUR, bold=True)
    look = ShapeStyle(
        face.outline if to else style.PAPER,
        face.outline,
        0.75,
        shape="round2SameRect",
        inset=(2.0, 0.0),
    )
    flipped = box(identity, frame, look, [TextParagraph((run,), align="ctr")])
    return frame, flipped


def _tab_text(face: SlideCard, slide: int, width: float) -> str:
    """Return as much of what a box hides as its tab has room for, and where it goes on."""
    goes = f"  ▸ slide {slide}" if slide else ""
    functions = face.box.hidden.functions if face.box.hidden else 0
    texts = [face.tab, face.tab.partition(" · ")[0], f"+ {functions:,}"]
    fitting = (f"{each}{goes}" for each in texts)
    room = (width - 4) * SLACK
    return next((one for one in fitting if text_width(one, 9.0, bold=True) <= room), goes.strip())


def _line(
    canvas: SlideCanvas,
    line: Connector,
    ids: Mapping[str, ShapeIdentity],
    drawing: Drawing,
    place: _Place,
) -> tuple[ShapeFrame, str]:
    boxes = {each.card.box.id: each.card.box for each in drawing.cards}
    route = scale_route(line.route, place.scale, place.left, place.top)
    xs, ys = [x for x, _ in route], [y for _, y in route]
    frame = ShapeFrame(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    identity = canvas.shape_naming(f"{boxes[line.start].title} to {boxes[line.to].title}")
    look = ShapeStyle(outline=line.colour, pen=1.0, dash=line.dash)
    start, end = ids[line.start].id, ids[line.to].id
    is_rail = len(route) == 3
    is_level = route[-1][1] == route[-2][1]
    if not _leaves(line, drawing):
        start = 0
    glue = ConnectorEnds(start, RAIL if is_rail else BOTTOM, end, LEFT if is_level else TOP)
    return frame, connector(identity, route, look, glue, line.arrow)


def _leaves(line: Connector, drawing: Drawing) -> bool:
    """Whether a line starts at its box, and not where it leaves another line."""
    head = next(each for each in drawing.cards if each.card.box.id == line.start)
    return abs(line.route[0][1] - head.y - head.card.height) < 1


def _grouped(canvas: SlideCanvas, branch: Box | None, shapes: list[tuple[ShapeFrame, str]]) -> str:
    left, top = min(each.x for each, _ in shapes), min(each.y for each, _ in shapes)
    right = max(each.x + each.width for each, _ in shapes)
    bottom = max(each.y + each.height for each, _ in shapes)
    name = branch.title if branch else "Head of the chart"
    told = f"{name}, and what hangs from it" if branch else "The head, and the lines from it"
    frame = ShapeFrame(left, top, right - left, bottom - top)
    return group(canvas.shape_naming(name, told), frame, [each for _, each in shapes])


_TITLES, _TODAY = chart_titles("slide"), chart_titles("slide-of-today")
_SECTIONS = chart_titles("slide-section")


def chart_slides(content: DocumentContent, room: ShapeFrame) -> Iterator[SlidePlan]:
    """Yield a slide for each chart, and for each branch where one does not hold all of it."""
    charts = content.charts
    room = chart_room(room)
    spread = ChartPagination(SlideRoom(room.width, room.height))
    lines = [view for view in charts if view != "after"]
    keeps = [_keeps(view, charts) for view in lines]
    dealt = spread.alike([charts[view] for view in lines], keeps) if lines else []
    for view, slides in zip(lines, dealt, strict=True):
        yield from _pages(content, view, slides)
    if "after" in charts:
        yield from _pages(content, "after", [*spread.outlines(charts["after"])])


def _keeps(view: View, charts: Mapping[View, Chart]) -> BranchFilter:
    """Return which branches get slides of their own: where a design changes nothing, none."""
    if view == "before":
        return bool
    told = charts.get("changes")
    changed = {box.id for box in told.boxes if box.changes} if told else set()
    return lambda branch: any(box.id in changed for box in branch.boxes)


def _pages(
    content: DocumentContent, view: View, slides: Sequence[ChartSlide]
) -> Iterator[SlidePlan]:
    pages: dict[ChartSlide, SlidePlan] = {}
    legend, about = content.chart_set.legend(view), content.charts[view].about
    for slide in slides:
        title, section = _title(content.disclosure, view, slide), _SECTIONS[view]

        def draw(canvas: SlideCanvas, slide: ChartSlide = slide) -> None:
            below = {box: pages[under] for box, under in slide.below.items()}
            draw_chart(canvas, slide, below)
            draw_legend(canvas, legend)
            if slide.above:
                _back(canvas, pages[slide.above])

        pages[slide] = page = SlidePlan(section, title, draw, about)
        yield page


def _title(disclosure: Disclosure, view: View, slide: ChartSlide) -> str:
    title = (_TODAY.get(view) if disclosure.then is None else None) or _TITLES[view]
    if slide.head:
        title = f"{_SECTIONS[view].partition(',')[0]}: {slide.head.title}"
    return part_title(title, slide.part, slide.parts)


def _back(canvas: SlideCanvas, above: SlidePlan) -> None:
    """Put a way back to the slide that this one goes on from."""
    room, theme = canvas.room, canvas.theme
    frame = ShapeFrame(room.x + room.width - 190, canvas.foot, 130, 16)
    run = TextRun(f"◂ from slide {canvas.number(above)}", 9.0, theme.accent, bold=True)
    said = f"Back to slide {canvas.number(above)}"
    canvas.text(
        "Back", frame, [TextParagraph((run,), align="r")], ShapeStyle(anchor="ctr"), above, said
    )
