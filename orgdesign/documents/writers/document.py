"""A document before it is a file: headings, paragraphs, lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Format = Literal["docx", "pdf", "md"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is that of a whole part of the document, and starts a page."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text; ``is_aside`` where it says something about the text around it."""

    text: str
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list without numbers."""

    lines: tuple[str, ...]


Block = Heading | Paragraph | Items


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says, and the title that it has as a file."""

    title: str
    blocks: tuple[Block, ...]
