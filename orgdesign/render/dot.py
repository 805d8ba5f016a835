"""A drawing as DOT text.

Every position is given, so the engine sets type and draws, and lays nothing out
(``neato -n2``, ``nop2``). Attributes come from here alone: none that reads a file is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from orgdesign.charts import Chart
from orgdesign.render import style
from orgdesign.render.card import CARD_TAB, TAB_INSET, Card, tab_card
from orgdesign.render.dot_labels import card_label, safe_link, safe_text
from orgdesign.render.dotted_curves import Curve
from orgdesign.render.drawing import Connector, Drawing, Ground, PlacedCard, beside
from orgdesign.render.glyph_subset import font_families
from orgdesign.render.ways import Point, curve


class DotGraph:
    """A directed graph as DOT text; values are quoted, labels may be HTML-like."""

    def __init__(self, name: str) -> None:
        self._statements = [f"digraph {_quoted_value(name)} {{"]

    def attr(self, kind: str = "", **attributes: str) -> None:
        """Set attributes of the graph or, with a ``kind``, of all nodes or edges that follow."""
        self._statements.append(f"\t{kind or 'graph'}{_attribute_list(attributes)}")

    def node(self, name: str, label: str, **attributes: str) -> None:
        """Add a node."""
        given = _attribute_list({"label": label, **attributes})
        self._statements.append(f"\t{_quoted_value(name)}{given}")

    def edge(self, tail: str, head: str, **attributes: str) -> None:
        """Add an edge."""
        ends = f"{_quoted_value(tail)} -> {_quoted_value(head)}"
        self._statements.append(f"\t{ends}{_attribute_list(attributes)}")

    @property
    def source(self) -> str:
        """The whole text."""
        return "\n".join([*self._statements, "}\n"])


def _attribute_list(attributes: Mapping[str, str]) -> str:
    return f" [{' '.join(f'{name}={_value(value)}' for name, value in attributes.items())}]"


def _value(text: str) -> str:
    is_html = text.startswith("<<") and text.endswith(">>")
    return text if is_html else _quoted_value(text)


def _quoted_value(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


__all__ = [
    "ARROW_TIP",
    "MARGIN",
    "Link",
    "characters_of",
    "curve",
    "dot_text",
    "prefixes",
    "shapes_dot",
]

Link = Callable[[str, bool], str]
"""From a box's id, and whether its tab is meant, to where a click on it leads."""

MARGIN = 24.0
ARROW_TIP = 8.0
"""How long the tip of an arrow is, in points; arrows end at the left of a box."""
_PEN = {"solid": 1.4, "dashed": 1.8, "dotted": 1.8}


def dot_text(
    drawings: Sequence[Drawing], link: Link, paper: tuple[float, float] | None = None
) -> str:
    """Return the DOT text of one drawing, or of several side by side.

    With a ``paper``, in points, the picture is as large as that, and the drawing in its middle.
    """
    graph = DotGraph("-".join(drawing.chart.view for drawing in drawings))
    graph.attr(pad=f"{MARGIN / 72:.4f}", outputorder="edgesfirst", bgcolor=style.PAPER)
    graph.attr(splines="true", notranslate="true", charset="UTF-8")
    # An empty cell is as high as a line of the node's own type, hence the smallest there is.
    fonts = font_families(characters_of(drawings))
    graph.attr("node", fontsize="1", shape="box", fixedsize="true", margin="0", fontname=fonts)
    graph.attr("edge", arrowhead="none", penwidth="1.3")
    if paper:
        graph.attr(viewport=_viewport(drawings[0], paper), pad="0", margin="0")
    names = prefixes([drawing.chart for drawing in drawings])
    for prefix, (drawing, left) in zip(names, beside(drawings), strict=True):
        _draw(graph, drawing, left, link, prefix)
    return str(graph.source)


def _viewport(drawing: Drawing, paper: tuple[float, float]) -> str:
    """Return the part of the plane that a sheet of paper shows, and how large."""
    scale = paper[0] / (drawing.width + 2 * MARGIN)
    middle = drawing.width / 2, -drawing.height / 2
    return f"{paper[0]:.2f},{paper[1]:.2f},{scale:.6f},{middle[0]:.2f},{middle[1]:.2f}"


def shapes_dot(cards: Sequence[tuple[Card, bool]]) -> str:
    """Return the DOT text of cards alone, all with their corner at the same point.

    Those with ``True`` have square corners.
    """
    graph = DotGraph("shapes")
    graph.attr(notranslate="true", charset="UTF-8")
    font = font_families("")
    graph.attr("node", fontsize="1", shape="box", fixedsize="true", margin="0", fontname=font)
    for number, (card, is_square) in enumerate(cards):
        graph.node(
            f"shape-{number}",
            label=card_label(card.rows, card.width, centred=card.centred),
            pos=_position(0.0, 0.0, card.width, card.height),
            width=_inches(card.width),
            height=_inches(card.height),
            style="filled" if is_square else "rounded,filled",
            id=f"shape-{number}",
        )
    return str(graph.source)


def characters_of(drawings: Iterable[Drawing]) -> str:
    """Return every character that is drawn, each once, in their order."""
    used: set[str] = set()
    for card in (placed.card for drawing in drawings for placed in drawing.cards):
        used.update(card.tab)
        for row in card.rows:
            used.update(row.text, row.beside)
    return "".join(sorted(used))


