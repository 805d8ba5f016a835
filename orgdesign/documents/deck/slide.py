"""A slide that is being drawn: its room, and the shapes that are put on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.slide import Slide

from orgdesign.documents.deck.markup import (
    NAMESPACES,
    Frame,
    Look,
    Naming,
    Paragraph,
    Run,
    box,
)
from orgdesign.documents.deck.pages import Page
from orgdesign.documents.deck.theme import Theme


@dataclass(slots=True)
class Canvas:
    """A slide, the room below its title, and the slides that it can lead to with their numbers."""

    slide: Slide
    room: Frame
    foot: float
    theme: Theme
    slides: dict[Page, tuple[int, Slide]]
    last_id: int = 0
    links: dict[Page, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.count()

    def count(self) -> None:
        """Take note of the ids that are taken, after something else has put shapes there."""
        ids = self.slide.shapes._spTree.xpath("//@id[parent::p:cNvPr]")  # noqa: SLF001
        self.last_id = max(map(int, ids), default=1)

    def named(self, name: str, said: str = "", to: Page | None = None) -> Naming:
        """Return the naming of a shape that is to come, with an id of its own on this slide."""
        self.last_id += 1
        return Naming(self.last_id, name, said, self._link(to) if to else "")

    def _link(self, to: Page) -> str:
        if to not in self.links:
            target = self.slides[to][1].part
            self.links[to] = self.slide.part.relate_to(target, RELATIONSHIP_TYPE.SLIDE)
        return self.links[to]

    def number(self, page: Page) -> int:
        """Return the number of a slide."""
        return self.slides[page][0]

    def put(self, *shapes: str) -> None:
        """Put shapes on the slide, over those that are there."""
        made = parse_xml(f"<p:spTree {NAMESPACES}>{''.join(shapes)}</p:spTree>")
        self.slide.shapes._spTree.extend([*made])  # noqa: SLF001 - written by us, in its own words

    def text(
        self,
        name: str,
        frame: Frame,
        paragraphs: Iterable[Paragraph],
        look: Look | None = None,
        to: Page | None = None,
        told: str = "",
    ) -> None:
        """Put text on the slide."""
        look = look or Look(anchor="t")
        self.put(box(self.named(name, told, to), frame, look, paragraphs))


def words(
    text: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    before: float = 0.0,
    bullet: bool = False,
) -> Paragraph:
    """Return a paragraph of one look."""
    return Paragraph((Run(text, size, colour, bold),), before, bullet=bullet)
