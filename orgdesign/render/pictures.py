"""Charts and journey maps as files, and as elements of a page."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import replace

from orgdesign.charts import Chart, Journey
from orgdesign.render import style
from orgdesign.render.arrangement import Size
from orgdesign.render.brand_style import root_css
from orgdesign.render.dot import Link, characters_of, dot_text
from orgdesign.render.drawing import (
    Drawing,
    at_own_places,
    beside,
    compose,
    compose_together,
)
from orgdesign.render.engine import SHARP_DPI, Engine, Format, fitting_dpi
from orgdesign.render.fonts import (
    embedded_font_css,
    missing_fonts_advice,
)
from orgdesign.render.journey_drawing import compose_journey
from orgdesign.render.picture_frame import PictureFrame, framed_drawings
from orgdesign.render.poster import poster_sheets, whole_sheet
from orgdesign.render.svg import branch_of, inline, inline_whole, standalone
from orgdesign.render.window_fit import compose_for_window

_LOG = logging.getLogger(__name__)


def draw_charts(
    charts: Sequence[Chart],
    engine: Engine,
    picture: Format,
    among: Sequence[Chart] = (),
    frame: PictureFrame | None = None,
    sharpness: float = SHARP_DPI,
) -> bytes:
    """Return the charts side by side as a file of the format ``picture``, in a ``frame``.

    Those that are ``among`` charts of one layout are drawn to it; a PNG has so many dots per inch
    at most. Raises ``EngineError`` when
    Graphviz cannot draw them.
    """
    drawings = [compose_chart(chart, among) for chart in charts]
    framed = framed_drawings(drawings, frame) if frame else drawings
    primary = frame.primary if frame else ""
    return _file(framed, engine, picture, sharpness=sharpness, primary=primary)


def draw_posters(
    chart: Chart,
    engine: Engine,
    picture: Format,
    paper: Size,
    frame: PictureFrame | None = None,
) -> list[bytes]:
    """Return a chart on sheets of paper, of that width and height in points, as pictures.

    What does not fit on the first is on following ones; a PDF holds all of them. Raises
    ``EngineError`` when Graphviz cannot draw them.
    """
    sheets = poster_sheets(chart, paper, frame or PictureFrame())
    primary = frame.primary if frame else ""
    letters = characters_of([sheet.drawing for sheet in sheets])
    drawn = [
        _file([sheet.drawing], engine, picture, paper, primary=primary, letters=letters)
        for sheet in sheets
    ]
    return [joined_pdf(drawn)] if picture == "pdf" else drawn


def compose_chart(chart: Chart, among: Sequence[Chart] = (), room: Size | None = None) -> Drawing:
    """Return the drawing of a chart, to one layout with the others that it is among.

    It fits a ``room``, its width and height in points, where that can be.
    """
    for number, each in enumerate(among):
        if (each.view, each.boxes) == (chart.view, chart.boxes):
            return replace(compose_together(among, room)[number], chart=chart)
    return compose(chart, room)


def window_drawing(chart: Chart, among: Sequence[Chart], room: Size) -> Drawing:
    """Return the drawing of a chart for a window with a ``room``: where it is small, to be read.

    It is to one layout with the others that it is among.
    """
    for number, each in enumerate(among):
        if (each.view, each.boxes) == (chart.view, chart.boxes):
            return replace(compose_for_window(among, room)[number], chart=chart)
    return compose_for_window([at_own_places(chart)], room)[0]


def draw_journey(
    journey: Journey,
    engine: Engine,
    picture: Format,
    frame: PictureFrame | None = None,
    paper: Size | None = None,
    sharpness: float = SHARP_DPI,
) -> bytes:
    """Return the journey map as a file of the format ``picture``, in a ``frame``, on a ``paper``.

    Raises ``EngineError`` when Graphviz cannot draw it, ``OrgdesignError`` when its paper is too
    small.
    """
    drawing, primary = compose_journey(journey), frame.primary if frame else ""
    if paper:
        sheet = whole_sheet(drawing, paper, frame or PictureFrame())
        return _file([sheet.drawing], engine, picture, paper, primary=primary)
    drawings = framed_drawings([drawing], frame) if frame else [drawing]
    return _file(drawings, engine, picture, sharpness=sharpness, primary=primary)


def _file(
    drawings: Sequence[Drawing],
    engine: Engine,
    picture: Format,
    paper: Size | None = None,
    sharpness: float = SHARP_DPI,
    primary: str = "",
    letters: str = "",
) -> bytes:
    """Return drawings as a file; those of a set share the ``letters`` that are cut out once."""
    text = letters or characters_of(drawings)
    if advice := missing_fonts_advice(text):
        _LOG.warning("%s", advice)
    if picture == "svg":
        css = embedded_font_css(text) + (root_css(primary) if primary else "")
        return standalone(drawings, engine, _within_file, css, paper).encode()
    dpi = _dots_per_inch(drawings, sharpness) if picture == "png" else SHARP_DPI
    return engine.draw(_in_brand(dot_text(drawings, _within_file, paper), primary), picture, dpi)


def _in_brand(dot: str, primary: str) -> str:
    """Return a drawing with a company's colour in the place of that of the root."""
    return dot.replace(f'color="{style.ROOT.strong}"', f'color="{primary}"') if primary else dot


