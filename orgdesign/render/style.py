"""The look of a chart: few colours, each with a meaning, and the sizes of type and cards.

Contrast of text on its ground is at least 4.5 : 1 (WCAG 2.2 AA) in every pair used here.
"""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.charts import Box

FONT = "Inter"


@dataclass(frozen=True, slots=True)
class Hue:
    """A colour in three strengths: for text and outlines, for a head's ground, for a card's."""

    strong: str
    soft: str
    faint: str


HUES = (
    Hue("#0f766e", "#d9f0ec", "#f4fbf9"),
    Hue("#4338ca", "#e3e6fd", "#f6f7ff"),
    Hue("#a16207", "#fbeecb", "#fffbf0"),
    Hue("#7e22ce", "#f0e2fd", "#fbf6ff"),
    Hue("#0369a1", "#d9eefb", "#f3faff"),
    Hue("#4d7c0f", "#e6f4cd", "#f9fdf1"),
    Hue("#be185d", "#fce1ee", "#fff5fa"),
    Hue("#57534e", "#e9e6e2", "#faf9f7"),
)
"""One for each first-level outcome; with more outcomes than hues they come round again."""

ROOT = Hue("#0c2f33", "#d5e3e4", "#f5f8f8")
GAP = Hue("#b91c1c", "#fee7e7", "#fff8f8")

INK = "#0f1c24"
QUIET = "#475569"
LINE = "#8a9bb0"
PAPER = "#ffffff"
ON_ROOT = "#ffffff"
ON_ROOT_QUIET = "#bfe3de"
ON_ROOT_GAP = "#fecaca"

CARD = 196.0
"""The width of a function's card, in points."""
PADDING = 10.0


def hue(box: Box) -> Hue:
    """Return the hue of the outcome that a box belongs to; the root's where it has none."""
    if box.kind == "unaligned":
        return GAP
    return ROOT if box.hue is None else HUES[box.hue % len(HUES)]
