"""A sheet as Graphviz draws it: DOT text, and the SVG file or element that comes of it.

Ribbons are drawn on the graph's background, as no node or edge of Graphviz is an area between two
curves, and so are bars that lead nowhere; everything else is a node or an edge with an id, so that
it can be chosen and followed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from graphviz import Digraph

from orgdesign.render import style
from orgdesign.render.dot_labels import safe_link, safe_text
from orgdesign.render.engine import SHARP_DPI, Engine, Format, fitting_dpi
from orgdesign.render.glyph_subset import embedded_font_css, font_families
from orgdesign.render.sheet import Bar, Disc, Link, Mark, Ribbon, Sheet, SheetText, Strand

Address = Callable[[Link], str]
"""Where a click on a mark leads."""

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
PIECE = 8000
"""Characters after which a quoted string is continued by another; Graphviz takes 16,384."""
BOLD_RISE = 1.25
"""Graphviz sets bold type so much higher than regular type, in points, whatever its size."""
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", XLINK)
_ANCHORS = {"left": "LEFT", "centre": "CENTER", "right": "RIGHT"}


def draw_sheet(
    sheet: Sheet, engine: Engine, picture: Format, sharpness: float = SHARP_DPI
) -> bytes:
    """Return a sheet as a file, a PNG with so many dots per inch at most.

    Raises ``EngineError`` when Graphviz cannot draw it.
    """
    dpi = fitting_dpi(sheet.width, sheet.height, sharpness) if picture == "png" else SHARP_DPI
    drawn = engine.draw(sheet_dot(sheet, _within_file), picture, dpi)
    if picture != "svg":
        return drawn
    root = _named(drawn, sheet, "")
    texts = "".join(mark.text for mark in sheet.marks if isinstance(mark, SheetText))
    fonts = Element(f"{{{SVG}}}style")
    fonts.text = embedded_font_css(texts)
    root.insert(2, fonts)
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def sheet_element(sheet: Sheet, engine: Engine, address: Address, prefix: str = "plate-") -> str:
    """Return a sheet as an ``<svg>`` element for a page, its ids starting with ``prefix``.

    Raises ``EngineError`` when Graphviz cannot draw it.
    """
    root = _named(engine.draw(sheet_dot(sheet, address), "svg"), sheet, prefix)
    root.set("class", "plate")
    root.set("role", "group")
    root.set("aria-label", sheet.title)
    return ElementTree.tostring(root, encoding="unicode")


def _within_file(link: Link) -> str:
    return f"#{link.kind}-{link.subject}"


def sheet_dot(sheet: Sheet, address: Address) -> str:
    """Return the DOT text of a sheet, every mark at its place."""
    graph = Digraph(sheet.name, graph_attr={"pad": "0", "margin": "0", "charset": "UTF-8"})
    graph.attr(splines="true", notranslate="true", outputorder="edgesfirst", bgcolor=style.PAPER)
    graph.attr("node", shape="box", fixedsize="true", margin="0", label="", penwidth="0")
    graph.attr("node", fontname=font_families(""), fontsize="1")
    graph.attr("edge", arrowhead="none")
    for number, (x, y) in enumerate(((0.0, 0.0), (sheet.width, sheet.height))):
        graph.node(f"corner-{number}", pos=_point(x, y), width="0.001", height="0.001")
    for number, mark in enumerate(sheet.marks):
        _mark(graph, number, mark, address)
    return _with_background(str(graph.source), sheet.marks)


def _with_background(dot: str, marks: Iterable[Mark]) -> str:
    """Return DOT text with ribbons and plain bars, in quoted pieces: long strings are refused."""
    pieces = [""]
    for mark in marks:
        if isinstance(mark, Ribbon) or _is_plain(mark):
            if len(pieces[-1]) > PIECE:
                pieces.append("")
            pieces[-1] += f"{_filled(mark)} "  # type: ignore[arg-type]
    if not pieces[0]:
        return dot
    said = " + ".join(f'"{piece}"' for piece in pieces)
    head, _, rest = dot.partition("{")
    return f"{head}{{\n\tgraph [_background={said}]{rest}"


def _is_plain(mark: Mark) -> bool:
    return isinstance(mark, Bar) and mark.link is None


def _filled(mark: Ribbon | Bar) -> str:
    """Return an area as Graphviz's drawing operations: colours, and a filled shape."""
    shape = _area(mark) if isinstance(mark, Ribbon) else _rectangle(mark)
    return f"c 9 -#00000000 C {len(mark.colour)} -{mark.colour} {shape}"


def _rectangle(bar: Bar) -> str:
    right, bottom = bar.x + bar.width, bar.y + bar.height
    corners = [(bar.x, bar.y), (right, bar.y), (right, bottom), (bar.x, bottom)]
    return f"P 4 {' '.join(f'{x:.2f} {-y:.2f}' for x, y in corners)}"


def _area(ribbon: Ribbon) -> str:
    middle = (ribbon.left + ribbon.right) / 2
    there = [(middle, ribbon.top), (middle, ribbon.right_top), (ribbon.right, ribbon.right_top)]
    down = [(ribbon.right, ribbon.right_bottom)] * 3
    back = [(middle, ribbon.right_bottom), (middle, ribbon.bottom), (ribbon.left, ribbon.bottom)]
    up = [(ribbon.left, ribbon.top)] * 3
    points = [(ribbon.left, ribbon.top), *there, *down, *back, *up]
    drawn = " ".join(f"{x:.2f} {-y:.2f}" for x, y in points)
    return f"b {len(points)} {drawn}"


