"""A document as PDF, set in the shipped font, with bookmarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fpdf import FPDF, XPos, YPos
from fpdf.fonts import TTFFont

from orgdesign.documents.archive import EPOCH
from orgdesign.documents.progress import Note, Progress, ignore_progress
from orgdesign.documents.writers.document import Block, Document, Heading, Items, Paragraph
from orgdesign.render.fonts import FAMILY, Face

_SIZES = {1: 20.0, 2: 12.0, 3: 9.0}
_SPACES = {1: 0.0, 2: 4.5, 3: 1.5}
_BODY, _SMALL, _LINE = 10.0, 8.0, 1.45
_INK, _GREY = (31, 41, 55), (75, 85, 99)
_MM = 25.4 / 72
_MARGIN, _INDENT = 22.0, 5.0
_KEPT = {2: 28.0, 3: 16.0}
_FEW = 5


class _Pages(FPDF):
    """A4 pages with the document's title and the page's number at the foot."""

    def __init__(self, title: str) -> None:
        super().__init__(format="A4")
        self.foot = title
        self.set_margin(_MARGIN)
        self.set_auto_page_break(True, margin=_MARGIN)
        self.set_title(title)
        self.set_lang("en-GB")
        self.set_producer("orgdesign")
        self.set_creation_date(EPOCH)
        self.add_font(FAMILY, "", Face.REGULAR.path)
        self.add_font(FAMILY, "B", Face.BOLD.path)

    def footer(self) -> None:
        """Write what every page ends with."""
        self.set_y(-15)
        self._letters(_SMALL, _GREY)
        self.cell(self.epw - 20, 5, self._shortened(self.foot, self.epw - 20))
        self.cell(20, 5, str(self.page_no()), align="R")

    def _shortened(self, text: str, width: float) -> str:
        while self.get_string_width(text) > width:
            text = f"{text[:-2]}…"
        return text

    def add(self, block: Block) -> None:
        """Write a block after what is there."""
        if not self.page and not isinstance(block, Heading):
            self.add_page()
        match block:
            case Heading(text, level):
                self._heading(text, level)
            case Paragraph(text, is_aside):
                self._letters(_BODY, _GREY if is_aside else _INK)
                self._text(text, _BODY)
                self.ln(1.5)
            case Items(lines):
                self._letters(_BODY, _INK)
                for line in lines:
                    self._item(line)
                self.ln(1)

    def _heading(self, text: str, level: int) -> None:
        if level == 1 or self.page == 0 or self.will_page_break(_KEPT[level]):
            self.add_page()
        elif level > 1:
            self.ln(_SPACES[level])
        if level <= 2:
            self.start_section(text, level - 1, strict=False)
        self._letters(_SIZES[level], _GREY if level > 2 else _INK, bold=True)
        self._text(text, _SIZES[level])
        self.ln(1)

    def _item(self, line: str) -> None:
        if self.will_page_break(_BODY * _MM * _LINE):
            self.add_page()
        self.cell(_INDENT, _BODY * _MM * _LINE, "•")
        self.set_left_margin(_MARGIN + _INDENT)
        self._text(line, _BODY)
        self.set_left_margin(_MARGIN)
        self.set_x(_MARGIN)

    def _text(self, text: str, size: float) -> None:
        height = size * _MM * (_LINE if size <= _BODY else 1.2)
        self.multi_cell(0, height, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _letters(self, size: float, colour: tuple[int, int, int], bold: bool = False) -> None:
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(*colour)


def pdf(document: Document, note: Note, progress: Progress = ignore_progress) -> bytes:
    """Return a document as PDF; letters that the shipped font lacks are told of, and shown as ?.

    Raises:
        OrgdesignError: the shipped fonts are missing.
    """
    pages = _Pages(document.title)
    unknown = sorted({*"".join(_texts(document))} - _known(pages))
    if unknown:
        few = "".join(unknown[:_FEW])
        note(f"The font of a PDF lacks {len(unknown)} letters, such as {few}: use .docx.")
    gone = dict.fromkeys(map(ord, unknown), "?")
    pages.foot = document.title.translate(gone)
    for at, block in enumerate(document.blocks, start=1):
        pages.add(_translated(block, gone))
        progress(at, len(document.blocks))
    return bytes(pages.output())


def _known(pages: _Pages) -> set[str]:
    font = pages.fonts[FAMILY.lower()]
    assert isinstance(font, TTFFont)  # noqa: S101 - it is the one that was added
    return {chr(code) for code in font.cmap}


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    for block in document.blocks:
        yield from block.lines if isinstance(block, Items) else (block.text,)


def _translated(block: Block, gone: dict[int, str]) -> Block:
    if isinstance(block, Items):
        return Items(tuple(each.translate(gone) for each in block.lines))
    return replace(block, text=block.text.translate(gone))
