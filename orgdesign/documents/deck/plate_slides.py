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
    group,
    solid_fill,
)
from orgdesign.documents.deck.slide import SlideCanvas, SlidePlan, part_title
from orgdesign.plates import PLATES, Plate, Sheet, plate_sheets
from orgdesign.render import style
from orgdesign.render.sheet import SMALLEST_TYPE, Bar, Disc, Mark, Ribbon, SheetText, Strand

SCALE = 9 / SMALLEST_TYPE
"""Slides are read from farther away than paper: no type is smaller than nine points."""
MOST_SHEETS = 6
"""A plate that takes more slides is for paper."""
SLIDE_PLATES: tuple[Plate, ...] = ("alluvial", "matrix", "shape", "poster")
ALIGN = {"left": "l", "centre": "ctr", "right": "r"}


def plate_slides(content: DocumentContent, room: ShapeFrame) -> Iterator[SlidePlan]:
    """Yield the plates, where there is an alignment to show."""
    disclosure = content.disclosure
    for plate in (one for one in content.plates if one in SLIDE_PLATES):
        sheets = plate_sheets(
            plate,
            disclosure.today,
            disclosure.then,
            size=(room.width / SCALE, room.height / SCALE),
            is_bare=True,
        )
        if len(sheets) > MOST_SHEETS:
            continue
        for part, sheet in enumerate(sheets, start=1):

            def draw(canvas: SlideCanvas, sheet: Sheet = sheet) -> None:
                draw_sheet(canvas, sheet)

            yield SlidePlan(
                "Plates", part_title(PLATES[plate], part, len(sheets)), draw, sheet.about
            )


def draw_sheet(canvas: SlideCanvas, sheet: Sheet) -> None:
    """Draw a sheet of a plate as shapes."""
    shapes = [shape for mark in sheet.marks if (shape := _shape(canvas, mark))]
    frame = _frame(canvas, 0, 0, sheet.width, sheet.height)
    canvas.put_shapes(group(canvas.shape_naming(sheet.title, sheet.about), frame, shapes))


def _frame(canvas: SlideCanvas, x: float, y: float, width: float, height: float) -> ShapeFrame:
    left, top = canvas.room.x + SCALE * x, canvas.room.y + SCALE * y
    return ShapeFrame(left, top, SCALE * width, SCALE * height)


def _shape(canvas: SlideCanvas, mark: Mark) -> str:
    """Return a mark as a shape; strands are for pointing at, which a slide has no use for."""
    match mark:
        case SheetText():
            return _text(canvas, mark) if mark.text.strip() else ""
        case Bar():
            frame = _frame(canvas, mark.x, mark.y, mark.width, mark.height)
            look = ShapeStyle(ground=mark.colour)
            return box(canvas.shape_naming(mark.link.hint if mark.link else "Bar"), frame, look, [])
        case Disc():
            return _disc(canvas, mark)
        case Ribbon():
            return _ribbon(canvas, mark)
        case Strand():
            return ""


def _text(canvas: SlideCanvas, text: SheetText) -> str:
    run = TextRun(text.text, round(SCALE * text.size, 1), text.colour, text.bold)
    paragraph = TextParagraph((run,), align=ALIGN[text.align])
    frame = _frame(canvas, text.x, text.y, text.width, text.height)
    return box(canvas.shape_naming(text.text), frame, ShapeStyle(ground=text.ground), [paragraph])


def _disc(canvas: SlideCanvas, disc: Disc) -> str:
    corner, side = (disc.x - disc.radius, disc.y - disc.radius), 2 * disc.radius
    ground = style.PAPER if disc.ring else disc.colour
    look = ShapeStyle(ground=ground, outline=disc.colour, pen=1.2, shape="ellipse")
    name = disc.link.hint if disc.link else "Disc"
    return box(canvas.shape_naming(name), _frame(canvas, *corner, side, side), look, [])


def _ribbon(canvas: SlideCanvas, ribbon: Ribbon) -> str:
    """Return an area between two curves, as a shape with a path of its own."""
    top, bottom = min(ribbon.top, ribbon.right_top), max(ribbon.bottom, ribbon.right_bottom)
    frame = _frame(canvas, ribbon.left, top, ribbon.right - ribbon.left, bottom - top)
    wide, middle = frame.width, frame.width / 2
    begin, low, end, end_low = (
        SCALE * (y - top)
        for y in (ribbon.top, ribbon.bottom, ribbon.right_top, ribbon.right_bottom)
    )
    path = (
        f"<a:moveTo>{_point(0, begin)}</a:moveTo>"
        f"{_curve((middle, begin), (middle, end), (wide, end))}"
        f"<a:lnTo>{_point(wide, end_low)}</a:lnTo>"
        f"{_curve((middle, end_low), (middle, low), (0, low))}<a:close/>"
    )
    size = f'w="{emu(frame.width)}" h="{emu(frame.height)}"'
    return (
        f"<p:sp><p:nvSpPr>{canvas.shape_naming('Ribbon').xml}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f"<a:xfrm>{frame.xfrm}</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path {size}>{path}</a:path></a:pathLst>'
        f"</a:custGeom>{solid_fill(ribbon.colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _curve(*points: tuple[float, float]) -> str:
    return f"<a:cubicBezTo>{''.join(_point(*point) for point in points)}</a:cubicBezTo>"


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{emu(x)}" y="{emu(y)}"/>'
