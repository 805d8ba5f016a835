"""The blocks of a document in WordprocessingML, written as text: some ten times as fast as parts.

Everything that a file says passes through ``escaped`` here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from orgdesign.documents.wording import xml_text
from orgdesign.documents.writers.document import (
    SHARES,
    Block,
    DocumentTable,
    Heading,
    Items,
    Paragraph,
    TableKind,
)
from orgdesign.render import runs_right_to_left
from orgdesign.sandbox import bookmark_names
from orgdesign.value_objects import value_object

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LIST, ASIDE, CELL = "List Bullet", "Subtitle", "Table Text"
STYLES = ("Heading 1", "Heading 2", "Heading 3", LIST, ASIDE)
_LINE, _SHADE, _PALE = "C7D0D9", "F1F5F9", "F8FAFC"
_FIRST_BOOKMARK = 700_000
"""Ids of bookmarks from here on are ours; a template has its own."""
_GONE, _COME = "9F1239", "166534"


@value_object
class WordStyles:
    """By what a document knows its styles, and how wide its text is, in twentieths of a point."""

    ids: Mapping[str, str]
    width: int
    is_right_to_left: bool = False
    numbers: Iterator[int] = field(default_factory=partial(count, 1))

    def id(self, name: str) -> str:
        """Return by what the document knows a style; empty for that of usual text."""
        return self.ids.get(name, "")

    def bookmarks(self, mark: str) -> str:
        """Return the hidden bookmarks that hold a mark; nothing for none."""
        names = bookmark_names(mark, next(self.numbers)) if mark else ()
        return "".join(
            f'<w:bookmarkStart w:id="{(id_ := _FIRST_BOOKMARK + next(self.numbers))}"'
            f' w:name="{name}"/><w:bookmarkEnd w:id="{id_}"/>'
            for name in names
        )


def block_xml(block: Block, styles: WordStyles, *, is_on_new_page: bool = False) -> Iterator[str]:
    """Yield the paragraphs and tables of a block."""
    match block:
        case Heading(text, level):
            more = "<w:pageBreakBefore/>" if is_on_new_page else ""
            marks = styles.bookmarks(block.mark)
            yield paragraph_xml(text, styles.id(f"Heading {level}"), more, marks=marks)
        case Paragraph(text, is_aside):
            yield paragraph_xml(text, styles.id(ASIDE) if is_aside else "")
        case Items(lines):
            yield from (paragraph_xml(each, styles.id(LIST)) for each in lines)
        case DocumentTable():
            yield table_xml(block, styles)


def paragraph_xml(
    text: str, style: str, more: str = "", letters: str = "", spacing: str = "", marks: str = ""
) -> str:
    """Return a paragraph, from right to left where its first strong letter is of such a script."""
    is_rtl = runs_right_to_left(text)
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    properties = f"{named}{more}{'<w:bidi/>' if is_rtl else ''}{spacing}"
    run = f"{letters}{'<w:rtl/>' if is_rtl else ''}"
    return (
        f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{marks}"
        f"<w:r>{f'<w:rPr>{run}</w:rPr>' if run else ''}{_text(text)}</w:r></w:p>"
    )


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(xml_text(text))}</w:t>'


def table_xml(table: DocumentTable, styles: WordStyles) -> str:
    """Return a table over the width of the text; its head is repeated on every page."""
    rows = [*_pairs(table.rows)] if table.kind == "facts" else [*table.rows]
    marks = [styles.bookmarks(each) for each in table.marks]
    count = len(table.columns or rows[0])
    shares = SHARES.get(table.kind, (100,) * count)
    widths = [styles.width * share // sum(shares) for share in shares]
    visual = "<w:bidiVisual/>" if styles.is_right_to_left else ""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    head = [_row(table.columns, widths, table.kind, is_head=True)] if table.columns else []
    per_row = 2 if table.kind == "facts" else 1
    body = (
        _row(row, widths, table.kind, marks=marks[at * per_row : (at + 1) * per_row])
        for at, row in enumerate(rows)
    )
    return (
        f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr><w:tblGrid>"
        f"{grid}</w:tblGrid>"
        f"{''.join((*head, *body))}</w:tbl>{_AFTER_TABLE}"
    )


_AFTER_TABLE = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr>'
    "</w:p>"
)


def _pairs(rows: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    """Yield two facts side by side at a time."""
    for at in range(0, len(rows), 2):
        first, second = rows[at], rows[at + 1] if at + 1 < len(rows) else ("", "")
        yield (*first, *second)


def _row(
    cells: Iterable[str],
    widths: list[int],
    kind: TableKind,
    is_head: bool = False,
    marks: Sequence[str] = (),
) -> str:
    high = '<w:trHeight w:val="620" w:hRule="atLeast"/>' if kind == "signatures" else ""
    repeated = "<w:tblHeader/>" if is_head else ""
    properties = f"<w:trPr><w:cantSplit/>{'' if is_head else high}{repeated}</w:trPr>"
    told = (
        _cell(
            cell,
            width,
            kind,
            at,
            is_head,
            marks[at // 2] if at // 2 < len(marks) and at % 2 == 0 else "",
        )
        for at, (cell, width) in enumerate(zip(cells, widths, strict=False))
    )
    return f"<w:tr>{properties}{''.join(told)}</w:tr>"


def _cell(text: str, width: int, kind: TableKind, at: int, is_head: bool, marks: str) -> str:
    is_name = is_head or (kind == "facts" and at % 2 == 0 and bool(text))
    ground = _SHADE if is_head else _PALE if is_name else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    letters = ("<w:b/>" if is_name else "") + (_mark(text, at) if kind == "changes" else "")
    spacing = '<w:spacing w:before="30" w:after="30"/>'
    kept = "<w:keepNext/>" if kind == "signatures" else ""
    paragraphs = "".join(
        paragraph_xml(
            part, "", kept, f'{letters}<w:sz w:val="19"/>', spacing, marks if not line else ""
        )
        for line, part in enumerate(text.split("\n"))
    )
    middle = '<w:vAlign w:val="center"/>' if kind == "signatures" else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{shade}{middle}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def _mark(text: str, at: int) -> str:
    """Return how a line is set that goes, or comes."""
    if text.startswith("− "):  # noqa: RUF001 - a minus sign, as a reader sees it
        return f'<w:strike/><w:color w:val="{_GONE}"/>'
    return f'<w:b/><w:color w:val="{_COME}"/>' if text.startswith("+ ") else ""
