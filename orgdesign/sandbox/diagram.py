"""Diagrams of reporting lines that people edited, from draw.io and PowerPoint, as two tables.

The first holds a row for each box: its page, its id there, what it was called when it was drawn,
and the first line of what it says now. The second holds a row for each connector: its page, and
the ids of the boxes that it leads from and to.
"""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import islice
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from orgdesign.sandbox import refusal
from orgdesign.sandbox.refusal import FormatRefusal

BOXES, LINES = "boxes", "lines"
PRESENTATION = "ppt/presentation.xml"
MOST_INFLATED = 64_000_000
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DRAWIO = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:mxfile|mxGraphModel)\b", re.DOTALL
)
_BREAK = re.compile(r"<(?:br|/?div|/?p|/?li|/?h\d)\b[^>]*>|\n", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")

Box = tuple[str, str, str, str]
Line = tuple[str, str, str]


class Diagram:
    """The boxes and connectors of a diagram, as tables of a file."""

    def __init__(self, boxes: list[Box], lines: list[Line]) -> None:
        self.sheets: list[tuple[str | None, bool]] = [(BOXES, True), (LINES, True)]
        self.notes: list[str] = []
        self._rows: tuple[list[list[str]], ...] = (
            [[*box] for box in boxes],
            [[*line] for line in lines],
        )

    def block(self, sheet: int, start: int, most: int) -> list[list[str]]:
        """Return some rows of a table, from one on; none where there are no more."""
        return list(islice(self._rows[sheet], start, start + most))


def is_drawio(text: str) -> bool:
    """Tell whether a text is a diagram of draw.io."""
    return bool(_DRAWIO.match(text[:4_000]))


def is_presentation(archive: bytes) -> bool:
    """Tell whether an archive is a presentation."""
    return PRESENTATION.encode() in archive


def drawio_diagram(text: str) -> Diagram:
    """Return the connectors of a draw.io file, and the boxes but those that we drew of no function.

    Raises:
        FormatRefusal: it is damaged, or unpacks to too much.
    """
    boxes: list[Box] = []
    lines: list[Line] = []
    for page, model in _models(_parsed(text)):
        for cell, holder in _cells(model):
            identity = holder.get("id", "")
            if cell.get("edge") == "1":
                lines.append((page, cell.get("source", ""), cell.get("target", "")))
            elif cell.get("vertex") == "1" and holder.get("kind", "function") == "function":
                label = holder.get("label") or holder.get("value") or ""
                boxes.append((page, identity, holder.get("subject", ""), _first_line(label)))
    return Diagram(boxes, lines)


def _parsed(text: str) -> Element:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise FormatRefusal(refusal.DIAGRAM)
    try:
        return ElementTree.fromstring(text)  # noqa: S314 - in the worker, without a document type
    except ElementTree.ParseError as failure:
        raise FormatRefusal(refusal.DIAGRAM) from failure


def _models(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield each page by its id, with what is on it; a page may be packed."""
    if root.tag == "mxGraphModel":
        yield "", root
        return
    for page in root.iter("diagram"):
        model = page.find("mxGraphModel")
        if model is None and (page.text or "").strip():
            model = _parsed(_unpacked(page.text or ""))
        if model is not None:
            yield page.get("id", ""), model


def _unpacked(packed: str) -> str:
    """Return what draw.io packs: deflated without a header, in base64, of an escaped text."""
    try:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        data = inflater.decompress(base64.b64decode(packed), MOST_INFLATED)
    except (ValueError, zlib.error) as failure:
        raise FormatRefusal(refusal.DIAGRAM) from failure
    if inflater.unconsumed_tail:
        raise FormatRefusal(refusal.DIAGRAM)
    return unquote(data.decode("utf-8", "replace"))


def _cells(model: Element) -> Iterator[tuple[Element, Element]]:
    """Yield each cell with what holds its id and label: itself, or the object around it."""
    for item in model.iterfind("root/*"):
        if item.tag == "mxCell":
            yield item, item
        elif (cell := item.find("mxCell")) is not None:
            yield cell, item


def _first_line(label: str) -> str:
    lines = (unescape(_TAG.sub("", part)) for part in _BREAK.split(label))
    return next((said for line in lines if (said := " ".join(line.split()))), "")


def presentation_diagram(archive: bytes) -> Diagram:
    """Return the shapes and connectors of the slides of a presentation.

    A slide is called as its maker called it. A connector that is not glued counts as it was drawn,
    by what it is called.

    Raises:
        FormatRefusal: it is damaged.
    """
    boxes: list[Box] = []
    lines: list[Line] = []
    with ZipFile(io.BytesIO(archive)) as parts:
        for name in sorted(parts.namelist()):
            if _SLIDE.fullmatch(name):
                _read_slide(
                    _parsed(parts.read(name).decode("utf-8", "replace")), name, boxes, lines
                )
    return Diagram(boxes, lines)


def _read_slide(slide: Element, name: str, boxes: list[Box], lines: list[Line]) -> None:
    content = slide.find(f"{_P}cSld")
    page = (content.get("name") if content is not None else "") or name
    named: dict[str, str] = {}
    for shape in slide.iter(f"{_P}sp"):
        identity = _identity(shape)
        text = _shape_text(shape)
        if identity is not None and text:
            drawn = identity.get("name", "")
            boxes.append((page, f"{name}#{identity.get('id')}", drawn, text))
            named.setdefault(drawn, f"{name}#{identity.get('id')}")
    for connector in slide.iter(f"{_P}cxnSp"):
        ends = [connector.find(f".//{_A}{end}") for end in ("stCxn", "endCxn")]
        start, end = (f"{name}#{e.get('id')}" if e is not None else "" for e in ends)
        lines.append((page, start, end))
    for shape in slide.iter(f"{_P}sp"):
        if (identity := _identity(shape)) is not None and not _shape_text(shape):
            lines += _loose_line(page, identity.get("name", ""), named)


def _identity(shape: Element) -> Element | None:
    return shape.find(f"{_P}nvSpPr/{_P}cNvPr")


def _shape_text(shape: Element) -> str:
    """Return the paragraph in the largest type: the name, and not what is told of it."""
    best, largest = "", -1
    for paragraph in shape.iterfind(f"{_P}txBody/{_A}p"):
        said = " ".join("".join(run.text or "" for run in paragraph.iter(f"{_A}t")).split())
        size = max((_number(r.get("sz")) for r in paragraph.iter(f"{_A}rPr")), default=0)
        if said and size > largest:
            best, largest = said, size
    return best


def _number(size: str | None) -> int:
    return int(size) if size and size.isdecimal() else 0


def _loose_line(page: str, name: str, named: Mapping[str, str]) -> Iterator[Line]:
    """Yield the line that a connector of many corners is, which no program can glue."""
    for cut in re.finditer(" to ", name):
        start, end = name[: cut.start()], name[cut.end() :]
        if start in named and end in named:
            yield page, named[start], named[end]
