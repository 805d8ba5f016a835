"""What a card looks like but for its words: drawn once by Graphviz, and kept for all such cards.

The outline, where each line of text stands, rules and chips depend on the heights and sizes of the
rows alone. Cards of one shape differ in text and colours, which are put in as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from weakref import WeakKeyDictionary
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from orgdesign.render.card import Card, CardRow
from orgdesign.render.dot import shapes_dot
from orgdesign.render.engine import Engine
from orgdesign.value_objects import value_object

KEPT = 4096
"""How many shapes are kept for an engine."""
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

RowKey = tuple[float, int, bool, str, bool, bool]


class ShapeKey(NamedTuple):
    """All that the shape of a card depends on."""

    width: float
    height: float
    is_square: bool
    rows: tuple[RowKey, ...]


@value_object
class RowShape:
    """Where the text of a row stands, what is drawn behind it, and where its second text is.

    All from the card's corner: ``ground`` as the path of a rule or a chip.
    """

    baseline: float = 0.0
    middle: float = 0.0
    ground: str = ""
    beside: float = 0.0


@value_object
class CardShape:
    """The outline of a card as a path, and the shapes of its rows, of empty ones too."""

    outline: str
    rows: tuple[RowShape, ...]


_KEPT: WeakKeyDictionary[Engine, dict[ShapeKey, CardShape]] = WeakKeyDictionary()


def shape_key(card: Card, *, is_square: bool = False) -> ShapeKey:
    """Return what the shape of a card depends on: of chips, their words too."""
    rows = tuple(
        (row.height, row.size, row.bold, row.chip and row.text, bool(row.beside), row.rule)
        if row.text or row.rule
        else (row.height, 0, False, "", False, False)
        for row in card.rows
    )
    return ShapeKey(card.width, card.height, is_square, rows)


def shapes_of(
    cards: Iterable[tuple[ShapeKey, Card]], engine: Engine
) -> Mapping[ShapeKey, CardShape]:
    """Return the shapes of cards, by their keys; those that are new are drawn, all at once.

    Raises ``EngineError`` when Graphviz cannot draw them.
    """
    kept, wanted = _KEPT.setdefault(engine, {}), dict(cards)
    new = set(wanted) - set(kept)
    if len(kept) + len(new) > KEPT:
        kept.clear()
        new = set(wanted)
    if new:
        kept |= _draw_shapes([(key, _plain(wanted[key])) for key in wanted if key in new], engine)
    return kept


def _plain(card: Card) -> Card:
    """Return a card whose texts are one letter, which every font sets on the same line."""
    rows = tuple(
        replace(row, text=row.text if row.chip else "x", beside="x" if row.beside else "")
        if row.text
        else row
        for row in card.rows
    )
    return replace(card, rows=rows, tab="")


def _draw_shapes(
    cards: Sequence[tuple[ShapeKey, Card]], engine: Engine
) -> dict[ShapeKey, CardShape]:
    dot = shapes_dot([(card, key.is_square) for key, card in cards])
    root = ElementTree.fromstring(engine.draw(dot, "svg"))  # noqa: S314 (nobody else's)
    groups = {group.get("id"): group for group in root.iter(f"{_SVG}g")}
    return {
        key: _shape(groups[f"shape-{number}"], card) for number, (key, card) in enumerate(cards)
    }


def _shape(group: Element, card: Card) -> CardShape:
    parts = iter([part for part in group if part.tag != f"{_SVG}title"])
    frame = next(parts)
    path = frame.get("d") or frame.get("points") or ""
    xs, ys = _points(path)
    left, top = min(xs), min(ys)
    rows = tuple(_row(row, parts, left, top) for row in card.rows)
    return CardShape(_path(path, left, top, is_curve=frame.tag == f"{_SVG}path"), rows)


def _row(row: CardRow, parts: Iterable[Element], left: float, top: float) -> RowShape:
    following = iter(parts)
    if row.rule:
        return RowShape(ground=_polygon(next(following), left, top))
    if not row.text:
        return RowShape()
    if not row.chip:
        return RowShape(_baseline(next(following), top))
    chip = next(following)
    xs, _ = _points(chip.get("points", ""))
    middle = (min(xs) + max(xs)) / 2 - left
    baseline = _baseline(next(following), top)
    beside = float(next(following).get("x", 0)) - left if row.beside else 0.0
    return RowShape(baseline, middle, _polygon(chip, left, top), beside)


def _baseline(text: Element, top: float) -> float:
    return round(float(text.get("y", 0)) - top, 2)


def _polygon(part: Element, left: float, top: float) -> str:
    return _path(part.get("points", ""), left, top, is_curve=False)


def trimmed_number(value: float) -> str:
    """Return a length as short as it can be written to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def _points(text: str) -> tuple[list[float], list[float]]:
    numbers = [float(number) for number in _NUMBER.findall(text)]
    return numbers[::2], numbers[1::2]


def _path(text: str, left: float, top: float, *, is_curve: bool) -> str:
    """Return a path or polygon of Graphviz as a path that counts from the card's corner."""
    xs, ys = _points(text)
    points = [
        f"{trimmed_number(x - left)},{trimmed_number(y - top)}" for x, y in zip(xs, ys, strict=True)
    ]
    if is_curve:
        return f"M{points[0]}C{' '.join(points[1:])}"
    return f"M{points[0]}L{' '.join(points[1:-1])}Z"
