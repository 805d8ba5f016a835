"""Where everything of an alluvial plate stands: bars, slots for labels, and every strand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from orgdesign.plates.alluvial import Alluvial, Course, Stop
from orgdesign.plates.sheet_frame import Frame
from orgdesign.render import wrap
from orgdesign.render.sheet import line_height

BAR, GAP, BESIDE = 5.0, 9.0, 8.0
THINNEST, UNCOUNTED = 0.5, 0.08
"""So thick is a strand at least, in points, that it can be found where nobody is counted; all
strands so thin take no more than this share of the height."""
_TYPE = ((11.0, 9.0, 3), (9.5, 8.0, 2), (8.0, 7.0, 1), (7.0, 7.0, 1))
WHOLE = 12
SIZES = (
    *((label, below, WHOLE) for label, below, _ in _TYPE),
    (7.0, 0.0, WHOLE),
    *_TYPE,
    (7.0, 0.0, 1),
)
"""Type of labels and of what stands below them, and how many lines a label may take: where there
is any room for it, as many as make it whole. Where nothing is below, it stands beside the label."""
BROAD = 0.4
"""How much of the height ribbons take at least, where smaller labels leave them as much."""
CLOSE = 2.0
"""Between the smallest labels."""


@dataclass(frozen=True)
class AlluvialPlaces:
    """The geometry of a plate within its frame, in points from the sheet's top-left corner."""

    plate: Alluvial
    frame: Frame

    @cached_property
    def labels(self) -> tuple[float, float, int]:
        """The largest sizes of type that find room in every column and leave ribbons theirs."""
        columns = range(len(self.plate.columns))
        fitting = [
            sizes
            for sizes in SIZES
            if all(self._needed(column, sizes) <= self._high for column in columns)
        ]
        broad = (sizes for sizes in fitting if self._breadth(sizes) >= BROAD)
        return next(broad, None) or max(fitting, key=self._breadth, default=SIZES[-1])

    def _breadth(self, sizes: tuple[float, float, int]) -> float:
        """Return about how much of the height ribbons take beside labels of a size."""
        totals = enumerate(map(self.plate.total, range(len(self.plate.columns))))
        taken = (total * self._scale(column, sizes, tries=12) for column, total in totals)
        return min(taken) / self._high

    @property
    def _high(self) -> float:
        return self.frame.bottom - self._top - 6

    @property
    def _top(self) -> float:
        return self.frame.top + 18

    @property
    def side(self) -> float:
        """How wide the labels at either side may be."""
        return min(230.0, (self.frame.right - self.frame.left_edge) * 0.24)

    @cached_property
    def xs(self) -> list[float]:
        """The left edge of each column's bars."""
        left, right = self.frame.left_edge + self.side, self.frame.right - self.side - BAR
        steps = len(self.plate.columns) - 1
        return [left + (right - left) * n / steps for n in range(steps + 1)]

    def _needed(self, column: int, sizes: tuple[float, float, int]) -> float:
        stops = self.plate.columns[column]
        gaps = _gap(sizes) * (len(stops) - 1)
        return sum(self._label_height(stop, sizes) for stop in stops) + gaps

    def _label_height(self, stop: Stop, sizes: tuple[float, float, int]) -> float:
        label, below, most = sizes
        lines = len(wrap(stop.label, self.side - BESIDE, label, True, most))
        return lines * line_height(label) + (line_height(below) if below else 0.0)

    @cached_property
    def scale(self) -> float:
        """Points an amount of one takes: the most with which every column fits."""
        columns = range(len(self.plate.columns))
        return min(self._scale(column, self.labels) for column in columns)

    def _scale(self, column: int, sizes: tuple[float, float, int], tries: int = 40) -> float:
        stops = self.plate.columns[column]
        least = [self._label_height(stop, sizes) for stop in stops]
        room = self._high - _gap(sizes) * (len(stops) - 1)
        low, high = 0.0, room / (self.plate.total(column) or 1.0)
        for _ in range(tries):
            middle = (low + high) / 2
            slots = zip(stops, least, strict=True)
            needed = sum(max(self._bar(column, stop, middle), label) for stop, label in slots)
            low, high = (middle, high) if needed <= room else (low, middle)
        return low

    def _bar(self, column: int, stop: Stop, scale: float) -> float:
        there = self.courses(column, stop.name)
        return sum(max(course.amounts[column] * scale, self.thinnest) for course in there)

    @cached_property
    def thinnest(self) -> float:
        """How thick a strand is at least, in points."""
        return min(THINNEST, UNCOUNTED * self._high / max(1, len(self.plate.courses)))

    def courses(self, column: int, stop: str) -> list[Course]:
        """Return the courses at a stop, in the order in which they lie there."""
        return self._courses_at_stops[column].get(stop, [])

    @cached_property
    def _courses_at_stops(self) -> list[dict[str, list[Course]]]:
        """The courses at each stop, in the order in which they lie there."""
        ranks = [{stop.name: n for n, stop in enumerate(stops)} for stops in self.plate.columns]
        places: list[dict[str, list[Course]]] = []
        for column in range(len(self.plate.columns)):
            # Where they go, then where they come from: ribbons fan out without crossing at a bar.
            others = [*range(column + 1, len(ranks)), *range(column - 1, -1, -1)]

            def rank(course: Course, others: Sequence[int] = others) -> tuple[int, ...]:
                ends = len(ranks[0]) + len(ranks[-1])
                return tuple(
                    ranks[other][course.stops[other]] if len(course.stops) > other else ends
                    for other in others
                )

            here: dict[str, list[Course]] = {}
            for course in sorted(self.plate.courses, key=rank):
                if len(course.stops) > column:
                    here.setdefault(course.stops[column], []).append(course)
            places.append(here)
        return places

    @cached_property
    def slots(self) -> list[dict[str, tuple[float, float, float]]]:
        """For each column and stop: where its slot begins, how high it is, how high its bar is."""
        placed = []
        for column, stops in enumerate(self.plate.columns):
            sizes = []
            for stop in stops:
                bar = self._bar(column, stop, self.scale)
                sizes.append((max(bar, self._label_height(stop, self.labels)), bar))
            spare = self._high - sum(size for size, _ in sizes)
            gap = min(spare / max(1, len(stops) - 1), 4 * GAP)
            y = self._top + max(0.0, spare - gap * (len(stops) - 1)) / 2
            here = {}
            for stop, (slot, bar) in zip(stops, sizes, strict=True):
                here[stop.name] = (y, slot, bar)
                y += slot + gap
            placed.append(here)
        return placed

    @cached_property
    def spans(self) -> list[dict[int, tuple[float, float]]]:
        """For each column, where the strand of each course begins and ends, by its number."""
        numbers = {id(course): n for n, course in enumerate(self.plate.courses)}
        found: list[dict[int, tuple[float, float]]] = []
        for column, stops in enumerate(self.plate.columns):
            here = {}
            for stop in stops:
                y, slot, bar = self.slots[column][stop.name]
                y += (slot - bar) / 2
                for course in self.courses(column, stop.name):
                    thick = max(course.amounts[column] * self.scale, self.thinnest)
                    here[numbers[id(course)]] = (y, y + thick)
                    y += thick
            found.append(here)
        return found


def _gap(sizes: tuple[float, float, int]) -> float:
    """Return how far stops are from each other at least."""
    return GAP if sizes[1] else CLOSE