def prefixes(charts: Sequence[Chart]) -> list[str]:
    """Return what the ids of each chart start with: nothing for the first, its view for others."""
    return ["" if chart is charts[0] else f"{chart.view}-" for chart in charts]


def _draw(graph: DotGraph, drawing: Drawing, left: float, link: Link, prefix: str) -> None:
    if drawing.grounds:
        graph.attr(outputorder="nodesfirst")  # Grounds are nodes, and would hide the lines.
    for number, ground in enumerate(drawing.grounds):
        _ground(graph, ground, left, f"{prefix}ground-{number}")
    for placed in drawing.cards:
        _card(graph, placed, left, link, prefix)
        if placed.card.tab:
            _tab(graph, placed, left, link, prefix)
        if placed.card.box.has_gap_mark:
            _gap_mark(graph, placed, left, prefix)
    for line in drawing.lines:
        _line(graph, line, left, prefix)
    for number, side in enumerate(drawing.curves):
        _curve(graph, side, left, prefix, number)


def _card(graph: DotGraph, placed: PlacedCard, left: float, link: Link, prefix: str) -> None:
    card = placed.card
    graph.node(
        prefix + card.box.id,
        label=card_label(card.rows, card.width, centred=card.centred),
        pos=_position(placed.x + left, placed.y, card.width, card.height),
        width=_inches(card.width),
        height=_inches(card.height),
        style=f"rounded,filled,{card.dash}",
        color=card.outline,
        fillcolor=card.ground,
        penwidth=f"{card.pen or _PEN[card.dash]:g}",
        id=prefix + card.box.id,
        URL=safe_link(link(card.box.id, False)),
        **{"class": f"{card.box.kind} {card.box.id}"},
    )


def _tab(graph: DotGraph, placed: PlacedCard, left: float, link: Link, prefix: str) -> None:
    card, tab = placed.card, tab_card(placed.card)
    graph.node(
        f"{prefix}fold-{card.box.id}",
        label=card_label(tab.rows, tab.width, centred=True),
        pos=_position(placed.x + left + TAB_INSET, placed.y + card.height, tab.width, CARD_TAB),
        width=_inches(tab.width),
        height=_inches(CARD_TAB),
        style="filled",
        color=tab.outline,
        fillcolor=tab.ground,
        penwidth="1",
        id=f"{prefix}fold-{card.box.id}",
        URL=safe_link(link(card.box.id, True)),
        **{"class": "fold"},
    )


def _gap_mark(graph: DotGraph, placed: PlacedCard, left: float, prefix: str) -> None:
    x, y = placed.x + left + placed.card.width - 8, placed.y
    graph.node(
        f"{prefix}gap-{placed.card.box.id}",
        label="",
        pos=_position(x - 4, y - 4, 8, 8),
        width=_inches(8),
        height=_inches(8),
        shape="circle",
        style="filled",
        color=style.PAPER,
        fillcolor=style.GAP.strong,
        penwidth="1.5",
    )


def _ground(graph: DotGraph, ground: Ground, left: float, name: str) -> None:
    graph.node(
        name,
        label="",
        pos=_position(ground.x + left, ground.y, ground.width, ground.height),
        width=_inches(ground.width),
        height=_inches(ground.height),
        style="filled" if ground.colour else "rounded,dashed",
        color=ground.outline or ground.colour,
        fillcolor=ground.colour or style.PAPER,
        penwidth="1.8" if ground.outline else "0",
        id=name,
        **{"class": "ground"},
    )


def _line(graph: DotGraph, line: Connector, left: float, prefix: str) -> None:
    graph.edge(
        prefix + line.start,
        prefix + line.to,
        pos=_edge_position([(x + left, y) for x, y in line.route], arrow=line.arrow),
        color=line.colour,
        style=line.dash,
        id=prefix + line.id,
        **({"arrowhead": "normal", "arrowsize": f"{ARROW_TIP / 10:g}"} if line.arrow else {}),
        **{"class": "line"},
    )


def _curve(graph: DotGraph, side: Curve, left: float, prefix: str, number: int) -> None:
    points = " ".join(f"{x + left:.2f},{-y:.2f}" for x, y in side.points)
    words = f'<FONT POINT-SIZE="8" COLOR="{style.QUIET}">{safe_text(side.label)}</FONT>'
    table = f'BORDER="0" CELLBORDER="0" CELLPADDING="2" BGCOLOR="{style.PAPER}"'
    label = f"<<TABLE {table}><TR><TD>{words}</TD></TR></TABLE>>"
    place = f"{side.at[0] + left:.2f},{-side.at[1]:.2f}"
    graph.edge(
        prefix + side.start,
        prefix + side.to,
        pos=points,
        color=style.QUIET,
        style="dotted",
        id=f"{prefix}side-{number}-{side.start}",
        **({"label": label, "lp": place, "fontname": font_families("")} if side.label else {}),
        **{"class": "side"},
    )


def _position(x: float, y: float, width: float, height: float) -> str:
    return f"{x + width / 2:.2f},{-(y + height / 2):.2f}"


def _inches(points: float) -> str:
    # Rounded up, or Graphviz warns that the label is larger than its box.
    return f"{points / 72 + 1e-4:.5f}"


def _edge_position(route: Sequence[Point], *, arrow: bool) -> str:
    """Return the position of an edge; one with an arrow is drawn up to where its tip begins."""
    if not arrow:
        return curve(route)
    (x, y), before = route[-1], route[:-1]
    return f"e,{x:.2f},{-y:.2f} {curve([*before, (x - ARROW_TIP, y)])}"
