"""A role description that orgdesign has issued, as it comes back: what stands under each mark.

Each row says what it is first: ``role`` begins one, ``section`` a heading of it, ``fact`` is a name
of the title block, each with its mark; ``line`` and ``cells`` are what stands there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from orgdesign.sandbox.word_marks import mark_in, parts_of
from orgdesign.sandbox.word_text import W, cell_lines, heading_level, paragraph_text

SHEET_MARK = "orgdesign"
"""What the table of marks is called; nobody sees it in a preview."""
_ROLE, _FACT = "role:", "fact:"


def issued_rows(body: Element, styles: Mapping[str, str]) -> list[list[str]]:
    """Return what an issued document says, mark by mark; nothing where it has no marks."""
    rows = [*_rows(body, styles)]
    return rows if any(row[0] == "role" for row in rows) else []


def _rows(parent: Element, styles: Mapping[str, str]) -> Iterator[list[str]]:
    for element in parent:
        if element.tag == f"{W}p":
            yield from _paragraph(element, styles)
        elif element.tag == f"{W}tbl":
            yield from _table(element)
        elif element.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _rows(element, styles)


def _paragraph(element: Element, styles: Mapping[str, str]) -> Iterator[list[str]]:
    text, (key, digest) = paragraph_text(element), _mark(element)
    if key.startswith(_ROLE):
        yield ["role", key.removeprefix(_ROLE), digest, text]
    elif key:
        yield ["section", key, digest, text]
    elif text:
        is_heading = heading_level(element, styles) is not None
        yield ["section", "", "", text] if is_heading else ["line", text]


def _table(table: Element) -> Iterator[list[str]]:
    for row in table.iter(f"{W}tr"):
        if row.find(f"{W}trPr/{W}tblHeader") is not None:
            continue
        cells = row.findall(f"{W}tc")
        marked = [(at, *_mark(cell)) for at, cell in enumerate(cells)]
        marked = [(at, key, digest) for at, key, digest in marked if key]
        for at, key, digest in marked:
            said = cell_lines(cells[at + 1]) if at + 1 < len(cells) else ""
            yield from _beside(cells[at], key, digest, " ".join(said.split("\n")))
        if not marked:
            yield ["cells", *(" ".join(cell_lines(cell).split("\n")) for cell in cells)]


def _beside(name: Element, key: str, digest: str, said: str) -> Iterator[list[str]]:
    """Yield what stands beside a marked name: a fact, or a section that is brief."""
    if key.startswith(_FACT):
        yield ["fact", key.removeprefix(_FACT), digest, said]
    else:
        yield ["section", key, digest, cell_lines(name)]
        yield ["line", said]


def _mark(element: Element) -> tuple[str, str]:
    marks = element.iter(f"{W}bookmarkStart")
    return parts_of(mark_in(each.get(f"{W}name", "") for each in marks))
