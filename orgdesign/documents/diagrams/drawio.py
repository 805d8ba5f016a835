"""The charts as a draw.io file: boxes and connectors at our places, to be moved and rewritten.

The format is that of mxGraph, uncompressed: a page for each chart, on it a cell for each box and
each connector. A box keeps the id of what it shows, so that what was edited can come back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from orgdesign.charts import Box, View, chart_titles
from orgdesign.documents.chart_set import ChartSet
from orgdesign.redaction import Disclosure
from orgdesign.render import Connector, Drawing, PlacedCard, Point, style

PAGE_NAMES = chart_titles("drawio")
MARGIN = 40.0
"""Around a chart on its page, in points, which draw.io takes for pixels."""


def drawio_file(disclosure: Disclosure) -> bytes:
    """Return the charts as one draw.io file, a page each."""
    charts = ChartSet(disclosure)
    root = Element("mxfile", host="orgdesign", compressed="false")
    for view in charts.charts:
        _add_page(root, view, charts.drawing(view))
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _add_page(root: Element, view: View, drawing: Drawing) -> None:
    page = SubElement(root, "diagram", id=view, name=PAGE_NAMES.get(view, view))
    facts = {
        "grid": "0",
        "page": "1",
        "pageScale": "1",
        "math": "0",
        "pageWidth": f"{drawing.width + 2 * MARGIN:.0f}",
        "pageHeight": f"{drawing.height + 2 * MARGIN:.0f}",
    }
    model = SubElement(page, "mxGraphModel", facts)
    cells = SubElement(model, "root")
    SubElement(cells, "mxCell", id="0")
    SubElement(cells, "mxCell", {"id": "1", "parent": "0"})
    places = {placed.card.box.id: placed for placed in drawing.cards}
    for line in drawing.lines:
        _connector(cells, line, places)
    for placed in drawing.cards:
        _box(cells, placed)


def _box(cells: Element, placed: PlacedCard) -> None:
    """Add a box as an object: draw.io keeps what is said of it, whatever people do to the box."""
    card, box = placed.card, placed.card.box
    label = "<br>".join(_label(box))
    holder = SubElement(cells, "object", id=box.id, label=label, kind=box.kind, subject=box.subject)
    cell = SubElement(holder, "mxCell", {"style": _style(placed), "vertex": "1", "parent": "1"})
    geometry = {"x": placed.x + MARGIN, "y": placed.y + MARGIN}
    geometry |= {"width": card.width, "height": card.height}
    said = {name: f"{value:.2f}" for name, value in geometry.items()}
    SubElement(cell, "mxGeometry", said | {"as": "geometry"})


def _label(box: Box) -> Iterator[str]:
    yield f"<b>{escape(box.title)}</b>"
    for told in box.changes:
        yield escape(" ".join(part for part in told if part))
    for text in (box.text, box.role):
        if text:
            yield escape(text)


def _style(placed: PlacedCard) -> str:
    card = placed.card
    is_dark = card.ground == style.ROOT.strong
    said = {
        "rounded": "1",
        "arcSize": "6",
        "whiteSpace": "wrap",
        "html": "1",
        "overflow": "hidden",
        "fontFamily": style.FONT,
        "fontSize": "11",
        "align": "center" if card.centred else "left",
        "verticalAlign": "middle" if card.centred else "top",
        "spacing": "8",
        "fillColor": card.ground,
        "strokeColor": card.outline,
        "fontColor": style.ON_ROOT if is_dark else style.INK,
        "dashed": "0" if card.dash == "solid" else "1",
    }
    return "".join(f"{name}={value};" for name, value in said.items())


def _connector(cells: Element, line: Connector, places: Mapping[str, PlacedCard]) -> None:
    """Add a connector, glued to both boxes where ours ends, with the corners that ours has."""
    ends = {"exit": (line.start, line.route[0]), "entry": (line.to, line.route[-1])}
    said = {
        "edgeStyle": "orthogonalEdgeStyle",
        "rounded": "1",
        "endArrow": "classic" if line.arrow else "none",
        "strokeColor": line.colour,
        "dashed": "0" if line.dash == "solid" else "1",
    }
    for end, (box, point) in ends.items():
        across, down = _share(places[box], point)
        said |= {f"{end}X": across, f"{end}Y": down, f"{end}Dx": "0", f"{end}Dy": "0"}
    look = "".join(f"{name}={value};" for name, value in said.items())
    facts = {"id": line.id, "style": look, "edge": "1", "parent": "1"}
    cell = SubElement(cells, "mxCell", facts | {"source": line.start, "target": line.to})
    geometry = SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
    if corners := line.route[1:-1]:
        points = SubElement(geometry, "Array", {"as": "points"})
        for x, y in corners:
            SubElement(points, "mxPoint", {"x": f"{x + MARGIN:.2f}", "y": f"{y + MARGIN:.2f}"})


def _share(placed: PlacedCard, point: Point) -> tuple[str, str]:
    """Return where on a box a connector ends, as shares of its width and height."""
    across = (point[0] - placed.x) / placed.card.width
    down = (point[1] - placed.y) / placed.card.height
    return f"{min(max(across, 0.0), 1.0):.4f}", f"{min(max(down, 0.0), 1.0):.4f}"
