"""The paper that a booklet is printed on, and where on it things stand; lengths in points."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.exporting.kinds import Orientation, Paper

SMALLEST = 7.0
"""The least size of type on paper."""
MARGIN, EDGE = 40.0, 22.0
"""Beside text, and beside charts."""
TOP, BOTTOM = 78.0, 34.0
"""Above and below what a page is about: there are its heading, and its number."""

_SIZES: dict[Paper, tuple[float, float]] = {
    "a4": (595.28, 841.89),
    "a3": (841.89, 1190.55),
    "letter": (612.0, 792.0),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of the paper."""

    width: float
    height: float

    @property
    def chart(self) -> tuple[float, float]:
        """Return how wide and high a chart can be."""
        return self.width - 2 * EDGE, self.height - TOP - BOTTOM

    @property
    def text(self) -> tuple[float, float]:
        """Return how wide and high a text can be."""
        return self.width - 2 * MARGIN, self.height - TOP - BOTTOM


def sheet(paper: Paper, orientation: Orientation) -> Sheet:
    """Return the side of a paper, held upright or not."""
    short, long = _SIZES[paper]
    return Sheet(short, long) if orientation == "portrait" else Sheet(long, short)
