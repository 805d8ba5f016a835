"""A journey with everything in its place: lanes, stages, functions, and the ways of hand-offs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.charts import Chart, Journey
from orgdesign.render import style
from orgdesign.render.card import Card
from orgdesign.render.drawing import Connector, Drawing, Ground, PlacedCard
from orgdesign.render.journey_card import journey_card, stretch
from orgdesign.render.journey_grid import JourneyGrid
from orgdesign.render.journey_ways import Ways

BELOW = 10.0
"""Between the stages' heads and what is below them."""


def compose_journey(journey: Journey) -> Drawing:
    """Return the drawing of a journey: text measured, everything placed, every line on its way."""
    cards = {box.id: journey_card(box) for box in journey.boxes()}
    grid = _grid(journey, cards)
    width, height = grid.size
    placed = {one.card.box.id: one for one in _place_cards(journey, grid, cards)}
    boxes = journey.boxes()
    return Drawing(
        Chart("journey", journey.title, boxes, journey.about),
        width,
        height,
        tuple(placed[box.id] for box in boxes),
        tuple(_lines(journey, grid)),
        tuple(_grounds(journey, grid)),
    )


def _grid(journey: Journey, cards: Mapping[str, Card]) -> JourneyGrid:
    places = {cell.box.id: (cell.lane, cell.stage) for cell in journey.cells}
    heads = [_size(cards[box.id]) for box in journey.stages]
    return JourneyGrid(
        [_size(cards[box.id]) for box in journey.lanes],
        [(width, height + BELOW) for width, height in heads],
        {places[cell.box.id]: _size(cards[cell.box.id]) for cell in journey.cells},
        {
            one.box.id: (_size(cards[one.box.id]), places[one.giver], places[one.taker])
            for one in journey.passages
        },
    )


def _size(card: Card) -> tuple[float, float]:
    return card.width, card.height


def _place_cards(
    journey: Journey, grid: JourneyGrid, cards: Mapping[str, Card]
) -> Iterator[PlacedCard]:
    heads = [
        journey_card(box, sum(grid.columns[stage])) for stage, box in enumerate(journey.stages)
    ]
    highest = max((head.height for head in heads), default=0.0)
    for stage, head in enumerate(heads):
        yield PlacedCard(stretch(head, highest), grid.stage_left(stage), 0.0)
    for lane, box in enumerate(journey.lanes):
        yield PlacedCard(stretch(cards[box.id], grid.heights[lane]), 0.0, grid.lane_top(lane))
    for cell in journey.cells:
        at = (cell.lane, cell.stage)
        yield PlacedCard(stretch(cards[cell.box.id], grid.height(at)), *grid.card_corner(at))
    for one in journey.passages:
        yield PlacedCard(cards[one.box.id], *grid.handoff_corner(one.box.id))


def _lines(journey: Journey, grid: JourneyGrid) -> Iterator[Connector]:
    ways = Ways(grid)
    boxes = {(cell.lane, cell.stage): cell.box for cell in journey.cells}
    for here, following, route in ways.stays():
        colour = style.hue(boxes[here]).strong
        yield Connector(boxes[here].id, boxes[following].id, route, colour, "solid")
    for one in journey.passages:
        name, broken = one.box.id, one.box.kind == "missing" or bool(one.box.gaps)
        colour, dash = (style.GAP.strong, "dashed") if broken else (style.QUIET, "solid")
        yield Connector(one.giver, name, ways.route(name), colour, dash)
        yield Connector(name, one.taker, ways.arrow(name), colour, dash, arrow=True)


def _grounds(journey: Journey, grid: JourneyGrid) -> Iterator[Ground]:
    """Yield the bands of the lanes, and the outlines of stages that no function serves."""
    width, height = grid.size
    for lane, box in enumerate(journey.lanes):
        band = (width, grid.heights[lane])
        yield Ground(0.0, grid.lane_top(lane), *band, style.hue(box).faint)
    for stage, box in enumerate(journey.stages):
        if box.gaps:
            x, top = grid.stage_left(stage), grid.tops[0]
            column = (sum(grid.columns[stage]), height - top)
            yield Ground(x, top, *column, "", style.GAP.strong)
