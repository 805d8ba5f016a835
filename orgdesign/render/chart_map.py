"""A chart as a map: laid out once, and drawn where one looks, in the detail of the zoom."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from orgdesign.charts import Box
from orgdesign.render.detail import branch_blocks, name_card
from orgdesign.render.dot import MARGIN, Link
from orgdesign.render.drawing import Connector, Drawing, PlacedCard
from orgdesign.render.engine import Engine
from orgdesign.render.svg import lines_svg, painter, picture_size

Detail = Literal["full", "name", "block"]
"""Whole cards, cards that say their name alone, or a block for each branch."""
Area = tuple[float, float, float, float]
"""From the left, from the top, width and height, in points, from the picture's corner."""


@dataclass(frozen=True)
class ChartMap:
    """A drawing of which parts are drawn as they are asked for; ids start with ``prefix``."""

    drawing: Drawing
    engine: Engine
    prefix: str
    link: Link

    @property
    def size(self) -> tuple[int, int]:
        """Return how large the whole map is, in points."""
        return picture_size(self.drawing.width, self.drawing.height)

    def places(self) -> Iterator[tuple[Box, Area]]:
        """Yield where each box stands, parents before children."""
        for placed in self.drawing.cards:
            card = placed.card
            yield card.box, (placed.x + MARGIN, placed.y + MARGIN, card.width, card.full_height)

    def within(self, area: Area) -> list[str]:
        """Return the ids of the boxes that stand in an area, at least with a part."""
        left, top, width, height = area
        return [
            box.id
            for box, (x, y, wide, high) in self.places()
            if x < left + width and left < x + wide and y < top + height and top < y + high
        ]

    def cards(self, ids: Collection[str], detail: Detail = "full") -> Iterator[tuple[str, str]]:
        """Yield the group of each box asked for, as SVG that counts from the map's corner.

        Raises ``EngineError`` when Graphviz cannot draw their shapes.
        """
        wanted = [placed for placed in self.drawing.cards if placed.card.box.id in ids]
        if detail == "name":
            wanted = [replace(placed, card=name_card(placed.card)) for placed in wanted]
        yield from self._paint(wanted)

    def blocks(self, depth: int = 1) -> Iterator[tuple[str, str]]:
        """Yield a block for each branch whose head is at a depth, and the root, by their ids."""
        blocks = [block.placed for block in branch_blocks(self.drawing, depth)]
        yield from self._paint([*self.drawing.cards[:1], *blocks])

    def lines(self, parents: Collection[str]) -> str:
        """Return the lines that start at boxes, as paths."""
        its = [line for parent in parents for line in self._lines.get(parent, ())]
        return "".join(lines_svg(its, self.prefix, -MARGIN, -MARGIN))

    @cached_property
    def _lines(self) -> dict[str, list[Connector]]:
        lines: dict[str, list[Connector]] = {}
        for line in self.drawing.lines:
            lines.setdefault(line.start, []).append(line)
        return lines

    def _paint(self, wanted: list[PlacedCard]) -> Iterator[tuple[str, str]]:
        part = replace(self.drawing, cards=tuple(wanted))
        paint = painter(part, self.engine, self.prefix, self.link)
        for placed in part.cards:
            yield placed.card.box.id, paint(placed, -MARGIN, -MARGIN)
