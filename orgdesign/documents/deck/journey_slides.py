"""The customer's journey: its stages with the functions that serve in them, and the hand-offs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgdesign.charts import Box, Journey, JourneyCell, Passage, journey
from orgdesign.documents.deck.connectors import BOTTOM, LEFT, RIGHT, TOP, ConnectorEnds, connector
from orgdesign.documents.deck.drawingml import ShapeFrame, ShapeStyle, TextParagraph, TextRun, box
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, part_title, styled_line
from orgdesign.documents.deck.slide_text import cut_text
from orgdesign.model import Organisation
from orgdesign.render import box_description, style

_STAGES, _GAP = 6, 10.0
_HEAD, _CARD, _STEP = 74.0, 34.0, 18.0


JOURNEY_TITLE = "The customer's journey, and who serves in it"


def journey_map(
    shown: Organisation, room: ShapeFrame, called: str = JOURNEY_TITLE
) -> Iterator[SlidePlan]:
    """Yield the stages of the journey, then its hand-offs; nothing where there is no journey."""
    drawn = journey(shown)
    if not drawn.stages:
        return
    stages = [*range(len(drawn.stages))]
    parts = [stages[at : at + _STAGES] for at in range(0, len(stages), _STAGES)]
    for part, few in enumerate(parts, start=1):

        def draw(canvas: SlideCanvas, few: Sequence[int] = few) -> None:
            _stages(canvas, drawn, few)

        title = part_title(called, part, len(parts))
        yield SlidePlan("Journey", title, draw, drawn.about)
    yield from _handed(drawn, room)


def _stages(canvas: SlideCanvas, drawn: Journey, few: Sequence[int]) -> None:
    room = canvas.room
    width = min((room.width + _GAP) / len(few) - _GAP, 220.0)
    placed: dict[str, tuple[int, ShapeFrame]] = {}
    for at, stage in enumerate(few):
        left = room.x + at * (width + _GAP)
        head = drawn.stages[stage]
        _head(canvas, head, ShapeFrame(left, room.y, width, _HEAD))
        cells = [cell for cell in drawn.cells if cell.stage == stage]
        fits = int((room.height - _HEAD - 14) // (_CARD + _STEP))
        for down, cell in enumerate(cells[: fits if len(cells) <= fits else fits - 1]):
            top = room.y + _HEAD + 14 + down * (_CARD + _STEP)
            frame = ShapeFrame(left + 6, top, width - 18, _CARD)
            placed[cell.box.id] = _cell(canvas, cell, frame), frame
        if len(cells) > fits:
            top = room.y + _HEAD + 14 + (fits - 1) * (_CARD + _STEP)
            more = f"and {len(cells) - fits + 1} more functions"
            canvas.text(
                more,
                ShapeFrame(left + 6, top, width - 18, _CARD),
                [styled_line(more, 10, style.QUIET)],
            )
    for passage in drawn.passages:
        _arrow(canvas, passage, placed)


def _head(canvas: SlideCanvas, head: Box, frame: ShapeFrame) -> None:
    hue = style.hue(head)
    room = (frame.width - 44) * 0.9
    colour = style.GAP.strong if head.gaps else hue.strong
    paragraphs = [styled_line(cut_text(head.title, room, 12, 2, bold=True), 12, colour, bold=True)]
    told = f"◇ {head.gaps[0]}" if head.gaps else head.text
    paragraphs += [styled_line(cut_text(told, room, 9, 2), 9, colour, before=2)] if told else []
    ground = style.GAP.soft if head.gaps else hue.soft
    look = ShapeStyle(
        ground, colour, 1.25, "dashed" if head.gaps else "solid", "homePlate", inset=(8, 3)
    )
    canvas.text(head.title, frame, paragraphs, look, told=box_description(head))


def _cell(canvas: SlideCanvas, cell: JourneyCell, frame: ShapeFrame) -> int:
    hue, gaps = style.hue(cell.box), cell.box.gaps
    room = (frame.width - 12) * 0.9
    lines = 1 if gaps else 2
    paragraphs = [
        styled_line(cut_text(cell.box.title, room, 10, lines, bold=True), 10, style.INK, bold=True)
    ]
    if gaps:
        paragraphs.append(styled_line(f"◇ {gaps[0]}", 9, style.GAP.strong, bold=True))
    outline, dash = (style.GAP.strong, "dashed") if gaps else (hue.strong, "solid")
    look = ShapeStyle(hue.soft, outline, 1.0, dash, "roundRect", 6, (6, 2))
    identity = canvas.shape_naming(cell.box.title, box_description(cell.box))
    canvas.put_shapes(box(identity, frame, look, paragraphs))
    return identity.id


def _arrow(
    canvas: SlideCanvas, passage: Passage, placed: Mapping[str, tuple[int, ShapeFrame]]
) -> None:
    """Draw a hand-off between cards one above the other; the next slides tell of all of them."""
    if passage.giver not in placed or passage.taker not in placed:
        return
    (giver, above), (taker, below) = placed[passage.giver], placed[passage.taker]
    if above.x != below.x or abs(below.y - above.y - _CARD - _STEP) > 1:
        return
    x = above.x + above.width / 2
    colour, dash = _passage_line(passage)
    identity = canvas.shape_naming(f"{passage.box.text}", box_description(passage.box))
    route = ((x, above.y + above.height), (x, below.y))
    look = ShapeStyle(outline=colour, pen=1.25, dash=dash)
    canvas.put_shapes(
        connector(identity, route, look, ConnectorEnds(giver, BOTTOM, taker, TOP), arrow=True)
    )


def _passage_line(passage: Passage) -> tuple[str, str]:
    is_broken = passage.box.kind == "missing" or bool(passage.box.gaps)
    return (style.GAP.strong, "dashed") if is_broken else (style.QUIET, "solid")


def _handed(drawn: Journey, room: ShapeFrame) -> Iterator[SlidePlan]:
    """Yield the hand-offs, stage by stage, as rows: who gives, what passes, who takes."""
    cells = {cell.box.id: cell for cell in drawn.cells}
    ordered = sorted(drawn.passages, key=lambda one: cells[one.taker].stage)
    parts = [*_dealt(ordered, room.height)]
    for part, few in enumerate(parts, start=1):

        def draw(canvas: SlideCanvas, few: Sequence[Passage] = few) -> None:
            _rows(canvas, drawn, few, cells)

        title = part_title("What passes from function to function", part, len(parts))
        yield SlidePlan("Journey", title, draw)


def _dealt(ordered: Sequence[Passage], height: float) -> Iterator[Sequence[Passage]]:
    """Yield as many hand-offs at a time as a slide has room for."""
    few: list[Passage] = []
    used = 0.0
    for each in ordered:
        high = _height(each) + _GAP
        if few and used + high > height + _GAP:
            yield few
            few, used = [], 0.0
        few.append(each)
        used += high
    if few:
        yield few


def _height(passage: Passage) -> float:
    return 40.0 if passage.box.kind == "missing" else 74.0


def _rows(
    canvas: SlideCanvas, drawn: Journey, few: Sequence[Passage], cells: Mapping[str, JourneyCell]
) -> None:
    stage, top = -1, canvas.room.y
    for passage in few:
        taker, high = cells[passage.taker], _height(passage)
        if taker.stage != stage:
            stage = taker.stage
            _label(canvas, drawn.stages[stage], ShapeFrame(canvas.room.x, top, 140, high))
        frame = ShapeFrame(canvas.room.x + 150, top, canvas.room.width - 150, high)
        _row(canvas, passage, cells[passage.giver], taker, frame)
        top += high + _GAP


def _label(canvas: SlideCanvas, head: Box, frame: ShapeFrame) -> None:
    label = cut_text(head.title, frame.width - 14, 11, 3, bold=True)
    canvas.text(
        head.title, frame, [styled_line(label, 11, style.hue(head).strong, bold=True)], ShapeStyle()
    )


def _row(
    canvas: SlideCanvas, passage: Passage, giver: JourneyCell, taker: JourneyCell, frame: ShapeFrame
) -> None:
    end = 160.0
    tall = min(frame.height, 44.0)
    top = frame.y + (frame.height - tall) / 2
    left = _cell(canvas, giver, ShapeFrame(frame.x, top, end, tall))
    middle = ShapeFrame(frame.x + end + 40, frame.y, frame.width - 2 * end - 80, frame.height)
    identity = canvas.shape_naming(passage.box.title, box_description(passage.box))
    colour, dash = _passage_line(passage)
    is_missing = passage.box.kind == "missing"
    ground = style.GAP.soft if is_missing else style.PAPER
    look = ShapeStyle(ground, colour, 1.0, dash, "roundRect", 6, (8, 3))
    canvas.put_shapes(box(identity, middle, look, [*_passes(passage, middle.width - 20)]))
    right = _cell(canvas, taker, ShapeFrame(frame.x + frame.width - end, top, end, tall))
    y = frame.y + frame.height / 2
    line = ShapeStyle(outline=colour, pen=1.25, dash=dash)
    for start, stop, glue in (
        (frame.x + end, middle.x, ConnectorEnds(left, RIGHT, identity.id, LEFT)),
        (
            middle.x + middle.width,
            frame.x + frame.width - end,
            ConnectorEnds(identity.id, RIGHT, right, LEFT),
        ),
    ):
        named = canvas.shape_naming(f"{giver.box.title} to {taker.box.title}")
        canvas.put_shapes(connector(named, ((start, y), (stop, y)), line, glue, arrow=True))


def _passes(passage: Passage, width: float) -> Iterator[TextParagraph]:
    told, room = passage.box, width * 0.9
    colour = style.GAP.strong if told.kind == "missing" else style.INK
    yield styled_line(cut_text(told.title, room, 11, 2, bold=True), 11, colour, bold=True)
    facts = [f"◆ {told.role}" if told.role else "", f"Measure: {told.note}" if told.note else ""]
    if line := "  ·  ".join(filter(None, facts)):
        yield styled_line(cut_text(line, room, 9.5, 2), 9.5, style.QUIET, before=2)
    if told.gaps:
        line = cut_text("  ·  ".join(f"◇ {gap}" for gap in told.gaps), room, 9.5, 2, bold=True)
        yield TextParagraph((TextRun(line, 9.5, style.GAP.strong, bold=True),), 2)
