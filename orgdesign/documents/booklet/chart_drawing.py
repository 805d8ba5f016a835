"""A drawing set on a page, as its vectors: it looks as it does in the app."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from orgdesign.charts import Box, Legend, LegendEntry
from orgdesign.documents.booklet.canvas import MARGIN, RADIUS, SMALLEST, TOP, PdfCanvas, up_to_tip
from orgdesign.render import (
    ARROW_TIP,
    CARD_TAB,
    CHIP_GAP,
    Card,
    CardRow,
    Connector,
    Drawing,
    Ground,
    PlacedCard,
    Point,
    chip_width,
    runs_right_to_left,
    style,
    text_width,
    wrap,
)

INSET, TAB_SIZE = 12.0, 8
"""Of a tab: how far it is set in on both sides, and its type."""
_PENS = {"solid": 1.4, "dashed": 1.8, "dotted": 1.8}
_LINE = 1.3
_CAP = 0.364
"""Half the height of a capital letter, in ems."""

BoxTarget = Callable[[Box], int | None]
"""To which page a click on a box leads."""


@dataclass(frozen=True)
class ChartDrawing:
    """A drawing on a page, at a scale; ``leads`` says where a click on a box or its tab goes.

    ``tabs`` are what the tab of a folded box can say, the longest first; ``primary`` is the colour
    of the box that all hang from, where a company has one.
    """

    canvas: PdfCanvas
    drawing: Drawing
    scale: float
    leads: BoxTarget
    tabs: Callable[[Box], Sequence[str]]
    primary: str = ""

    def draw(self) -> None:
        """Draw everything, the lines below the boxes."""
        for ground in self.drawing.grounds:
            self._ground(ground)
        for line in self.drawing.lines:
            self._line(line)
        for placed in self.drawing.cards:
            self._card(placed)

    def _on_page(self, x: float, y: float) -> Point:
        left = (self.canvas.sheet.width - self.drawing.width * self.scale) / 2
        return max(left, self.canvas.sheet.edge) + x * self.scale, TOP + y * self.scale

    def _scaled(self, width: float, height: float) -> Point:
        return width * self.scale, height * self.scale

    def _ground(self, ground: Ground) -> None:
        self.canvas.box(
            self._on_page(ground.x, ground.y),
            self._scaled(ground.width, ground.height),
            ground=ground.colour,
            outline=ground.outline,
            pen=1.8 * self.scale,
            dash="dashed" if ground.outline else "solid",
        )

    def _line(self, line: Connector) -> None:
        route = [self._on_page(*point) for point in line.route]
        if line.arrow:
            self.canvas.draw_arrow_tip(route[-1], line.colour, ARROW_TIP * self.scale)
            route = up_to_tip(route, ARROW_TIP * self.scale)
        pen = _LINE * self.scale
        self.canvas.draw_route(route, line.colour, pen, line.dash, self.scale)

    def _branded(self, colour: str) -> str:
        return self.primary if self.primary and colour == style.ROOT.strong else colour

    def _card(self, placed: PlacedCard) -> None:
        card, corner = placed.card, self._on_page(placed.x, placed.y)
        size = self._scaled(card.width, card.height)
        if card.tab:
            self._tab(placed)
        self.canvas.box(
            corner,
            size,
            ground=self._branded(card.ground),
            outline=self._branded(card.outline),
            pen=(card.pen or _PENS[card.dash]) * self.scale,
            dash=card.dash,
            radius=RADIUS * self.scale,
        )
        spare = card.height - sum(row.height for row in card.rows)
        top = placed.y + spare / 2
        for row in card.rows:
            self._row(row, card, placed.x, top)
            top += row.height
        self.canvas.link_area(
            corner, self._scaled(card.width, card.full_height), self.leads(card.box)
        )

    def _row(self, row: CardRow, card: Card, left: float, top: float) -> None:
        start = left + style.PADDING
        if row.rule:
            corner, size = (
                self._on_page(start, top),
                self._scaled(card.width - 2 * style.PADDING, row.height),
            )
            self.canvas.box(corner, size, ground=row.colour)
        elif row.chip:
            self._chip(row, start, top)
        elif row.text and card.centred:
            at = self._baseline(row, left + card.width / 2, top)
            self.canvas.write_centred(at, row.text, self._size(row), row.colour, bold=row.bold)
        elif row.text and runs_right_to_left(row.text):
            at = self._baseline(row, left + card.width - style.PADDING, top)
            self.canvas.write_right(at, row.text, self._size(row), row.colour, bold=row.bold)
        elif row.text:
            at = self._baseline(row, start, top)
            self.canvas.write_line(at, row.text, self._size(row), row.colour, bold=row.bold)

    def _chip(self, row: CardRow, left: float, top: float) -> None:
        width = chip_width(row)
        self.canvas.box(self._on_page(left, top), self._scaled(width, row.height), ground=row.chip)
        spare = (width - text_width(row.text, row.size, row.bold)) / 2
        size, at = self._size(row), self._baseline(row, left + spare, top)
        self.canvas.write_line(at, row.text, size, row.colour, bold=row.bold)
        if row.beside:
            at = self._baseline(row, left + width + CHIP_GAP, top)
            self.canvas.write_line(at, row.beside, size, style.QUIET)

    def _tab(self, placed: PlacedCard) -> None:
        card = placed.card
        hue, width = style.hue(card.box), card.width - 2 * INSET
        left, top = placed.x + INSET, placed.y + card.height
        corner, size = self._on_page(left, top), self._scaled(width, CARD_TAB)
        self.canvas.box(corner, size, ground=hue.soft, outline=card.outline, pen=self.scale)
        type_size = max(SMALLEST, TAB_SIZE * self.scale)
        says = self.tabs(card.box)
        fits = (each for each in says if text_width(each, type_size, bold=True) < size[0] - 4)
        row = CardRow(CARD_TAB, next(fits, says[-1]), TAB_SIZE, hue.strong, bold=True)
        at = self._baseline(row, left + width / 2, top)
        self.canvas.write_centred(at, row.text, type_size, row.colour, bold=True)

    def _size(self, row: CardRow) -> float:
        """Return the size of a row's type: none is smaller than can be read on paper."""
        return max(SMALLEST, row.size * self.scale)

    def _baseline(self, row: CardRow, x: float, top: float) -> Point:
        x, middle = self._on_page(x, top + row.height / 2)
        return x, middle + _CAP * self._size(row)


