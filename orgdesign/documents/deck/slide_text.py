"""Text on a slide, broken by us and yet running on as it was written."""

from __future__ import annotations

from orgdesign.documents.deck.drawingml import clean
from orgdesign.render import wrap


def cut_text(text: str, room: float, size: float, lines: int, *, bold: bool = False) -> str:
    """Return as much of a text as has room in so many lines, to run on as it did."""
    return join_lines(wrap(clean(text), room, size, bold, lines), text)


def join_lines(lines: tuple[str, ...], text: str) -> str:
    """Return lines as the running text that they were broken from, or its beginning."""
    whole, told = clean(text), ""
    for line in lines:
        spaced = f"{told} {line}" if told else line
        told = spaced if whole.startswith(spaced.rstrip("…")) else told + line
    return told
