"""The slides of a deck before they are drawn: what each is called, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgdesign.documents.deck.slide import Canvas

Draw = Callable[["Canvas"], None]


@dataclass(eq=False, slots=True)
class Page:
    """A slide to come: its section, its title, what draws it, and notes for who speaks."""

    section: str
    title: str
    draw: Draw
    notes: str = ""
    is_cover: bool = False


def numbered(title: str, part: int, parts: int) -> str:
    """Return the title of a slide that is one of several."""
    return f"{title} ({part} of {parts})" if parts > 1 else title
