"""A sheet: marks in their places on a page, in points from its top-left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from orgdesign.value_objects import value_object

Align = Literal["left", "centre", "right"]
SMALLEST_TYPE = 7.0
"""No text on a sheet is smaller, in points."""


@value_object
class Link:
    """What a mark shows, for a click on it and for a hint: a part of the file, in words."""

    kind: Literal["function", "outcome"]
    subject: str
    hint: str


@value_object
class SheetText:
    """One line of text; ``y`` is its top, ``width`` the room that it stands in."""

    x: float
    y: float
    width: float
    text: str
    size: float
    colour: str
    bold: bool = False
    align: Align = "left"
    link: Link | None = None
    ground: str = ""

    @property
    def height(self) -> float:
        """How high the line is."""
        return line_height(self.size)


@value_object
class Bar:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    link: Link | None = None


@value_object
class Disc:
    """A circle about its centre: filled, or a ring."""

    x: float
    y: float
    radius: float
    colour: str
    ring: bool = False
    link: Link | None = None


@value_object
class Ribbon:
    """An area that flows from a vertical span at the left to one at the right."""

    left: float
    top: float
    bottom: float
    right: float
    right_top: float
    right_bottom: float
    colour: str
    link: None = None


@value_object
class Strand:
    """A part of a ribbon to point at: a way from left to right, so thick, seen when chosen."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float
    colour: str
    link: Link | None


Mark = SheetText | Bar | Disc | Ribbon | Strand


@value_object
class SheetTable:
    """What a sheet says, in rows and columns, for people who do not see it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@value_object
class Sheet:
    """A page with marks on it; ``width`` and ``height`` in points."""

    name: str
    title: str
    about: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    table: SheetTable


def line_height(size: float) -> float:
    """Return how high a line of type of a size in points is, in points."""
    return round(size * 1.35, 1)


def text_lines(lines: Sequence[str], first: SheetText) -> list[SheetText]:
    """Return lines below each other, all in the manner of the first."""
    return [
        SheetText(
            first.x,
            first.y + number * first.height,
            first.width,
            line,
            first.size,
            first.colour,
            first.bold,
            first.align,
            first.link,
            first.ground,
        )
        for number, line in enumerate(lines)
    ]
