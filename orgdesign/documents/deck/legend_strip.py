"""The legend at the foot of a chart's slide: what its colours mean, in one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgdesign.charts import Legend, LegendEntry
from orgdesign.documents.deck.drawingml import ShapeFrame, ShapeStyle, TextParagraph, TextRun
from orgdesign.documents.deck.slide import SlideCanvas
from orgdesign.render import style, text_width, wrap

STRIP = 20.0
"""How high the legend is, with the room above it."""
SIZE, SWATCH, BETWEEN = 9.0, 9.0, 14.0
SHORTEST, LONGEST, COUNT = 50.0, 190.0, 32.0
"""The room of a label, and that of how many functions have its colour."""


def chart_room(room: ShapeFrame) -> ShapeFrame:
    """Return what of a slide is left for a chart above its legend."""
    return replace(room, height=room.height - STRIP)


def draw_legend(canvas: SlideCanvas, legend: Legend) -> None:
    """Draw a legend below a chart; entries that find no room are counted."""
    top = canvas.room.y + canvas.room.height - SIZE * 1.5
    x, end = canvas.room.x, canvas.room.x + canvas.room.width
    shown = [*_entries(legend, (end - x) / max(1, len(legend.entries)))]
    for number, (label, entry) in enumerate(shown):
        wide = text_width(label, SIZE) * 1.15 + SWATCH + 8
        if x + wide > end - 60 and number < len(shown) - 1:
            _write(canvas, f"and {len(shown) - number} more", x, top, 70)
            return
        _swatch(canvas, entry, x, top)
        _write(canvas, label, x + SWATCH + 3, top, wide - SWATCH)
        x += wide + BETWEEN


def _entries(legend: Legend, room: float) -> Iterator[tuple[str, LegendEntry]]:
    longest = min(LONGEST, max(SHORTEST, (room - SWATCH - BETWEEN - COUNT) / 1.15))
    for entry in legend.entries:
        (label,) = wrap(entry.label, longest, SIZE, lines=1)
        yield f"{label} ({entry.functions:,})", entry


def _swatch(canvas: SlideCanvas, entry: LegendEntry, x: float, top: float) -> None:
    hue = style.swatch_hue(entry)
    frame = ShapeFrame(x, top + 3, SWATCH, SWATCH)
    look = ShapeStyle(ground=hue.soft, outline=hue.strong, pen=1.0)
    canvas.text(f"Colour of {entry.label}", frame, [], look)


def _write(canvas: SlideCanvas, words: str, x: float, top: float, wide: float) -> None:
    run = TextRun(words, SIZE, style.QUIET)
    frame = ShapeFrame(x, top, wide, SIZE * 1.6)
    canvas.text(words, frame, [TextParagraph((run,))], ShapeStyle(anchor="ctr"))
