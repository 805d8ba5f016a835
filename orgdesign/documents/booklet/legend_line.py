"""The legend at the foot of a page with a chart: what its colours mean, in one line."""

from __future__ import annotations

from orgdesign.charts import Legend, LegendEntry
from orgdesign.documents.booklet.canvas import MARGIN, SMALLEST, PdfCanvas
from orgdesign.render import style
from orgdesign.render.fonts import text_width, wrap

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
