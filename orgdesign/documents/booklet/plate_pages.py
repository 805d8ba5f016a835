"""The plates as pages of a booklet: everything at its place, in the type of the booklet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from orgdesign.documents.booklet.canvas import MARGIN, TOP, PaperSize, PdfCanvas, opacity_of
from orgdesign.documents.booklet.page_plan import PageNumbers, PagePlan
from orgdesign.documents.content import DocumentContent
from orgdesign.plates import PLATES, Sheet, plate_sheets
from orgdesign.render.sheet import Bar, Disc, Mark, Ribbon, SheetText, Strand

BASELINE = 0.35
"""From the middle of a line of type to its baseline, beside the size of its letters."""
LEAST_WIDTH = 500.0
"""On narrower paper the plates have no room."""


def plate_pages(content: DocumentContent, side: PaperSize) -> Iterator[PagePlan]:
    """Yield the plates, each with its following sheets, where there is an alignment to show."""
    disclosure = content.disclosure
    for plate in content.plates if side.width >= LEAST_WIDTH else ():
        sheets = plate_sheets(
            plate, disclosure.today, disclosure.then, size=side.text, is_bare=True
        )
        for part, sheet in enumerate(sheets):
            is_first = not part
            yield PagePlan(
                PLATES[plate] if is_first else f"{PLATES[plate]} ({part + 1} of {len(sheets)})",
                _drawing(sheet),
                (f"plate/{plate}",) if is_first else (),
                sheet.about,
                mark=PLATES[plate] if is_first else "",
            )


def _drawing(sheet: Sheet) -> Callable[[PdfCanvas, PageNumbers], None]:
    def draw(canvas: PdfCanvas, _: PageNumbers) -> None:
        for mark in sheet.marks:
            _draw(canvas, mark)

    return draw


def _draw(canvas: PdfCanvas, mark: Mark) -> None:
    match mark:
        case SheetText():
            _write(canvas, mark)
        case Bar():
            _bar(canvas, mark)
        case Disc():
            at = (MARGIN + mark.x, TOP + mark.y)
            canvas.draw_disc(at, mark.radius, mark.colour, ring=mark.ring)
        case Ribbon():
            _ribbon(canvas, mark)
        case Strand():
            pass  # it is there to be pointed at


def _write(canvas: PdfCanvas, text: SheetText) -> None:
    if text.ground:
        ground = Bar(text.x, text.y, text.width, text.height, text.ground)
        _bar(canvas, ground)
    baseline = TOP + text.y + text.height / 2 + BASELINE * text.size
    left = MARGIN + text.x
    said, size, colour, bold = text.text, text.size, text.colour, text.bold
    match text.align:
        case "left":
            canvas.write_line((left, baseline), said, size, colour, bold=bold)
        case "centre":
            middle = (left + text.width / 2, baseline)
            canvas.write_centred(middle, said, size, colour, bold=bold)
        case "right":
            canvas.write_right((left + text.width, baseline), said, size, colour, bold=bold)


def _bar(canvas: PdfCanvas, bar: Bar) -> None:
    opacity = opacity_of(bar.colour)
    corner, size = (MARGIN + bar.x, TOP + bar.y), (bar.width, bar.height)
    if opacity == 1:
        canvas.box(corner, size, ground=bar.colour)
    elif opacity:
        with canvas.local_context(fill_opacity=opacity):
            canvas.box(corner, size, ground=bar.colour)


def _ribbon(canvas: PdfCanvas, ribbon: Ribbon) -> None:
    left, right = MARGIN + ribbon.left, MARGIN + ribbon.right
    middle = (left + right) / 2
    top, bottom = TOP + ribbon.top, TOP + ribbon.bottom
    to_top, to_bottom = TOP + ribbon.right_top, TOP + ribbon.right_bottom
    there = [(left, top), (middle, top), (middle, to_top), (right, to_top)]
    back = [(right, to_bottom), (middle, to_bottom), (middle, bottom), (left, bottom)]
    canvas.draw_ribbon([there, back], ribbon.colour)
