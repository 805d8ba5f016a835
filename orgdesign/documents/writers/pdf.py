"""A document as PDF, with bookmarks, its title and the number of the page at every foot."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from fpdf import XPos, YPos
from fpdf.enums import TableBordersLayout, TextEmphasis, VAlign
from fpdf.fonts import FontFace

from orgdesign.documents.kinds import Note, Progress, ignore_progress
from orgdesign.documents.logo import logo_size
from orgdesign.documents.script_pdf import side_of
from orgdesign.documents.tagged_pdf import Tag, TaggedPdf
from orgdesign.documents.writers.document import (
    SHARES,
    Block,
    Document,
    DocumentTable,
    Heading,
    Items,
    Paragraph,
    block_texts,
)
from orgdesign.render import FONT_FAMILY, wrap

_SIZES = {1: 18.0, 2: 11.5, 3: 9.0}
_SPACES = {1: 0.0, 2: 3.5, 3: 1.2}
_BODY, _SMALL, _LINE = 10.0, 8.0, 1.36
_INK, _GREY, _GONE, _COME = (31, 41, 55), (75, 85, 99), (159, 18, 57), (22, 101, 52)
_SHADE, _PALE, _RULE = (241, 245, 249), (248, 250, 252), (199, 208, 217)
_MM = 25.4 / 72
_MARGIN, _INDENT, _TOP, _FOOT = 20.0, 5.0, 16.0, 17.0
_LOGO, _LOGO_TOP = (40.0, 8.5), 5.0
"""How wide and high a logo is at most, and where it begins, in millimetres."""
_KEPT = {2: 24.0, 3: 14.0}
_TAGS: tuple[Tag, ...] = ("H1", "H2", "H3")
_WASTED = 18.0
"""How much of a page stays empty at its foot at most, as headings keep what follows, in mm."""
_FEW = 6
"""A table of so many rows stays on one page with its heading."""
_TIGHTER = (1.0, 0.95, 0.9, 0.85, 0.82)
"""How much smaller a part may be set, so that it fits a page."""


def _shares(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


class _DocumentPages(TaggedPdf):
    """A4 pages with the document's title and the page's number at the foot."""

    def __init__(self, document: Document, note: Note) -> None:
        texts = (text for block in document.blocks for text in block_texts(block))
        super().__init__(
            document.title, document.language, (*texts, document.page, "•?…"), note, format="A4"
        )
        self.document, self.ratio = document, 1.0
        self.set_margin(_MARGIN)
        self.set_top_margin(_TOP)
        self.set_auto_page_break(True, margin=_FOOT)
        self.set_draw_color(*_RULE)
        self._heads = _shares(document.colour) if document.colour else _INK

    def header(self) -> None:
        """Set the logo above the text, at the right."""
        if self.document.logo:
            width, height = logo_size(self.document.logo, *_LOGO)
            with self.decoration():
                left = self.w - _MARGIN - width
                self.image(io.BytesIO(self.document.logo), left, _LOGO_TOP, width, height)

    def footer(self) -> None:
        """Write what every page ends with."""
        self.set_y(-13)
        self._letters(_SMALL, _GREY)
        number = self.document.page.format(page=self.page_no(), of="{nb}")
        with self.decoration():
            self.cell(self.epw - 40, 5, self._shortened(self.document.title, self.epw - 44))
            self.cell(40, 5, number, align="R")

    def _shortened(self, text: str, width: float) -> str:
        told = wrap(self.drawable(text), width / _MM, _SMALL, lines=1)
        return told[0] if told else ""

    def add_part(self, part: Sequence[Block]) -> None:
        """Write a part on pages of its own, a little smaller where that makes them fewer."""
        room = self.h - _TOP - _FOOT
        heights = {each: self._height(part, each) for each in _TIGHTER}
        pages = {
            each: 1 if high <= room else max(2, ceil(high / (room - _WASTED)))
            for each, high in heights.items()
        }
        self.ratio = next(each for each in _TIGHTER if pages[each] == min(pages.values()))
        for block, after in pairwise((*part, None)):
            if block is not None:
                self.add_block(block, after)

    def _height(self, part: Sequence[Block], ratio: float) -> float:
        """Return about how high a part is at most, in millimetres."""
        self.ratio = ratio
        return sum(map(self._block_height, part))

    def _block_height(self, block: Block) -> float:
        match block:
            case Heading(text, level):
                return self._lines_height(text, _SIZES[level], self.epw) + _SPACES[level] + 1
            case Paragraph(text):
                return self._lines_height(text, _BODY, self.epw) + 1.3
            case Items(lines):
                room = self.epw - _INDENT
                return sum(self._lines_height(each, _BODY, room) + 0.4 for each in lines) + 1
            case DocumentTable():
                return sum(self._row_height(row, block) for row in self._rows(block)) + 2

    def _row_height(self, row: Sequence[str], table: DocumentTable) -> float:
        if table.kind == "signatures":
            return 11.0
        shares = self._shares(table)
        rooms = [self.epw * each / sum(shares) - 3 for each in shares]
        cells = zip(row, rooms, strict=False)
        return max(self._lines_height(text, _BODY - 1, room) for text, room in cells) + 1.6

    def _lines_height(self, text: str, size: float, room: float) -> float:
        lines = sum(
            max(len(wrap(each, room / _MM, size * self.ratio)), 1) for each in text.split("\n")
        )
        return lines * self._leading(size)

    def _leading(self, size: float) -> float:
        return size * self.ratio * _MM * (_LINE if size <= _BODY else 1.2)

    def add_block(self, block: Block, after: Block | None = None) -> None:
        """Write a block after what is there; a heading keeps what comes ``after`` it."""
        if not self.page and not isinstance(block, Heading):
            self.add_page()
        match block:
            case Heading(text, level):
                self._heading(text, level, after)
            case Paragraph(text, is_aside):
                self._letters(_BODY, _GREY if is_aside else _INK)
                with self.marked_as("P"):
                    self._text(text, _BODY)
                self.ln(1.3)
            case Items(lines):
                self._letters(_BODY, _INK)
                with self.tree.group("L"):
                    for each in lines:
                        self._item(each)
                self.ln(1)
            case DocumentTable():
                self._table(block)

    def _kept_room(self, level: int, after: Block | None) -> float:
        """Return how much room a heading needs with what must not be parted from it."""
        if isinstance(after, DocumentTable) and (
            after.kind == "signatures" or len(after.rows) <= _FEW
        ):
            whole = self._block_height(Heading("", level)) + self._block_height(after)
            return min(whole, (self.h - _TOP - _FOOT) / 2)
        return _KEPT[level]

    def _heading(self, text: str, level: int, after: Block | None) -> None:
        if level == 1 or self.page == 0 or self.will_page_break(self._kept_room(level, after)):
            self.add_page()
        elif level > 1:
            self.ln(_SPACES[level])
        self._letters(_SIZES[level], _GREY if level > 2 else self._heads, bold=True)
        if level <= 2:
            self.start_section(self.drawable(text), level - 1, strict=False)
        with self.marked_as(_TAGS[min(level, len(_TAGS)) - 1]):
            self._text(text, _SIZES[level])
        self.ln(1)

    def _item(self, text: str) -> None:
        high, is_rtl = self._leading(_BODY), side_of(text) == "R"
        if self.will_page_break(high):
            self.add_page()
        top = self.get_y()
        with self.tree.group("LI"):
            with self.decoration():
                self.set_x(self.w - _MARGIN - _INDENT if is_rtl else _MARGIN)
                self.cell(_INDENT, high, "•", align="R" if is_rtl else "L")
            with self.marked_as("LBody"):
                self._item_text(text, top, is_rtl=is_rtl)
        self.ln(0.4)

    def _item_text(self, text: str, top: float, *, is_rtl: bool) -> None:
        if is_rtl:
            self.set_xy(_MARGIN, top)
            self._text(text, _BODY, self.epw - _INDENT)
        else:
            self.set_left_margin(_MARGIN + _INDENT)
            self._text(text, _BODY)
            self.set_left_margin(_MARGIN)
            self.set_x(_MARGIN)

    def _text(self, text: str, size: float, width: float = 0) -> None:
        high, side = self._leading(size), side_of(text)
        self.multi_cell(
            width, high, self.drawable(text), align=side, new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def _rows(self, table: DocumentTable) -> list[tuple[str, ...]]:
        if table.kind != "facts":
            return [table.columns, *table.rows] if table.columns else [*table.rows]
        rows = [*table.rows, *[("", "")] * (len(table.rows) % 2)]
        return [(*rows[at], *rows[at + 1]) for at in range(0, len(rows), 2)]

    def _shares(self, table: DocumentTable) -> tuple[int, ...]:
        count = len(table.columns or table.rows[0])
        return SHARES.get(table.kind, (100 // count,) * count)

    def _table(self, table: DocumentTable) -> None:
        """Write a table, its head repeated on every page; from right to left in such a script."""
        rows, shares = self._rows(table), self._shares(table)
        is_rtl = side_of(self.document.title) == "R"
        size = (_BODY - 1) * self.ratio
        self._letters(_BODY - 1, _INK)
        head = FontFace(emphasis=TextEmphasis.B, color=_INK, fill_color=_SHADE)
        with self.tagged_table(
            col_widths=shares[::-1] if is_rtl else shares,
            first_row_as_headings=bool(table.columns),
            headings_style=head,
            line_height=size * _MM * 1.3,
            padding=(0.7, 1.4, 0.7, 1.4) if table.kind != "signatures" else (3.6, 1.4, 3.6, 1.4),
            borders_layout=TableBordersLayout.ALL,
            v_align=VAlign.M if table.kind == "signatures" else VAlign.T,
        ) as drawn:
            for at, cells in enumerate(rows):
                row = drawn.row()
                styled = [
                    (cell, self._face(table, cell, at, across)) for across, cell in enumerate(cells)
                ]
                for cell, face in styled[::-1] if is_rtl else styled:
                    row.cell(self.drawable(cell), style=face, align=side_of(cell))
        self._letters(_BODY, _INK)
        self.ln(2)

    def _face(self, table: DocumentTable, cell: str, row: int, column: int) -> FontFace | None:
        if row == 0 and table.columns:
            return None
        if table.kind == "facts" and column % 2 == 0 and cell:
            return FontFace(emphasis=TextEmphasis.B, color=_GREY, fill_color=_PALE)
        if table.kind == "changes" and cell.startswith("+ "):
            return FontFace(emphasis=TextEmphasis.B, color=_COME)
        if table.kind == "changes" and cell.startswith("− "):  # noqa: RUF001
            return FontFace(emphasis=TextEmphasis.S, color=_GONE)
        return None

    def _letters(self, size: float, colour: tuple[int, int, int], bold: bool = False) -> None:
        self.set_font(
            FONT_FAMILY, "B" if bold else "", size * (1.0 if size == _SMALL else self.ratio)
        )
        self.set_text_color(*colour)


def pdf(document: Document, note: Note, progress: Progress = ignore_progress) -> bytes:
    """Return a document as PDF, in whatever script it is.

    Raises:
        OrgdesignError: the shipped fonts are missing.
    """
    pages = _DocumentPages(document, note)
    parts = [*document.parts()]
    for at, part in enumerate(parts, start=1):
        pages.add_part(part)
        progress(at, len(parts))
    return pages.whole()
