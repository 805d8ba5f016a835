"""A chart with everything in its place: sized cards, and the lines between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from orgdesign.charts import Box, Chart, Kind
from orgdesign.render import style
from orgdesign.render.arrangement import Size
from orgdesign.render.assistants import assistance_of
from orgdesign.render.card import Card, CardRow
from orgdesign.render.changed_card import card_of
from orgdesign.render.dotted_curves import Curve, dotted_curves, label_end
from orgdesign.render.kind_cards import PRINTED
from orgdesign.render.layout import PAGE, Layout, LayoutAim, lay_out, trim
from orgdesign.render.ways import Route, own_part
from orgdesign.value_objects import value_object

CardLook = Callable[[Box], Card]
"""Makes the card of a box."""


@value_object
class PlacedCard:
    """A card and its top-left corner, in points from the drawing's top-left corner."""

    card: Card
    x: float
    y: float


@value_object
class Connector:
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


@value_object
class Ground:
    """A coloured or outlined area behind the boxes, without a meaning of its own."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    outline: str = ""


@value_object
class Drawing:
    """All that is drawn of one chart; ``width`` and ``height`` in points.

    ``detail`` is the size of the type in which cards say what stands below their names.
    """

    chart: Chart
    width: float
    height: float
    cards: tuple[PlacedCard, ...]
    lines: tuple[Connector, ...]
    grounds: tuple[Ground, ...] = ()
    curves: tuple[Curve, ...] = ()
    detail: int = PRINTED.detail


def compose(
    chart: Chart, room: Size | None = None, *, look: CardLook = card_of, page: float = PAGE
) -> Drawing:
    """Return the drawing of a chart: text measured, cards sized, everything placed.

    It fits a ``room``, its width and height in points, where that can be; without one, ``page`` is
    the width ÷ height to aim at. ``look`` makes the card of a box.
    """
    alone = [at_own_places(chart)]
    (drawing,) = compose_together(alone, room, look=look, page=page)
    return drawing


def compose_together(
    charts: Sequence[Chart],
    room: Size | None = None,
    *,
    look: CardLook = card_of,
    page: float = PAGE,
    closeness: float = 1.0,
) -> list[Drawing]:
    """Return the drawings of charts whose boxes know their places, all to one layout.

    Boxes of one place stand at the same point, and are as large as the largest of them. Where
    ``closeness`` is less than 1, they stand closer, by that much, and in denser arrangements.
    """
    cards = [{box.id: look(box) for box in chart.boxes} for chart in charts]
    sizes = _sizes(charts, cards)
    layout = _layout(charts, sizes, room, page, closeness)
    return [
        _place_chart(chart, its, sizes, layout) for chart, its in zip(charts, cards, strict=True)
    ]


def _layout(
    charts: Sequence[Chart],
    sizes: Mapping[str, Size],
    room: Size | None,
    page: float,
    closeness: float,
) -> Layout:
    """Return where each place is: larger boxes laid out as ever, and made smaller again."""
    enlarged = {place: (w / closeness, h / closeness) for place, (w, h) in sizes.items()}
    assistance = assistance_of(charts, enlarged)
    families = assistance.without_assistants(_families(charts))
    joined, root = assistance.joined_sizes(), charts[0].root.place
    larger = (room[0] / closeness, room[1] / closeness) if room else None
    aim = LayoutAim(larger, page, frozenset(assistance.heads), closeness < 1)
    whole = lay_out(root, joined, families, aim)
    return trim(assistance.separate(whole, families), enlarged).at_scale(closeness)


def at_own_places(chart: Chart) -> Chart:
    """Return a chart each box of which has a place of its own."""
    return replace(chart, boxes=tuple(replace(box, place=box.id) for box in chart.boxes))


def _sizes(charts: Sequence[Chart], cards: Sequence[Mapping[str, Card]]) -> dict[str, Size]:
    """Return how large each place is, parents before children."""
    sizes: dict[str, Size] = {}
    for chart, its in zip(charts, cards, strict=True):
        for box in chart.boxes:
            width, height = sizes.get(box.place, (0.0, 0.0))
            card = its[box.id]
            sizes[box.place] = (max(width, card.width), max(height, card.full_height))
    return sizes


def _families(charts: Sequence[Chart]) -> dict[str, list[str]]:
    """Return the places below each place: those of the first chart, then what others add."""
    families: dict[str, dict[str, None]] = {}
    for chart in charts:
        places = {box.id: box.place for box in chart.boxes}
        for box in chart.boxes[1:]:
            families.setdefault(places[box.parent or ""], {})[box.place] = None
    return {place: list(family) for place, family in families.items()}


def _place_chart(
    chart: Chart, cards: Mapping[str, Card], sizes: Mapping[str, Size], layout: Layout
) -> Drawing:
    families = chart.children().values()
    curves = tuple(dotted_curves(chart, sizes, layout)) if chart.sides else ()
    return Drawing(
        chart,
        max(
            [
                layout.width,
                *(max(x for x, _ in each.points) for each in curves),
                *map(label_end, curves),
            ]
        ),
        layout.height,
        tuple(
            PlacedCard(_filling(cards[box.id], *sizes[box.place]), *layout.corners[box.place])
            for box in chart.boxes
        ),
        tuple(line for family in families for line in _lines(family, layout)),
        curves=curves,
    )


def _filling(card: Card, width: float, height: float) -> Card:
    """Return a card that fills its place; its text stays at the top."""
    spare = height - card.full_height
    if width == card.width and not spare:
        return card
    rows = (*card.rows, CardRow(spare)) if spare else card.rows
    return replace(card, width=width, height=card.height + spare, rows=rows)


def beside(drawings: Sequence[Drawing], gap: float = 80.0) -> list[tuple[Drawing, float]]:
    """Return drawings next to each other, each with its distance from the left edge."""
    placed, x = [], 0.0
    for drawing in drawings:
        placed.append((drawing, x))
        x += drawing.width + gap
    return placed


def _lines(family: Sequence[Box], layout: Layout) -> Iterator[Connector]:
    """Yield the lines to the children of one box, so that no broken line frays a solid one."""
    solid = [layout.routes[box.place] for box in family if box.kind not in _BROKEN]
    for box in family:
        route, parent = layout.routes[box.place], box.parent or ""
        if dash := _BROKEN.get(box.kind):
            colour = style.LINE if box.kind == "ghost" else style.hue(box).strong
            yield Connector(parent, box.id, own_part(route, solid), colour, dash)
        else:
            yield Connector(parent, box.id, route, style.LINE, "solid")


_BROKEN: dict[Kind, str] = {"unaligned": "dashed", "also": "dotted", "ghost": "dashed"}
