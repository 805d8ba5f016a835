"""The paper that a booklet is printed on, and where on it things stand; lengths in points."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.documents.kinds import Orientation, Paper

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


@dataclass(frozen=True, slots=True)
class Sheet:
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


def sheet(paper: Paper, orientation: Orientation) -> Sheet:
    """Return the side of a paper, held upright or not."""
    short, long = _SIZES[paper]
    return Sheet(short, long) if orientation == "portrait" else Sheet(long, short)
