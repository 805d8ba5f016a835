"""Pages that are drawn on, and their paper: letters, rounded boxes, connectors and links.

Lengths are points; x grows to the right and y downwards from the top-left corner of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from fpdf.fonts import TTFFont

from orgdesign.documents.kinds import Note, Orientation, Paper
from orgdesign.documents.script_pdf import ScriptPdf, unbroken
from orgdesign.render import FONT_FAMILY, LINE_CORNER, Point, wrap
from orgdesign.value_objects import value_object

SMALLEST = 7.0
"""The least size of type on paper."""
MARGIN = 32.0
"""Beside what stands on a page."""
NARROW, EDGE = 620.0, 21.0
"""On paper that is no wider than this, charts come nearer to its edge, so that the widest fits."""
TOP, BOTTOM = 78.0, 34.0
"""Above and below what a page is about: there are its heading, and its number."""

_SIZES: dict[Paper, tuple[float, float]] = {
    "a4": (595.28, 841.89),
    "a3": (841.89, 1190.55),
    "letter": (612.0, 792.0),
}


@value_object
class PaperSize:
    """One side of the paper."""

    width: float
    height: float

    @property
    def chart(self) -> tuple[float, float]:
        """Return how wide and high a chart can be."""
        return self.width - 2 * self.edge, self.height - TOP - BOTTOM

    @property
    def edge(self) -> float:
        """Return how near to the edge of the paper a chart can come."""
        return EDGE if self.width <= NARROW else MARGIN

    @property
    def text(self) -> tuple[float, float]:
        """Return how wide and high a text can be."""
        return self.width - 2 * MARGIN, self.height - TOP - BOTTOM


def paper_size(paper: Paper, orientation: Orientation) -> PaperSize:
    """Return the side of a paper, held upright or not."""
    short, long = _SIZES[paper]
    return PaperSize(short, long) if orientation == "portrait" else PaperSize(long, short)


_LOGO_WIDTH, _LOGO_HEIGHT = 150.0, 44.0
RADIUS = 8.0
"""Of the corners of a box."""
_DASHES = {"solid": "[] 0 d", "dashed": "[5 3.5] 0 d 0 J", "dotted": "[0.1 3.6] 0 d 1 J"}
_BEND = 0.4477
"""How near a Bézier curve comes to a corner to look like a quarter of a circle."""
_ASCENT = 0.8
"""From the top of a line to its baseline, beside the size of its letters."""
_DRAWN_AS = {ord("⊃"): "»", ord("⊂"): "«"}
"""Signs of ours that the font lacks."""


class PdfCanvas(ScriptPdf):
    """The pages of a booklet, one after another, for ``texts`` in whatever script they are."""

    def __init__(self, sheet: PaperSize, title: str, texts: Iterable[str], note: Note) -> None:
        size = (sheet.width, sheet.height)
        super().__init__(title, "en-GB", texts, note, unit="pt", format=size)
        self.sheet = sheet
        self.set_margin(0)
        self.c_margin = 0.0
        self.set_auto_page_break(False)
        font = self.fonts[FONT_FAMILY.lower()]
        assert isinstance(font, TTFFont)  # noqa: S101 - it is the one that was added
        self._shipped = frozenset(map(chr, font.cmap))
        self._ways: dict[int, int] = {}

    def drawable(self, text: str) -> str:
        """Return a text with what no font has, and signs of ours, as they can be drawn."""
        return super().drawable(text).translate(_DRAWN_AS)

    def mark(self, name: str, level: int) -> None:
        """Set a bookmark of that name to the top of the page."""
        self.set_xy(0, 0)
        self.start_section(unbroken(name), level, strict=False)

    def draw_logo(self, right: float, top: float, picture: bytes) -> None:
        """Draw a logo that ends at the right, no larger than a cover has room for."""
        size = _LOGO_WIDTH, _LOGO_HEIGHT
        with BytesIO(picture) as data:
            self.image(data, right - size[0], top, *size, keep_aspect_ratio=True, alt_text="Logo")

    def write_line(
        self, at: Point, text: str, size: float, colour: str, *, bold: bool = False
    ) -> None:
        """Write a line of text that starts at a point on its baseline."""
        said = self.drawable(text)
        if not said.strip():
            return
        self.set_font(FONT_FAMILY, "B" if bold else "", size)
        self.set_text_color(*_shares(colour))
        if self._shipped.issuperset(said):
            self.text(*at, said)
        else:
            self.set_xy(at[0], at[1] - _ASCENT * size)
            self.current_font_is_set_on_page = False
            self.cell(self.get_string_width(said), size, said)
            self.current_font_is_set_on_page = False  # a cell in several fonts leaves the last

    def write_fitting(
        self,
        at: Point,
        text: str,
        width: float,
        size: float,
        colour: str,
        *,
        bold: bool = False,
    ) -> None:
        """Write a text on one line, cut where it is wider than that."""
        for line in wrap(text, width, size, bold=bold, lines=1):
            self.write_line(at, line, size, colour, bold=bold)

    def write_right(
        self, at: Point, text: str, size: float, colour: str, *, bold: bool = False
    ) -> None:
        """Write a line of text that ends at a point on its baseline."""
        said = self.drawable(text)
        self.set_font(FONT_FAMILY, "B" if bold else "", size)
        self.write_line((at[0] - self.get_string_width(said), at[1]), text, size, colour, bold=bold)

    def write_centred(
        self, at: Point, text: str, size: float, colour: str, *, bold: bool = False
    ) -> None:
        """Write a line of text whose middle is at a point on its baseline."""
        said = self.drawable(text)
        self.set_font(FONT_FAMILY, "B" if bold else "", size)
        half = self.get_string_width(said) / 2
        self.write_line((at[0] - half, at[1]), text, size, colour, bold=bold)

    def box(
        self,
        corner: Point,
        size: Point,
        *,
        ground: str = "",
        outline: str = "",
        pen: float = 1.0,
        dash: str = "solid",
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle with a ground, an outline or both."""
        paint = "B" if ground and outline else "f" if ground else "S"
        ink = [f"{_ink(ground)} rg"] if ground else []
        if outline:
            ink += [f"{_ink(outline)} RG", f"{pen:.2f} w", _DASHES[dash]]
        self._out(" ".join(["q", *ink, self._round(corner, size, radius), paint, "Q"]))

    def draw_route(
        self, route: Sequence[Point], colour: str, pen: float, dash: str, bend: float
    ) -> None:
        """Draw a connector, its corners rounded."""
        steps = [f"{self._pdf_point(route[0])} m"]
        for before, corner, after in zip(route, route[1:], route[2:], strict=False):
            enter, leave = _near(corner, before, bend), _near(corner, after, bend)
            bent = " ".join(self._pdf_point(each) for each in (corner, corner, leave))
            steps += [f"{self._pdf_point(enter)} l", f"{bent} c"]
        steps.append(f"{self._pdf_point(route[-1])} l")
        self._out(f"q {_ink(colour)} RG {pen:.2f} w {_DASHES[dash]} {' '.join(steps)} S Q")

    def draw_ribbon(self, edges: Sequence[Sequence[Point]], colour: str) -> None:
        """Draw an area between two curves, each of four points, seen through as its colour says."""
        there, back = ([self._pdf_point(point) for point in edge] for edge in edges)
        path = f"{there[0]} m {' '.join(there[1:])} c {back[0]} l {' '.join(back[1:])} c h f"
        with self.local_context(fill_opacity=opacity_of(colour)):
            self._out(f"{_ink(colour)} rg {path}")

    def draw_disc(self, at: Point, radius: float, colour: str, *, ring: bool) -> None:
        """Draw a circle about a point, filled or a ring."""
        corner, side = (at[0] - radius, at[1] - radius), (2 * radius, 2 * radius)
        if ring:
            self.box(corner, side, outline=colour, pen=1.2, radius=radius)
        else:
            self.box(corner, side, ground=colour, radius=radius)

    def draw_arrow_tip(self, at: Point, colour: str, size: float) -> None:
        """Draw the tip of an arrow that comes from the left."""
        x, y = at
        ends = [(x - size, y - size / 2.6), (x - size, y + size / 2.6)]
        first, second = (self._pdf_point(each) for each in ends)
        self._out(f"q {_ink(colour)} rg {self._pdf_point(at)} m {first} l {second} l f Q")

    def link_area(self, corner: Point, size: Point, page: int | None) -> None:
        """Make a click on an area lead to a page."""
        if page is None or page == self.page:
            return
        if page not in self._ways:
            self._ways[page] = self.add_link(page=page)
        self.link(*corner, *size, self._ways[page], contents=f"Page {page}")

    def _round(self, corner: Point, size: Point, radius: float) -> str:
        (x, y), (width, height) = corner, size
        if not radius:
            return f"{self._pdf_point((x, y + height))} {width:.2f} {height:.2f} re"
        r, near = min(radius, width / 2, height / 2), _BEND * min(radius, width / 2, height / 2)
        right, low = x + width, y + height
        turns = [
            ((right - r, y), (right - near, y), (right, y + near), (right, y + r)),
            ((right, low - r), (right, low - near), (right - near, low), (right - r, low)),
            ((x + r, low), (x + near, low), (x, low - near), (x, low - r)),
            ((x, y + r), (x, y + near), (x + near, y), (x + r, y)),
        ]
        steps = [f"{self._pdf_point((x + r, y))} m"]
        for start, *bends in turns:
            steps += [f"{self._pdf_point(start)} l", f"{' '.join(map(self._pdf_point, bends))} c"]
        return f"{' '.join(steps)} h"

    def _pdf_point(self, point: Point) -> str:
        return f"{point[0]:.2f} {self.sheet.height - point[1]:.2f}"


def up_to_tip(route: Sequence[Point], tip: float) -> list[Point]:
    """Return a route up to where the tip of its arrow begins."""
    (x, y), before = route[-1], route[:-1]
    return [*before, (x - tip, y)]


def _near(corner: Point, other: Point, bend: float) -> Point:
    """Return the point before ``corner`` where its rounding starts, on the way from ``other``."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    share = min(bend * LINE_CORNER, length / 2) / length if length else 0.0
    return (corner[0] + dx * share, corner[1] + dy * share)


def _shares(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def opacity_of(colour: str) -> float:
    """Return how much of what is below a colour it hides, from 0 to 1."""
    return int(colour[7:9], 16) / 255 if len(colour) > len("#rrggbb") else 1.0


def _ink(colour: str) -> str:
    return " ".join(f"{share / 255:.3f}" for share in _shares(colour))
