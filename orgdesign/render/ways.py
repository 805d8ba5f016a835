"""The ways that connectors take: steps that are horizontal or vertical, from box to box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Route = tuple[Point, ...]
LINE_CORNER = 7.0
"""How far before a corner its rounding starts, in points."""


def straighten(way: Sequence[Point]) -> Route:
    """Return a way of horizontal and vertical steps without the points it does not turn at."""
    turns = [way[0]]
    for here, after in pairwise(way[1:]):
        before = turns[-1]
        runs_on = before[0] == here[0] == after[0] or before[1] == here[1] == after[1]
        if here != before and not runs_on:
            turns.append(here)
    return (*turns, way[-1])


def own_part(route: Route, others: Iterable[Route]) -> Route:
    """Return a route from where it leaves the last of the ``others`` that start as it does."""
    return _cut_start(route, max((_common(route, other) for other in others), default=0.0))


def _common(one: Route, other: Route) -> float:
    """Return how far two routes run together from their start, in points."""
    far = 0.0
    for (start, end), (its_start, its_end) in zip(pairwise(one), pairwise(other), strict=False):
        if start != its_start or _heading(start, end) != _heading(its_start, its_end):
            break
        far += min(_length(start, end), _length(its_start, its_end))
        if end != its_end:
            break
    return far


def _cut_start(route: Route, far: float) -> Route:
    for number, (start, end) in enumerate(pairwise(route)):
        length = _length(start, end)
        if far < length:
            share = far / length
            cut = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            return (cut, *route[number + 1 :])
        far -= length
    return route


def _length(start: Point, end: Point) -> float:
    return abs(end[0] - start[0]) + abs(end[1] - start[1])


def _heading(start: Point, end: Point) -> tuple[bool, bool, bool, bool]:
    (x, y), (end_x, end_y) = start, end
    return end_x > x, end_x < x, end_y > y, end_y < y


def curve(route: Sequence[Point]) -> str:
    """Return a route with its corners rounded, as the Bézier points of an edge's position."""
    points = [route[0]]
    for before, corner, after in zip(route, route[1:], route[2:], strict=False):
        enter, leave = near_corner(corner, before), near_corner(corner, after)
        points += [*_straight(points[-1], enter), corner, corner, leave]
    points += _straight(points[-1], route[-1])
    return " ".join(f"{x:.2f},{-y:.2f}" for x, y in points)


def _straight(start: Point, end: Point) -> list[Point]:
    return [start, end, end]


def near_corner(corner: Point, other: Point) -> Point:
    """Return the point before ``corner`` where its rounding starts, on the way from ``other``."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    share = min(LINE_CORNER, length / 2) / length if length else 0.0
    return (corner[0] + dx * share, corner[1] + dy * share)
