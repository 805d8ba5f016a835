"""The dotted lines beside the tree, and where the words of each stand: never over a box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgdesign.charts import Chart
from orgdesign.render.arrangement import Size
from orgdesign.render.fonts import text_width
from orgdesign.render.layout import Layout
from orgdesign.render.ways import Point
from orgdesign.value_objects import value_object

Area = tuple[float, float, float, float]
"""Left, top, width and height, in points."""

TYPE, HIGH = 8.0, 12.0
"""The size of the words of a line, and how high they stand."""
APART = 3.0
"""Between words and a box, or other words."""
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9)
"""Where on its line the words are tried, the middle first."""
ASIDE = (0.0, -14.0, 14.0, -28.0, 28.0, -44.0, 44.0, -64.0, 64.0, -90.0, 90.0)
"""How far above and below their line they are tried."""


@value_object
class Curve:
    """A dotted line beside the tree: the points of a Bézier curve, and what it is for.

    The middle of its ``label`` stands at ``at``, where no box is and no other label.
    """

    start: str
    to: str
    points: tuple[Point, ...]
    label: str
    at: Point


def dotted_curves(chart: Chart, sizes: Mapping[str, Size], layout: Layout) -> Iterator[Curve]:
    """Yield the dotted lines of a chart, from side to side of the boxes that they join."""
    places = {box.id: box.place for box in chart.boxes}
    areas: dict[str, Area] = {
        box: (*layout.corners[place], *sizes[place]) for box, place in places.items()
    }
    taken = [*areas.values()]
    for line in chart.sides:
        points = _curve_points(areas[line.start], areas[line.to])
        at = _label_place(points, line.label, taken, layout.width)
        if line.label:
            taken.append(label_area(at, line.label))
        yield Curve(line.start, line.to, points, line.label, at)


def _curve_points(start: Area, to: Area) -> tuple[Point, ...]:
    """Return a curve from the side of one box to the nearest side of another."""
    (x, y, width, height), (to_x, to_y, to_width, to_height) = start, to
    middle, to_middle = y + height / 2, to_y + to_height / 2
    if to_x > x + width or to_x + to_width < x:
        is_right = to_x > x
        out, into = (x + width, to_x) if is_right else (x, to_x + to_width)
        bend = max(30.0, abs(into - out) / 2) * (1 if is_right else -1)
        return (out, middle), (out + bend, middle), (into - bend, to_middle), (into, to_middle)
    right = max(x + width, to_x + to_width) + 36.0
    return (x + width, middle), (right, middle), (right, to_middle), (to_x + to_width, to_middle)


def _label_place(
    points: tuple[Point, ...], label: str, taken: Sequence[Area], width: float
) -> Point:
    """Return where words stand: on their line or near it; where all is full, right of the chart."""
    middle = _point_on(points, 0.5)
    if not label:
        return middle
    tried = (
        (x, y + aside) for aside in ASIDE for x, y in (_point_on(points, along) for along in ALONG)
    )
    near = (at for at in tried if _is_free(label_area(at, label), taken))
    half = text_width(label, TYPE) / 2
    beyond = ((width + half + 8.0, middle[1] + step * HIGH) for step in range(len(taken) + 1))
    outside = (at for at in beyond if _is_free(label_area(at, label), taken))
    return next(near, None) or next(outside, middle)


def label_area(at: Point, label: str) -> Area:
    """Return the room that words take whose middle is at a point."""
    width = text_width(label, TYPE)
    return at[0] - width / 2, at[1] - HIGH / 2, width, HIGH


def _is_free(area: Area, taken: Sequence[Area]) -> bool:
    left, top, width, height = area
    return left >= 0 and not any(
        left < x + w + APART
        and left + width + APART > x
        and top < y + h + APART
        and top + height + APART > y
        for x, y, w, h in taken
    )


def label_end(curve: Curve) -> float:
    """Return how far right the words of a line reach."""
    return curve.at[0] + text_width(curve.label, TYPE) / 2 if curve.label else 0.0


def _point_on(points: tuple[Point, ...], along: float) -> Point:
    """Return a point of a Bézier curve."""
    back = 1 - along
    weights = (back**3, 3 * back**2 * along, 3 * back * along**2, along**3)
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
    return x, y
