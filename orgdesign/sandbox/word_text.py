"""Texts and headings of WordprocessingML, as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|見出し)\s*(\d)", re.IGNORECASE)


def paragraph_text(element: Element) -> str:
    """Return a text without what was struck out as a tracked change."""
    parts = []
    for each in element.iter():
        if each.tag == f"{W}t":
            parts.append(each.text or "")
        elif each.tag in (f"{W}br", f"{W}tab"):
            parts.append(" ")
    return " ".join("".join(parts).split())


def cell_lines(cell: Element) -> str:
    """Return what a cell says, a line for each paragraph."""
    return "\n".join(filter(None, (paragraph_text(each) for each in cell.findall(f"{W}p"))))


def heading_level(element: Element, styles: Mapping[str, str]) -> int | None:
    """Return the level of a paragraph as a heading, 0 for a title; None for other text."""
    style = element.find(f"{W}pPr/{W}pStyle")
    name = styles.get(style.get(f"{W}val", ""), "") if style is not None else ""
    if name == "title":
        return 0
    found = _HEADING.match(name)
    return int(found[1]) if found else None
