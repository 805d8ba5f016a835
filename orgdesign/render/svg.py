"""A drawing as SVG, put together as text: cards that Graphviz drew, and the lines between them.

For a page each first-level branch is a part of its own, so that moving it, or keeping what the page
shows of it, changes two attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from math import ceil

from orgdesign.render import style
from orgdesign.render.card import TAB_INSET, tab_card
from orgdesign.render.card_shape import ShapeKey, shape_key, shapes_of, trimmed_number
from orgdesign.render.dot import ARROW_TIP, MARGIN, Link, characters_of, prefixes
from orgdesign.render.dotted_curves import Curve
from orgdesign.render.drawing import Connector, Drawing, Ground, PlacedCard, beside
from orgdesign.render.engine import Engine
from orgdesign.render.glyph_subset import font_families
from orgdesign.render.svg_card import colour_class, node_svg, svg_text
from orgdesign.render.ways import Point, Route, near_corner

SPINE = "spine"
"""The part of a chart that is no branch: the root, and the lines to the first level."""
_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

Painter = Callable[[PlacedCard, float, float], str]


def standalone(
    drawings: Sequence[Drawing],
    engine: Engine,
    link: Link,
    css: str,
    paper: tuple[float, float] | None = None,
) -> str:
    """Return an SVG file of drawings side by side, which explains itself and carries its fonts.

    It is as large as a ``paper``, in points, or else as large as the drawings are.
    """
    placed = beside(drawings)
    last, left = placed[-1]
    size = (left + last.width, max(drawing.height for drawing in drawings))
    charts = [drawing.chart for drawing in drawings]
    about = " ".join(chart.about for chart in charts if chart.about)
    families = font_families(characters_of(drawings))
    width, height = picture_size(*size)
    return "".join(
        [
            "<?xml version='1.0' encoding='utf-8'?>\n",
            f'<svg {_NAMESPACES} class="chart"',
            ' width="{:g}pt" height="{:g}pt"'.format(*(paper or (width, height))),
            f' viewBox="0 0 {width} {height}" font-family="{families}">',
            f"<title>{svg_text(' | '.join(chart.title for chart in charts))}</title>",
            f"<desc>{svg_text(about)}</desc>" if about else "",
            f"<style>{css}{style.chart_css()}</style>",
            f'<rect class="f-paper" width="{width}" height="{height}"/>',
            *(
                _whole(drawing, engine, prefix, link, x + MARGIN)
                for prefix, (drawing, x) in zip(prefixes(charts), placed, strict=True)
            ),
            "</svg>\n",
        ]
    )


def inline(
    drawing: Drawing, engine: Engine, prefix: str, link: Link, kept: Collection[str] = ()
) -> str:
    """Return an ``<svg>`` element for a page, with each first-level branch as one of its own.

    Ids start with ``prefix``, so that two charts can share a page. The branches in ``kept``
    come without content: the page keeps what it shows of them, moved to its new place.
    """
    branches = branch_of(drawing)
    corners = {SPINE: (-MARGIN, -MARGIN)} | {
        placed.card.box.id: (placed.x, placed.y)
        for placed in drawing.cards[1:]
        if placed.card.box.parent == drawing.chart.root.id
    }
    paint = painter(drawing, engine, prefix, link)
    parts: dict[str, list[str]] = {name: [] for name in corners}
    lines: dict[str, list[Connector]] = {}
    for line in drawing.lines:
        lines.setdefault(branches.get(line.id, SPINE), []).append(line)
    for name, its in lines.items():
        if name not in kept:
            parts[name] += lines_svg(its, prefix, *corners[name])
    parts[SPINE] += curves_svg(drawing.curves, prefix, -MARGIN, -MARGIN)
    for placed in drawing.cards:
        name = branches.get(placed.card.box.id, SPINE)
        if name not in kept:
            parts[name].append(paint(placed, *corners[name]))
    body = (
        _branch(name, prefix, *corners[name], parts[name], is_kept=name in kept) for name in parts
    )
    return f"{_page_element(drawing, prefix)}{''.join(body)}</svg>"


def inline_whole(drawing: Drawing, engine: Engine, prefix: str, link: Link) -> str:
    """Return an ``<svg>`` element for a page, in one piece; its ids start with ``prefix``."""
    about = f"<desc>{svg_text(drawing.chart.about)}</desc>"
    whole = _whole(drawing, engine, prefix, link, MARGIN)
    return f"{_page_element(drawing, prefix)}{about}{whole}</svg>"


def branch_of(drawing: Drawing) -> dict[str, str]:
    """Return, by the id of an element, the first-level box it hangs from; not for the spine."""
    branches: dict[str, str] = {}
    for box in drawing.chart.boxes[1:]:
        branch = branches.get(box.parent or "", box.id)
        branches[box.id] = branches[f"fold-{box.id}"] = branch
        if branch != box.id:
            branches[f"line-{box.id}"] = branch
    return branches


def painter(drawing: Drawing, engine: Engine, prefix: str, link: Link) -> Painter:
    """Return what draws the placed cards of a drawing, with their tabs, as text.

    Raises ``EngineError`` when Graphviz cannot draw their shapes.
    """
    keys: dict[int, ShapeKey] = {}
    cards = []
    for placed in drawing.cards:
        keys[id(placed)] = key = shape_key(placed.card)
        cards.append((key, placed.card))
        if placed.card.tab:
            tab = tab_card(placed.card)
            cards.append((shape_key(tab, is_square=True), tab))
    shapes = shapes_of(cards, engine)

    def paint(placed: PlacedCard, left: float, top: float) -> str:
        card, x, y = placed.card, placed.x - left, placed.y - top
        name = card.box.id
        node = node_svg(card, shapes[keys[id(placed)]], prefix + name, x, y, link(name, False))
        if not card.tab:
            return node
        tab, at = tab_card(card), (x + TAB_INSET, y + card.height)
        shape = shapes[shape_key(tab, is_square=True)]
        to = link(name, True)
        return node + node_svg(tab, shape, f"{prefix}fold-{name}", *at, to, is_tab=True)

    return paint


def _whole(drawing: Drawing, engine: Engine, prefix: str, link: Link, left: float) -> str:
    """Return a drawing in one piece; lines lie under the cards, but above grounds and theirs."""
    paint = painter(drawing, engine, prefix, link)
    grounds = [_ground(each, f"{prefix}ground-{n}") for n, each in enumerate(drawing.grounds)]
    cards = [paint(placed, 0.0, 0.0) for placed in drawing.cards]
    cards = [*curves_svg(drawing.curves, prefix, 0.0, 0.0), *cards]
    lines = [*lines_svg(drawing.lines, prefix, 0.0, 0.0)]
    parts = [*grounds, *cards, *lines] if grounds else [*lines, *cards]
    place = f"translate({trimmed_number(left)} {trimmed_number(MARGIN)})"
    return f'<g transform="{place}">{"".join(parts)}</g>'


def _page_element(drawing: Drawing, prefix: str) -> str:
    width, height = picture_size(drawing.width, drawing.height)
    families = font_families(characters_of([drawing]))
    return (
        f'<svg {_NAMESPACES} id="{prefix}chart" class="chart" data-detail="{drawing.detail}"'
        f' viewBox="0 0 {width} {height}"'
        f' font-family="{families}" width="{width}" height="{height}" role="group"'
        f' aria-label="{svg_text(drawing.chart.title)}">'
    )


def picture_size(width: float, height: float) -> tuple[int, int]:
    """Return how large a picture is with its margins, in whole points."""
    return ceil(width + 2 * MARGIN), ceil(height + 2 * MARGIN)


def _branch(
    name: str, prefix: str, left: float, top: float, parts: list[str], *, is_kept: bool
) -> str:
    called = name if name == SPINE else f"branch-{name}"
    x, y = trimmed_number(left + MARGIN), trimmed_number(top + MARGIN)
    kept = ' hx-morph-skip-children=""' if is_kept else ""
    return (
        f'<svg id="{prefix}{called}" class="branch" x="{x}" y="{y}" overflow="visible"{kept}>'
        f"{''.join(parts)}</svg>"
    )


def lines_svg(lines: Sequence[Connector], prefix: str, left: float, top: float) -> Iterator[str]:
    """Yield the lines: those to one family that look alike as one path, arrows with their tips."""
    families: dict[tuple[str, str, str], list[Connector]] = {}
    for line in lines:
        alone = line.id if line.arrow else line.start
        families.setdefault((alone, line.colour, line.dash), []).append(line)
    for number, ((start, colour, dash), family) in enumerate(families.items()):
        name, stroked = colour_class(colour, "s")
        kind = "line" if dash == "solid" else f"line {dash}"
        ways = "".join(_path(line, left, top) for line in family)
        known = prefix + (family[0].id if len(family) == 1 else f"lines-{start}-{number}")
        yield f'<path id="{known}" class="{kind}{name}" aria-hidden="true" d="{ways}"{stroked}/>'
        for line in family:
            if line.arrow:
                yield _tip(line, left, top)


def curves_svg(curves: Sequence[Curve], prefix: str, left: float, top: float) -> Iterator[str]:
    """Yield the dotted lines beside the tree, each with its label."""
    for number, curve in enumerate(curves):
        start, *bends = ((x - left, y - top) for x, y in curve.points)
        steps = " ".join(f"{trimmed_number(x)},{trimmed_number(y)}" for x, y in bends)
        d = f"M{trimmed_number(start[0])},{trimmed_number(start[1])}C{steps}"
        name = f"{prefix}side-{number}-{curve.start}"
        yield f'<path id="{name}" class="side" aria-hidden="true" d="{d}"/>'
        if curve.label:
            x, y = trimmed_number(curve.at[0] - left), trimmed_number(curve.at[1] - top + 3)
            words = svg_text(curve.label)
            yield f'<text class="t8 m f-quiet side-label" x="{x}" y="{y}">{words}</text>'


def _path(line: Connector, left: float, top: float) -> str:
    points = [(x - left, y - top) for x, y in line.route]
    if line.arrow:
        points[-1] = (points[-1][0] - ARROW_TIP, points[-1][1])
    return rounded_path(points)


def rounded_path(route: Route | Sequence[Point]) -> str:
    """Return a way of horizontal and vertical steps with its corners rounded, as a path."""
    turns = []
    for before, corner, after in zip(route, route[1:], route[2:], strict=False):
        (cx, cy), (ax, ay), (bx, by) = (
            corner,
            near_corner(corner, before),
            near_corner(corner, after),
        )
        middle = f"{trimmed_number(cx)},{trimmed_number(cy)}"
        turns.append(
            f"L{trimmed_number(ax)},{trimmed_number(ay)}C{middle} {middle} "
            f"{trimmed_number(bx)},{trimmed_number(by)}"
        )
    (x, y), (end_x, end_y) = route[0], route[-1]
    return (
        f"M{trimmed_number(x)},{trimmed_number(y)}{''.join(turns)}"
        f"L{trimmed_number(end_x)},{trimmed_number(end_y)}"
    )


def _tip(line: Connector, left: float, top: float) -> str:
    """Return the tip of an arrow, which points to the right."""
    name, filled = colour_class(line.colour)
    x, y, half = line.route[-1][0] - left, line.route[-1][1] - top, ARROW_TIP * 0.35
    numbers = (x, y, x - ARROW_TIP, y - half, x - ARROW_TIP, y + half)
    d = "M{},{}L{},{} {},{}Z".format(*map(trimmed_number, numbers))
    return f'<path class="tip{name}" aria-hidden="true" d="{d}"{filled}/>'


def _ground(ground: Ground, name: str) -> str:
    """Return an area behind the boxes; one with an outline has rounded corners."""
    filled = colour_class(ground.colour) if ground.colour else colour_class(style.PAPER)
    x, y, width, height = map(trimmed_number, (ground.x, ground.y, ground.width, ground.height))
    kind, stroked, corner = "", "", ""
    if ground.outline:
        stroke, stroked = colour_class(ground.outline, "s")
        kind, corner = f" frame dashed{stroke}", ' rx="12"'
    return (
        f'<rect id="{name}" class="node ground{kind}{filled[0]}" aria-hidden="true" x="{x}"'
        f' y="{y}" width="{width}" height="{height}"{corner}{filled[1]}{stroked}/>'
    )