_BASELINE, _SWATCH, _BETWEEN, _LONGEST = 26.5, 6.0, 9.0, 190.0
"""Above the end of the paper; the size of a colour; between two entries; the most of a label."""
_MORE = 50.0
"""The room to say how many there are besides."""


def draw_legend_line(canvas: PdfCanvas, legend: Legend) -> None:
    """Draw a legend above the foot of a page; entries that find no room are counted."""
    left, end = MARGIN, canvas.sheet.width - MARGIN
    for number, entry in enumerate(legend.entries):
        label, rest = _label(entry), len(legend.entries) - number
        wide = _SWATCH + 3 + text_width(label, SMALLEST)
        if left + wide > end - (_MORE if rest > 1 else 0):
            _write(canvas, left, f"and {rest} more")
            return
        _draw_swatch(canvas, left, entry)
        _write(canvas, left + _SWATCH + 3, label)
        left += wide + _BETWEEN


def _label(entry: LegendEntry) -> str:
    (label,) = wrap(entry.label, _LONGEST, SMALLEST, lines=1)
    return f"{label} ({entry.functions:,})"


def _draw_swatch(canvas: PdfCanvas, left: float, entry: LegendEntry) -> None:
    hue = style.swatch_hue(entry)
    corner, size = (left, canvas.sheet.height - _BASELINE - _SWATCH + 0.7), (_SWATCH, _SWATCH)
    canvas.box(corner, size, ground=hue.soft, outline=hue.strong, pen=0.7)


def _write(canvas: PdfCanvas, left: float, words: str) -> None:
    canvas.write_line((left, canvas.sheet.height - _BASELINE), words, SMALLEST, style.QUIET)
