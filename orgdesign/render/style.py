"""The look of a chart: few colours, each with a meaning, and the sizes of type and cards.

Contrast of text on its ground is at least 4.5 : 1 (WCAG 2.2 AA) in every pair used here.
"""

from __future__ import annotations

from functools import cache

from orgdesign.charts import Box, LegendEntry
from orgdesign.value_objects import value_object

FONT = "Inter"


@value_object
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

SCALE = (
    Hue("#5b7c8d", "#dfe9ee", "#f6f9fb"),
    Hue("#3f6d82", "#cfe1ea", "#e3eff5"),
    Hue("#2b6079", "#b5d4e3", "#cbe2ed"),
    Hue("#1d5269", "#97c3d7", "#aed3e4"),
    Hue("#103f54", "#79b1ca", "#8fc2d8"),
)
"""The steps of a scale for numbers, the least first; ink can be read on each (8 : 1 and more)."""

ROOT = Hue("#0c2f33", "#d5e3e4", "#f5f8f8")
GAP = Hue("#b91c1c", "#fee7e7", "#fff8f8")

INK = "#0f1c24"
QUIET = "#475569"
LINE = "#8a9bb0"
PAPER = "#ffffff"
ON_ROOT = "#ffffff"
ON_ROOT_QUIET = "#bfe3de"
ON_ROOT_GAP = "#fecaca"

BACK = "#5f6e81"
"""The colour of text that steps back; it can still be read on paper (5.2 : 1)."""

CARD = 196.0
"""The width of a function's card, in points."""
PADDING = 10.0


def hue(box: Box) -> Hue:
    """Return the hue of the group that a box belongs to; the root's where it has none."""
    if box.kind == "unaligned" or (box.palette == "gap" and box.gaps):
        return GAP
    if box.palette == "gap" or box.hue is None:
        return ROOT
    return SCALE[min(box.hue, len(SCALE) - 1)] if box.palette == "scale" else group_hue(box.hue)


def swatch_hue(entry: LegendEntry) -> Hue:
    """Return the hue that stands for an entry of a legend."""
    return hue(Box("", "function", "", "", hue=entry.hue, palette=entry.palette))


def swatch_classes(entry: LegendEntry) -> str:
    """Return the classes of the colours of an entry of a legend, on a page."""
    names, colours = colour_names(), swatch_hue(entry)
    return f"f-{names[colours.soft]} s-{names[colours.strong]}"


def group_hue(number: int) -> Hue:
    """Return the hue of a group, counted from 0; with more groups than hues they come again."""
    return HUES[number % len(HUES)]


@cache
def colour_names() -> dict[str, str]:
    """Return the name by which drawings call each colour of ours, by the colour."""
    hues = {f"h{number}": hue for number, hue in enumerate(HUES)} | {"root": ROOT, "gap": GAP}
    hues |= {f"scale-{number}": hue for number, hue in enumerate(SCALE)}
    named = {
        "ink": INK,
        "quiet": QUIET,
        "line": LINE,
        "paper": PAPER,
        "back": BACK,
        "on-root-quiet": ON_ROOT_QUIET,
        "on-root-gap": ON_ROOT_GAP,
    }
    for name, hue in hues.items():
        named |= {name: hue.strong, f"{name}-soft": hue.soft, f"{name}-faint": hue.faint}
    return {colour: name for name, colour in named.items()}


PENS = (0.7, 2.6)
"""The widths of outlines that step back or stand out, in points."""
SIZES = (7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 28)
"""The sizes of type that have a class, in points."""


def chart_css() -> str:
    """Return the style rules of drawings: what their classes look like."""
    rules = [
        *(f"text.t{size}{{font-size:{size}px}}" for size in SIZES),
        "text.b{font-weight:700}",
        "text.m{text-anchor:middle}",
        ".frame{stroke-width:1.4}",
        ".frame.dashed,.frame.dotted{stroke-width:1.8}",
        ".tab{stroke-width:1}",
        *(f".frame.p{10 * pen:g}{{stroke-width:{pen}}}" for pen in PENS),
        f".side{{fill:none;stroke:{QUIET};stroke-width:1.4;stroke-dasharray:1,4;stroke-linecap:round}}",
        f".side-label{{paint-order:stroke;stroke:{PAPER};stroke-width:4}}",
        ".gap-mark{stroke-width:1.5}",
        ".line{fill:none;stroke-width:1.3}",
        ".frame.dashed,.line.dashed{stroke-dasharray:5,2}",
        ".frame.dotted,.line.dotted{stroke-dasharray:1,5}",
    ]
    for colour, name in colour_names().items():
        rules += [f".f-{name}{{fill:{colour}}}", f".s-{name}{{stroke:{colour}}}"]
    return "\n".join(rules) + "\n"
