"""A document before it is a file: headings, paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from orgdesign.value_objects import value_object

Format = Literal["docx", "pdf", "md"]
TableKind = Literal["facts", "grid", "plan", "changes", "signatures"]
SHARES: Mapping[TableKind, tuple[int, ...]] = {
    "facts": (22, 28, 22, 28),
    "changes": (50, 50),
    "plan": (26, 52, 22),
    "signatures": (34, 24, 24, 18),
}
"""How wide the columns of a kind of table are; those of a grid are alike."""
Fields = Mapping[str, tuple[str, ...]]
"""What fills the places of a company's template, by their names."""


@value_object
class Heading:
    """A heading; level 1 is that of a whole part of the document, and starts a page.

    The ``key`` of a block is the name of what it tells: a template may have a place for that. Its
    ``mark`` says so where nobody sees it, and what it says, so that a document can come back.
    """

    text: str
    level: int = 2
    key: str = ""
    mark: str = ""


@value_object
class Paragraph:
    """Text; ``is_aside`` where it says something about the text around it."""

    text: str
    is_aside: bool = False
    key: str = ""


@value_object
class Items:
    """A list without numbers."""

    lines: tuple[str, ...]
    key: str = ""


@value_object
class DocumentTable:
    """Rows of texts under a head.

    ``facts`` are names and what they are, side by side, without a head; ``changes`` mark what
    goes and what comes; ``signatures`` have room to write in. ``marks`` are those of its rows,
    and ``keys`` where each tells something of its own.
    """

    rows: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...] = ()
    kind: TableKind = "grid"
    key: str = ""
    marks: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


Block = Heading | Paragraph | Items | DocumentTable


@value_object
class Document:
    """What a document says, the title that it has as a file, and its language.

    ``fields`` are, for each part that starts with a heading of level 1, what stands in the places
    of a template. ``page`` is what a page says of its number, with places for both; ``colour`` is
    that of headings, where it is not ours; ``logo`` is a PNG at the top of every page;
    ``font`` is named in Word.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    fields: tuple[Fields, ...] = field(default=(), compare=False)
    page: str = "Page {page} of {of}"
    colour: str = ""
    font: str = ""
    logo: bytes = field(default=b"", repr=False, compare=False)

    def parts(self) -> Iterator[tuple[Block, ...]]:
        """Yield the blocks from each heading of level 1 up to the next."""
        part: list[Block] = []
        for block in self.blocks:
            if isinstance(block, Heading) and block.level == 1 and part:
                yield tuple(part)
                part = []
            part.append(block)
        yield tuple(part)


def block_texts(block: Block) -> Iterator[str]:
    """Yield every text of a block."""
    match block:
        case Items(lines):
            yield from lines
        case DocumentTable(rows, columns):
            yield from columns
            yield from (cell for row in rows for cell in row)
        case _:
            yield block.text