def _dots_per_inch(drawings: Sequence[Drawing], wanted: float) -> float:
    """Return how fine a PNG of the drawings can be, and say so when it is coarser than usual."""
    last, left = beside(drawings)[-1]
    dpi = fitting_dpi(left + last.width, max(drawing.height for drawing in drawings), wanted)
    if dpi < wanted:
        _LOG.warning(
            "So large a chart fits a PNG with %.0f dots per inch only, not %.0f; "
            "SVG and PDF stay sharp at every size.",
            *(dpi, wanted),
        )
    return dpi


def chart_svg(
    chart: Chart,
    engine: Engine,
    *,
    prefix: str,
    link: Link,
    among: Sequence[Chart] = (),
    seen: Drawing | None = None,
    room: Size | None = None,
) -> str:
    """Return the chart as an ``<svg>`` element for a page, its ids starting with ``prefix``.

    ``link`` says where a click on a box, or on the tab that unfolds it, leads. A chart ``among``
    charts of one layout is drawn to it. With the drawing that the page has ``seen``, branches
    that look the same come without content. With a ``room``, its width and height in pixels, it is
    for a window.
    """
    drawing = window_drawing(chart, among, room) if room else compose_chart(chart, among)
    kept = unchanged_branches(seen, drawing) if seen else ()
    return inline(drawing, engine, prefix, link, kept)


def journey_svg(journey: Journey, engine: Engine, *, prefix: str, link: Link) -> str:
    """Return the journey map as an ``<svg>`` element for a page, its ids starting with ``prefix``.

    ``link`` says where a click on a box leads.
    """
    return inline_whole(compose_journey(journey), engine, prefix, link)


def unchanged_branches(old: Drawing, new: Drawing) -> set[str]:
    """Return the first-level branches that are drawn the same, wherever they stand."""
    before, now = _looks(old), _looks(new)
    return {branch for branch in now if before.get(branch) == now[branch]}


def _looks(drawing: Drawing) -> dict[str, list[object]]:
    """Return what each branch looks like, measured from its head's corner."""
    branches = branch_of(drawing)
    looks: dict[str, list[object]] = {}
    corners = {placed.card.box.id: (placed.x, placed.y) for placed in drawing.cards}
    for placed in drawing.cards[1:]:
        left, top = corners[branch := branches[placed.card.box.id]]
        place = (round(placed.x - left, 1), round(placed.y - top, 1))
        looks.setdefault(branch, []).append((placed.card, place))
    return looks


def _within_file(box: str, _is_tab: bool) -> str:
    return f"#{box}"


def joined_pdf(pages: Sequence[bytes]) -> bytes:
    """Return the pages of several PDF files as one file, in their order."""
    if len(pages) == 1:
        return pages[0]
    from pypdf import PdfWriter

    with PdfWriter() as writer, io.BytesIO() as file:
        for page in pages:
            writer.append(io.BytesIO(page))
        writer.metadata = None
        writer.write(file)
        return file.getvalue()
