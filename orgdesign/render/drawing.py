"""A chart with everything in its place: sized cards, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgdesign.charts import Box, Chart, Kind
from orgdesign.render import style
from orgdesign.render.card import Card, card
from orgdesign.render.layout import Layout, lay_out, trimmed
from orgdesign.render.ways import Route, unshared


@dataclass(frozen=True, slots=True)
class Placed:
    """A card and its top-left corner, in points from the drawing's top-left corner."""

    card: Card
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """The connector that ends at the box ``to``, through horizontal and vertical steps."""

    start: str
    to: str
    route: Route
    colour: str
    dash: str
    arrow: bool = False

    @property
    def id(self) -> str:
        """Return the line's id: of the lines without an arrow, one ends at each box."""
        return f"arrow-{self.start}" if self.arrow else f"line-{self.to}"


@dataclass(frozen=True, slots=True)
class Ground:
    """A coloured or outlined area behind the boxes, without a meaning of its own."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn of one chart; ``width`` and ``height`` in points."""

    chart: Chart
    width: float
    height: float
    cards: tuple[Placed, ...]
    lines: tuple[Line, ...]
    grounds: tuple[Ground, ...] = ()


def compose(chart: Chart) -> Drawing:
    """Return the drawing of a chart: text measured, cards sized, everything placed."""
    cards = {box.id: card(box) for box in chart.boxes}
    families = {name: [box.id for box in family] for name, family in chart.children().items()}
    sizes = {name: (one.width, one.full_height) for name, one in cards.items()}
    layout = trimmed(lay_out(chart.root.id, sizes, families), sizes)
    return Drawing(
        chart,
        layout.width,
        layout.height,
        tuple(Placed(one, *layout.corners[name]) for name, one in cards.items()),
        tuple(line for family in chart.children().values() for line in _lines(family, layout)),
    )


def beside(drawings: Sequence[Drawing], gap: float = 80.0) -> list[tuple[Drawing, float]]:
    """Return drawings next to each other, each with its distance from the left edge."""
    placed, x = [], 0.0
    for drawing in drawings:
        placed.append((drawing, x))
        x += drawing.width + gap
    return placed


def _lines(family: Sequence[Box], layout: Layout) -> Iterator[Line]:
    """Yield the lines to the children of one box, so that no broken line frays a solid one."""
    solid = [layout.routes[box.id] for box in family if box.kind not in _BROKEN]
    for box in family:
        route, parent = layout.routes[box.id], box.parent or ""
        if dash := _BROKEN.get(box.kind):
            yield Line(parent, box.id, unshared(route, solid), style.hue(box).strong, dash)
        else:
            yield Line(parent, box.id, route, style.LINE, "solid")


_BROKEN: dict[Kind, str] = {"unaligned": "dashed", "also": "dotted"}
