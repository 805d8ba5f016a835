"""Assistants stand beside the line below the role that they assist, not in a row with its reports.

For the layout, a role and its assistants are one box as large as both; afterwards each gets its own
place in it, and the line to the reports goes between the assistants.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from orgdesign.charts import Chart
from orgdesign.render.arrangement import GAP, Size
from orgdesign.render.layout import Layout
from orgdesign.render.ways import Point, Route, straighten

APART = 14.0
"""Between an assistant and the line that it stands beside, in points."""


@dataclass(frozen=True)
class Assistance:
    """Who assists whom, by place, and how large each place is."""

    assistants: Mapping[str, Sequence[str]]
    sizes: Mapping[str, Size]

    @property
    def heads(self) -> Collection[str]:
        """The places that have assistants beside the line below them."""
        return self.assistants.keys()

    def joined_sizes(self) -> dict[str, Size]:
        """Return how large each place is with its assistants, who then have none."""
        beside = {place for places in self.assistants.values() for place in places}
        return {
            place: self._joint_size(place) if place in self.assistants else size
            for place, size in self.sizes.items()
            if place not in beside
        }

    def without_assistants(self, families: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
        """Return the places below each place that stand in rows below it."""
        beside = {place for places in self.assistants.values() for place in places}
        kept = {
            head: [place for place in family if place not in beside]
            for head, family in families.items()
        }
        return {head: family for head, family in kept.items() if family}

    def _joint_size(self, head: str) -> Size:
        width, height = self.sizes[head]
        widest = max(self.sizes[each][0] for each in self.assistants[head])
        rows = self._rows(head)
        return max(width, 2 * (widest + APART)), height + sum(GAP + row for row in rows) + GAP

    def _rows(self, head: str) -> list[float]:
        """Return how high each row of two assistants is."""
        heights = [self.sizes[each][1] for each in self.assistants[head]]
        return [max(heights[start : start + 2]) for start in range(0, len(heights), 2)]

    def separate(self, layout: Layout, families: Mapping[str, Sequence[str]]) -> Layout:
        """Return a layout of joined places with each box at its own place in them."""
        corners, routes = dict(layout.corners), dict(layout.routes)
        for head, assistants in self.assistants.items():
            x, y = layout.corners[head]
            middle = x + self._joint_size(head)[0] / 2
            width, height = self.sizes[head]
            corners[head] = (middle - width / 2, y)
            if head in routes:
                routes[head] = _ending_at(routes[head], (middle - width / 2, y + height / 2))
            start = (middle, y + height)
            for number, place in enumerate(assistants):
                corners[place], routes[place] = self._beside(head, number, start)
            for child in families.get(head, ()):
                routes[child] = straighten([start, *layout.routes[child]])
        return Layout(layout.width, layout.height, corners, routes)

    def _beside(self, head: str, number: int, start: Point) -> tuple[Point, Route]:
        rows, (middle, bottom) = self._rows(head), start
        width, height = self.sizes[self.assistants[head][number]]
        row, is_right = divmod(number, 2)
        top = bottom + sum(GAP + high for high in rows[:row]) + GAP
        x = middle + APART if is_right else middle - APART - width
        edge, level = (x if is_right else x + width), top + height / 2
        return (x, top), (start, (middle, level), (edge, level))


def _ending_at(route: Route, side: Point) -> Route:
    """Return a route from a rail that ends at the side of a box; one from above stays."""
    (x, y), (before_x, before_y) = route[-1], route[-2]
    if y != before_y or x == before_x:
        return route
    return (*route[:-2], (before_x, side[1]), side)


def assistance_of(charts: Sequence[Chart], sizes: Mapping[str, Size]) -> Assistance:
    """Return who assists whom in charts of one layout; who has reports is no assistant here."""
    assistants: dict[str, dict[str, None]] = {}
    for chart in charts:
        places = {box.id: box.place for box in chart.boxes}
        leading = {places[box.parent] for box in chart.boxes if box.parent}
        for box in chart.boxes:
            if box.is_assistant and box.parent and box.place not in leading:
                assistants.setdefault(places[box.parent], {})[box.place] = None
    return Assistance({head: [*places] for head, places in assistants.items()}, sizes)