def _mark(graph: Digraph, number: int, mark: Mark, address: Address) -> None:
    if isinstance(mark, Ribbon) or _is_plain(mark):
        return
    facts = {"id": f"mark-{number}", "class": type(mark).__name__.lower().removeprefix("sheet")}
    if link := mark.link:
        facts["id"] = f"{link.kind}-{link.subject}-{number}"
        facts["class"] += f" {link.kind} to-{link.subject}"
        facts |= {"URL": safe_link(address(link)), "tooltip": "hint"}
    match mark:
        case SheetText():
            graph.node(facts["id"], **facts, **_text(mark))
        case Bar():
            box = _box(mark.x, mark.y, mark.width, mark.height)
            graph.node(facts["id"], **facts, **box, style="filled", fillcolor=mark.colour)
        case Disc():
            graph.node(facts["id"], **facts, **_disc(mark))
        case Strand():
            _strand(graph, mark, facts)


def _text(text: SheetText) -> dict[str, str]:
    said = safe_text(text.text)
    said = f"<B>{said}</B>" if text.bold else said
    font = f'<FONT POINT-SIZE="{text.size:g}" COLOR="{text.colour}">{said}</FONT>'
    size = f'FIXEDSIZE="TRUE" WIDTH="{text.width:.0f}" HEIGHT="{text.height:g}"'
    cell = f'<TD {size} ALIGN="{_ANCHORS[text.align]}">{font}</TD>'
    table = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    box = _box(text.x, text.y + (BOLD_RISE if text.bold else 0.0), text.width, text.height)
    ground = {"style": "filled", "fillcolor": text.ground} if text.ground else {"style": ""}
    return {**box, **ground, "label": f"<<TABLE {table}><TR>{cell}</TR></TABLE>>"}


def _disc(disc: Disc) -> dict[str, str]:
    side = 2 * disc.radius
    box = _box(disc.x - disc.radius, disc.y - disc.radius, side, side)
    fill = style.PAPER if disc.ring else disc.colour
    pen = {"penwidth": "1.3", "color": disc.colour} if disc.ring else {}
    return {**box, **pen, "shape": "circle", "style": "filled", "fillcolor": fill}


def _strand(graph: Digraph, strand: Strand, facts: dict[str, str]) -> None:
    middle = (strand.x + strand.to_x) / 2
    points = [(strand.x, strand.y), (middle, strand.y), (middle, strand.to_y)]
    way = " ".join(_point(x, y) for x, y in [*points, (strand.to_x, strand.to_y)])
    graph.edge(
        "corner-0", "corner-1", **facts, pos=way, color=strand.colour,
        penwidth=f"{strand.thickness:.2f}",
    )  # fmt: skip


def _box(x: float, y: float, width: float, height: float) -> dict[str, str]:
    centre = _point(x + width / 2, y + height / 2)
    # Rounded up, or Graphviz warns that the label is larger than its box.
    return {"pos": centre, "width": _inches(width), "height": _inches(height)}


def _point(x: float, y: float) -> str:
    return f"{x:.2f},{-y:.2f}"


def _inches(points: float) -> str:
    return f"{points / 72 + 1e-4:.5f}"


def _named(svg: bytes, sheet: Sheet, prefix: str) -> Element:
    """Return Graphviz's SVG with hints as people read them, a title, and the table in words."""
    root = ElementTree.fromstring(svg)  # noqa: S314 (nobody else's)
    root.set("font-family", font_families(""))
    links = ((str(number), mark) for number, mark in enumerate(sheet.marks))
    hints = {number: mark.link.hint for number, mark in links if mark.link}
    for item in _items(root):
        name = item.get("id", "")
        _anchor_text(item, sheet.marks, name.rpartition("-")[2])
        title = item.find(f"{{{SVG}}}title")
        if title is not None:
            item.remove(title)
        for part in item.iter():
            if "id" in part.attrib:
                part.set("id", prefix + part.attrib["id"])
            if part.tag == f"{{{SVG}}}a":
                part.set(f"{{{XLINK}}}title", hints[name.rpartition("-")[2]])
    title, about = (Element(f"{{{SVG}}}{tag}") for tag in ("title", "desc"))
    title.text, about.text = sheet.title, sheet.about
    root[:0] = [title, about]
    return root


def _anchor_text(item: Element, marks: Sequence[Mark], number: str) -> None:
    """Hold text where it is aligned to, whatever font the reader's machine sets it in."""
    mark = marks[int(number)] if number.isdecimal() else None
    if not isinstance(mark, SheetText) or mark.align == "left":
        return
    share, anchor = {"centre": (0.5, "middle"), "right": (1.0, "end")}[mark.align]
    for text in item.iter(f"{{{SVG}}}text"):
        text.set("x", f"{mark.x + share * mark.width:.2f}")
        text.set("text-anchor", anchor)


def _items(root: Element) -> Iterator[Element]:
    for group in root.findall(f"{{{SVG}}}g"):
        yield from group.findall(f"{{{SVG}}}g")
