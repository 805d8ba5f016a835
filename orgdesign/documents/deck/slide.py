"""A slide: what it is called, the room below its title, and the shapes that are put on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.slide import Slide

from orgdesign.documents.deck import drawingml
from orgdesign.documents.deck.theme import DeckTheme

SlideDrawer = Callable[["SlideCanvas"], None]


@dataclass(eq=False, slots=True)
class SlidePlan:
    """A slide to come: its section, its title, what draws it, and notes for who speaks."""

    section: str
    title: str
    draw: SlideDrawer
    notes: str = ""
    is_cover: bool = False


def part_title(title: str, part: int, parts: int) -> str:
    """Return the title of a slide that is one of several."""
    return f"{title} ({part} of {parts})" if parts > 1 else title


@dataclass(slots=True)
class SlideCanvas:
    """A slide, the room below its title, and the slides that it can lead to with their numbers."""

    slide: Slide
    room: drawingml.ShapeFrame
    foot: float
    theme: DeckTheme
    slides: dict[SlidePlan, tuple[int, Slide]]
    last_id: int = 0
    links: dict[SlidePlan, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.count()

    def count(self) -> None:
        """Take note of the ids that are taken, after something else has put shapes there."""
        ids = self.slide.shapes._spTree.xpath("//@id[parent::p:cNvPr]")  # noqa: SLF001
        self.last_id = max(map(int, ids), default=1)

    def shape_naming(
        self, name: str, said: str = "", to: SlidePlan | None = None
    ) -> drawingml.ShapeIdentity:
        """Return the naming of a shape that is to come, with an id of its own on this slide."""
        self.last_id += 1
        return drawingml.ShapeIdentity(self.last_id, name, said, self._link(to) if to else "")

    def _link(self, to: SlidePlan) -> str:
        if to not in self.links:
            target = self.slides[to][1].part
            self.links[to] = self.slide.part.relate_to(target, RELATIONSHIP_TYPE.SLIDE)
        return self.links[to]

    def number(self, page: SlidePlan) -> int:
        """Return the number of a slide."""
        return self.slides[page][0]

    def put_shapes(self, *shapes: str) -> None:
        """Put shapes on the slide, over those that are there."""
        made = parse_xml(f"<p:spTree {drawingml.NAMESPACES}>{''.join(shapes)}</p:spTree>")
        self.slide.shapes._spTree.extend([*made])  # noqa: SLF001 - written by us, in its own words

    def text(
        self,
        name: str,
        frame: drawingml.ShapeFrame,
        paragraphs: Iterable[drawingml.TextParagraph],
        look: drawingml.ShapeStyle | None = None,
        to: SlidePlan | None = None,
        told: str = "",
    ) -> None:
        """Put text on the slide."""
        look = look or drawingml.ShapeStyle(anchor="t")
        self.put_shapes(drawingml.box(self.shape_naming(name, told, to), frame, look, paragraphs))


def styled_line(
    text: str,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    before: float = 0.0,
    bullet: bool = False,
) -> drawingml.TextParagraph:
    """Return a paragraph of one look."""
    return drawingml.TextParagraph(
        (drawingml.TextRun(text, size, colour, bold),), before, bullet=bullet
    )
