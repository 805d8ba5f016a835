"""Graphviz's SVG made ours: named for people, safe to put into a page, one group a branch."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from orgdesign.charts import Box
from orgdesign.render import style
from orgdesign.render.card import hides
from orgdesign.render.dot import MARGIN, Link, prefixes
from orgdesign.render.drawing import Drawing

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", XLINK)

SPINE = "spine"
"""The part of a chart that is no branch: the root, and the lines to the first level."""

_TITLE, _GROUP, _ANCHOR = f"{{{SVG}}}title", f"{{{SVG}}}g", f"{{{SVG}}}a"
_HREF, _HINT = f"{{{XLINK}}}href", f"{{{XLINK}}}title"
_TEXT, _SPACE = f"{{{SVG}}}text", "{http://www.w3.org/XML/1998/namespace}space"
_NUMBERS = re.compile(r"-?[\d.]+")


def standalone(svg: bytes, drawings: Iterable[Drawing], font_css: str) -> bytes:
    """Return an SVG file that explains itself and carries its own fonts."""
    root = _parsed(svg)
    charts = [drawing.chart for drawing in drawings]
    for prefix, chart in zip(prefixes(charts), charts, strict=True):
        _explain(_items(root), {prefix + box.id: box for box in chart.boxes})
    title, about, fonts = (Element(f"{{{SVG}}}{tag}") for tag in ("title", "desc", "style"))
    title.text, fonts.text = " | ".join(chart.title for chart in charts), font_css
    about.text = " ".join(chart.about for chart in charts if chart.about)
    root[:0] = [title, *([about] if about.text else []), fonts]
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def inline(
    svg: bytes, drawing: Drawing, prefix: str, link: Link, kept: Collection[str] = ()
) -> str:
    """Return an ``<svg>`` element for a page, with each first-level branch as one of its own.

    Ids start with ``prefix``, so that two charts can share a page. The branches in ``kept``
    come without content: the page keeps what it shows of them, moved to its new place.
    """
    source = _parsed(svg)
    boxes = {box.id: box for box in drawing.chart.boxes}
    _explain(_items(source), boxes)
    page = _page(source, drawing, prefix)
    groups = _groups(page, source, drawing, prefix)
    branches = branch_of(drawing)
    for item in _items(source):
        branch = branches.get(item.get("id", ""), SPINE)
        if branch not in kept:
            groups[branch].append(_placed_in_page(item, prefix, link))
    for branch in kept:
        page.find(f"*[@id='{prefix}branch-{branch}']").set("hx-morph-skip-children", "")  # type: ignore[union-attr]
    return ElementTree.tostring(page, encoding="unicode")


def inline_whole(svg: bytes, drawing: Drawing, prefix: str, link: Link) -> str:
    """Return an ``<svg>`` element for a page, in one piece; its ids start with ``prefix``."""
    source = _parsed(svg)
    _explain(_items(source), {box.id: box for box in drawing.chart.boxes})
    page = _page(source, drawing, prefix)
    about = SubElement(page, f"{{{SVG}}}desc")
    about.text = drawing.chart.about
    graph = source.find(_GROUP)
    shift = "" if graph is None else graph.get("transform", "")
    whole = SubElement(page, _GROUP, {"transform": shift})
    whole.extend([_placed_in_page(item, prefix, link) for item in _items(source)])
    return ElementTree.tostring(page, encoding="unicode")


def branch_of(drawing: Drawing) -> dict[str, str]:
    """Return, by the id of an element, the first-level box it hangs from; not for the spine."""
    branches: dict[str, str] = {}
    for box in drawing.chart.boxes[1:]:
        branch = branches.get(box.parent or "", box.id)
        branches[box.id] = branches[f"fold-{box.id}"] = branch
        if branch != box.id:
            branches[f"line-{box.id}"] = branch
    return branches


def _parsed(svg: bytes) -> Element:
    """Return what our own engine wrote, with what every text repeats said once, by the root."""
    root = ElementTree.fromstring(svg)  # noqa: S314 (nobody else's)
    root.set("font-family", style.FONT)
    for text in root.iter(_TEXT):
        for repeated in (_SPACE, "font-family"):
            text.attrib.pop(repeated, None)
        if text.get("text-anchor") == "start":
            del text.attrib["text-anchor"]
    return root


def _items(root: Element) -> Iterator[Element]:
    """Yield the groups of nodes and edges."""
    graph = root.find(_GROUP)
    return iter([] if graph is None else graph.findall(_GROUP))


def _explain(items: Iterable[Element], boxes: dict[str, Box]) -> None:
    """Give every box a title that says what it shows; lines are for the eye only."""
    for item in items:
        name = item.get("id", "")
        box = boxes.get(name) or boxes.get(name.replace("fold-", "", 1))
        title = item.find(_TITLE)
        if title is None or {"line", "ground"} & set(item.get("class", "").split()):
            item.set("aria-hidden", "true")
            if title is not None:
                item.remove(title)
        elif box is not None:
            is_fold = "fold" in item.get("class", "").split()
            title.text = _folding(box) if is_fold else said(box)
            for anchor in item.iter(_ANCHOR):
                anchor.set(_HINT, title.text if is_fold else box.title)


def said(box: Box) -> str:
    """Return what a box shows, for people who do not see it."""
    accountable = f"Accountable: {box.role}" if box.role else ""
    changes = (" ".join(filter(None, each)) for each in box.changes)
    return ". ".join(
        fact
        for fact in (box.title, box.mark, *changes, box.text, box.note, accountable, *box.gaps)
        if fact
    )


def _folding(box: Box) -> str:
    return f"Unfold {box.title}: {hides(box.hidden)}" if box.hidden else f"Fold {box.title}"


def _page(source: Element, drawing: Drawing, prefix: str) -> Element:
    width, height = (source.get(side, "0").removesuffix("pt") for side in ("width", "height"))
    facts = {"id": f"{prefix}chart", "class": "chart", "viewBox": f"0 0 {width} {height}"}
    facts |= {
        "font-family": style.FONT,
        "width": width,
        "height": height,
        "role": "group",
        "aria-label": drawing.chart.title,
    }
    return Element(f"{{{SVG}}}svg", facts)


def _groups(page: Element, source: Element, drawing: Drawing, prefix: str) -> dict[str, Element]:
    """Add an ``<svg>`` for the spine and for each branch, and return where their content goes.

    A branch's content counts from its head's corner, so that moving the branch is a change of
    two attributes. Graphviz counts from the drawing's bottom left, moved by ``translate``.
    """
    graph = source.find(_GROUP)
    shift = graph.get("transform", "").partition("translate")[2] if graph is not None else ""
    origin = [float(number) for number in _NUMBERS.findall(shift)[:2]]
    groups = {SPINE: _group(page, prefix + SPINE, (0, 0), origin)}
    for placed in drawing.cards[1:]:
        if placed.card.box.parent == drawing.chart.root.id:
            name = f"{prefix}branch-{placed.card.box.id}"
            corner = (placed.x + MARGIN, placed.y + MARGIN)
            groups[placed.card.box.id] = _group(page, name, corner, origin)
    return groups


def _group(
    page: Element, name: str, corner: tuple[float, float], origin: Sequence[float]
) -> Element:
    place = {"x": f"{corner[0]:.2f}", "y": f"{corner[1]:.2f}", "overflow": "visible"}
    holder = SubElement(page, f"{{{SVG}}}svg", {"id": name, "class": "branch", **place})
    back = f"translate({origin[0] - corner[0]:.2f} {origin[1] - corner[1]:.2f})"
    return SubElement(holder, _GROUP, {"transform": back})


def _placed_in_page(item: Element, prefix: str, link: Link) -> Element:
    name = item.get("id", "")
    for anchor in item.iter(_ANCHOR):
        is_fold = "fold" in item.get("class", "").split()
        anchor.set(_HREF, link(name.removeprefix("fold-") if is_fold else name, is_fold))
    for part in item.iter():
        if "id" in part.attrib:
            part.set("id", prefix + part.attrib["id"])
    return item
