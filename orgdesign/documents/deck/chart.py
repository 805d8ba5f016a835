"""A chart on its slide: cards and connectors, grouped by branch, with links to where it goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from orgdesign.charts import Box
from orgdesign.documents.deck.lines import (
    BOTTOM,
    LEFT,
    RAIL,
    TOP,
    Glue,
    connector,
    moved,
)
from orgdesign.documents.deck.looks import INSET, SLACK, TAB, Face
from orgdesign.documents.deck.markup import (
    Frame,
    Look,
    Naming,
    Paragraph,
    Run,
    box,
    group,
)
from orgdesign.documents.deck.pages import Page
from orgdesign.documents.deck.slide import Canvas
from orgdesign.documents.deck.spread import Leaf, Room
from orgdesign.render import style
from orgdesign.render.drawing import Drawing, Line, Placed
from orgdesign.render.fonts import text_width
from orgdesign.render.svg import branch_of, said

_TAB_COLOUR = "#334155"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a drawing stands on its slide, and at which scale."""

    left: float
    top: float
    scale: float

    def frame(self, placed: Placed, height: float) -> Frame:
        """Return the frame of a card."""
        return Frame(
            self.left + placed.x * self.scale,
            self.top + placed.y * self.scale,
            placed.card.width * self.scale,
            height * self.scale,
        )


def draw_chart(canvas: Canvas, leaf: Leaf, below: Mapping[str, Page]) -> None:
    """Draw a chart; ``below`` are the slides on which its folded boxes go on."""
    drawing = leaf.drawing
    place = _place(canvas.room, drawing)
    ids = {each.card.box.id: canvas.named(each.card.box.title) for each in drawing.cards}
    branches = branch_of(drawing)
    groups: dict[str, list[tuple[Frame, str]]] = {}
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
        mine += _card(canvas, leaf, placed, place, ids, below, rails)
    boxes = {each.id: each for each in drawing.chart.boxes}
    for branch, shapes in groups.items():
        canvas.put(_grouped(canvas, boxes.get(branch), shapes))


def _place(room: Frame, drawing: Drawing) -> _Place:
    scale = Room(room.width, room.height).scale(drawing)
    spare = room.width - drawing.width * scale
    down = min((room.height - drawing.height * scale) / 2, 24.0)
    return _Place(room.x + spare / 2, room.y + down, scale)


def _card(
    canvas: Canvas,
    leaf: Leaf,
    placed: Placed,
    place: _Place,
    ids: Mapping[str, Naming],
    below: Mapping[str, Page],
    rails: Mapping[str, float],
) -> list[tuple[Frame, str]]:
    face = leaf.looks.face(placed.card.box)
    tab = TAB if face.tab else 0.0
    frame = place.frame(placed, placed.card.height - tab)
    naming = replace(ids[face.box.id], said=said(face.box))
    shapes = [
        (
            frame,
            box(
                naming,
                frame,
                _look(face, place.scale, rails.get(face.box.id, 0.0)),
                _scaled(face, place.scale),
            ),
        )
    ]
    if face.tab:
        shapes.append(_tab(canvas, face, frame, place.scale, below.get(face.box.id)))
    return shapes


def _look(face: Face, scale: float, rail: float) -> Look:
    return Look(
        face.ground,
        face.outline,
        face.pen * scale,
        face.dash,
        "roundRect",
        10 * scale,
        (INSET * scale, 2 * scale),
        rail=rail * scale,
    )


def _scaled(face: Face, scale: float) -> list[Paragraph]:
    return [
        replace(
            each,
            before=each.before * scale,
            runs=tuple(replace(run, size=_size(run, scale)) for run in each.runs),
        )
        for each in face.paragraphs
    ]


def _size(run: Run, scale: float) -> float:
    """Return a size in tenths of a point, rounded down so that what was measured fits."""
    return int(run.size * scale * 10 + 1e-6) / 10


def _tab(
    canvas: Canvas, face: Face, card: Frame, scale: float, to: Page | None
) -> tuple[Frame, str]:
    frame = Frame(card.x + 4 * scale, card.y + card.height, card.width - 8 * scale, TAB * scale)
    text = _tab_text(face, canvas.number(to) if to else 0, frame.width)
    told = f"{face.box.title}: {face.tab}"
    goes = f", continued on slide {canvas.number(to)}" if to else ""
    naming = canvas.named(f"Under {face.box.title}", f"{told}{goes}", to)
    run = Run(text, 9.0, style.PAPER if to else _TAB_COLOUR, bold=True)
    look = Look(
        face.outline if to else style.PAPER,
        face.outline,
        0.75,
        shape="round2SameRect",
        inset=(2.0, 0.0),
    )
    flipped = box(naming, frame, look, [Paragraph((run,), align="ctr")])
    return frame, flipped


def _tab_text(face: Face, slide: int, width: float) -> str:
    """Return as much of what a box hides as its tab has room for, and where it goes on."""
    goes = f"  ▸ slide {slide}" if slide else ""
    functions = face.box.hidden.functions if face.box.hidden else 0
    texts = [face.tab, face.tab.partition(" · ")[0], f"+ {functions:,}"]
    fitting = (f"{each}{goes}" for each in texts)
    room = (width - 4) * SLACK
    return next((one for one in fitting if text_width(one, 9.0, bold=True) <= room), goes.strip())


def _line(
    canvas: Canvas, line: Line, ids: Mapping[str, Naming], drawing: Drawing, place: _Place
) -> tuple[Frame, str]:
    boxes = {each.card.box.id: each.card.box for each in drawing.cards}
    route = moved(line.route, place.scale, place.left, place.top)
    xs, ys = [x for x, _ in route], [y for _, y in route]
    frame = Frame(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    naming = canvas.named(f"{boxes[line.start].title} to {boxes[line.to].title}")
    look = Look(outline=line.colour, pen=1.0, dash=line.dash)
    start, end = ids[line.start].id, ids[line.to].id
    is_rail = len(route) == 3
    is_level = route[-1][1] == route[-2][1]
    if not _leaves(line, drawing):
        start = 0
    glue = Glue(start, RAIL if is_rail else BOTTOM, end, LEFT if is_level else TOP)
    return frame, connector(naming, route, look, glue, line.arrow)


def _leaves(line: Line, drawing: Drawing) -> bool:
    """Whether a line starts at its box, and not where it leaves another line."""
    head = next(each for each in drawing.cards if each.card.box.id == line.start)
    return abs(line.route[0][1] - head.y - head.card.height) < 1


def _grouped(canvas: Canvas, branch: Box | None, shapes: list[tuple[Frame, str]]) -> str:
    left, top = min(each.x for each, _ in shapes), min(each.y for each, _ in shapes)
    right = max(each.x + each.width for each, _ in shapes)
    bottom = max(each.y + each.height for each, _ in shapes)
    name = branch.title if branch else "Head of the chart"
    told = f"{name}, and what hangs from it" if branch else "The head, and the lines from it"
    frame = Frame(left, top, right - left, bottom - top)
    return group(canvas.named(name, told), frame, [each for _, each in shapes])
