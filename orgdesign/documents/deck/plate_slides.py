"""The plates as slides: bars, ribbons, discs and text that can be edited like all else."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.documents.content import DocumentContent
from orgdesign.documents.deck.drawingml import (
    ShapeFrame,
    ShapeStyle,
    TextParagraph,
    TextRun,
    box,
    emu,
    filled,
    group,
)
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, numbered
from orgdesign.plates import PLATES, Plate, Sheet, plate_sheets
from orgdesign.render import style
from orgdesign.render.sheet import Bar, Disc, Mark, Ribbon, Strand, Text

MOST_SHEETS = 6
"""A plate that takes more slides is for paper."""
SLIDE_PLATES: tuple[Plate, ...] = ("alluvial", "matrix", "shape")
ALIGN = {"left": "l", "centre": "ctr", "right": "r"}


def plate_slides(content: DocumentContent, room: ShapeFrame) -> Iterator[SlidePlan]:
    """Yield the plates, where there is an alignment to show."""
    disclosure = content.disclosure
    if not any(f.alignment.outcome for f in disclosure.shown.functions.values()):
        return
    for plate in SLIDE_PLATES:
        sheets = plate_sheets(
            plate,
            disclosure.today,
            disclosure.then,
            size=(room.width, room.height),
            is_bare=True,
        )
        if len(sheets) > MOST_SHEETS:
            continue
        for part, sheet in enumerate(sheets, start=1):

            def draw(canvas: SlideCanvas, sheet: Sheet = sheet) -> None:
                _draw_sheet(canvas, sheet)

            yield SlidePlan("Plates", numbered(PLATES[plate], part, len(sheets)), draw, sheet.about)


def _draw_sheet(canvas: SlideCanvas, sheet: Sheet) -> None:
    shapes = [
        shape for mark in sheet.marks if (shape := _shape(canvas, mark)) and not _is_empty(mark)
    ]
    room = canvas.room
    frame = ShapeFrame(room.x, room.y, sheet.width, sheet.height)
    canvas.put(group(canvas.named(sheet.title, sheet.about), frame, shapes))


def _is_empty(mark: Mark) -> bool:
    return isinstance(mark, Text) and not mark.text.strip()


def _shape(canvas: SlideCanvas, mark: Mark) -> str:
    """Return a mark as a shape; strands are for pointing at, which a slide has no use for."""
    x, y = canvas.room.x, canvas.room.y
    match mark:
        case Text():
            run = TextRun(mark.text, mark.size, mark.colour, mark.bold)
            paragraph = TextParagraph((run,), align=ALIGN[mark.align])
            frame = ShapeFrame(x + mark.x, y + mark.y, mark.width, mark.height)
            look = ShapeStyle(ground=mark.ground)
            return box(canvas.named(mark.text), frame, look, [paragraph])
        case Bar():
            frame = ShapeFrame(x + mark.x, y + mark.y, mark.width, mark.height)
            name = mark.link.hint if mark.link else "Bar"
            return box(canvas.named(name), frame, ShapeStyle(ground=mark.colour), [])
        case Disc():
            side = 2 * mark.radius
            frame = ShapeFrame(x + mark.x - mark.radius, y + mark.y - mark.radius, side, side)
            name = mark.link.hint if mark.link else "Disc"
            ground = style.PAPER if mark.ring else mark.colour
            look = ShapeStyle(ground=ground, outline=mark.colour, pen=1.2, shape="ellipse")
            return box(canvas.named(name), frame, look, [])
        case Ribbon():
            return _ribbon(canvas, mark)
        case Strand():
            return ""


def _ribbon(canvas: SlideCanvas, ribbon: Ribbon) -> str:
    """Return an area between two curves, as a shape with a path of its own."""
    top, bottom = min(ribbon.top, ribbon.right_top), max(ribbon.bottom, ribbon.right_bottom)
    frame = ShapeFrame(
        canvas.room.x + ribbon.left,
        canvas.room.y + top,
        ribbon.right - ribbon.left,
        bottom - top,
    )
    wide, middle = frame.width, frame.width / 2
    begin, end = (
        (ribbon.top - top, ribbon.bottom - top),
        (
            ribbon.right_top - top,
            ribbon.right_bottom - top,
        ),
    )
    path = (
        f"<a:moveTo>{_point(0, begin[0])}</a:moveTo>"
        f"{_curve((middle, begin[0]), (middle, end[0]), (wide, end[0]))}"
        f"<a:lnTo>{_point(wide, end[1])}</a:lnTo>"
        f"{_curve((middle, end[1]), (middle, begin[1]), (0, begin[1]))}<a:close/>"
    )
    size = f'w="{emu(frame.width)}" h="{emu(frame.height)}"'
    return (
        f"<p:sp><p:nvSpPr>{canvas.named('Ribbon').xml}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f"<a:xfrm>{frame.xfrm}</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path {size}>{path}</a:path></a:pathLst>'
        f"</a:custGeom>{filled(ribbon.colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _curve(*points: tuple[float, float]) -> str:
    return f"<a:cubicBezTo>{''.join(_point(*point) for point in points)}</a:cubicBezTo>"


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{emu(x)}" y="{emu(y)}"/>'
