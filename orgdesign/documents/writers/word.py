"""A document for Word: real styles and headings, in the company's template if there is one."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.styles import CT_Style
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from orgdesign.documents.archive import Attachment, normalised_zip
from orgdesign.documents.progress import Progress, ignore_progress
from orgdesign.documents.writers.document import Block, Document, Heading, Items, Paragraph
from orgdesign.documents.writers.template import opened, without_traces

_INK, _GREY = RGBColor(0x1F, 0x29, 0x37), RGBColor(0x4B, 0x55, 0x63)
_SIZES = {"Heading 1": 22, "Heading 2": 13, "Heading 3": 11}
_BODY, _LIST, _ASIDE = "Normal", "List Bullet", "Subtitle"


def word(
    document: Document, template: Attachment | None = None, progress: Progress = ignore_progress
) -> bytes:
    """Return a document as DOCX.

    A template gives page, header, footer and styles; its text is left out. Styles that it lacks
    are made.

    Raises:
        OrgdesignError: the template is no Word document.
    """
    file = opened(template) if template else _plain()
    ids = {name: _style_id(file, name) for name in (*_SIZES, _LIST, _ASIDE)}
    for at, block in enumerate(document.blocks):
        _add(file, block, at, ids)
        progress(at + 1, len(document.blocks))
    without_traces(file, document.title)
    with io.BytesIO() as data:
        file.save(data)
        return normalised_zip(data.getvalue())


def _plain() -> WordDocument:
    """Return an empty document in our own look, on A4."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    _style(file, _BODY, 10.5, _INK)
    for name, size in _SIZES.items():
        _style(file, name, size, _INK)
    _style(file, _ASIDE, 10.5, _GREY)
    return file


def _style(file: WordDocument, name: str, size: float, colour: RGBColor) -> None:
    font = file.styles[name].font
    _own_letters(file.styles[name].element)
    font.name, font.size, font.color.rgb, font.italic = "Calibri", Pt(size), colour, False


def _own_letters(style: CT_Style) -> None:
    """Let a style name its font itself, where it took that of the theme, and not space it out."""
    for fonts in style.iter("{*}rFonts"):
        fonts.attrib.clear()
    for letters in style.findall("{*}rPr"):
        for spacing in letters.findall("{*}spacing"):
            letters.remove(spacing)


def _style_id(file: WordDocument, name: str) -> str:
    """Return by what a document knows a style, which is made where it is not there."""
    if name not in file.styles:
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = file.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    return str(file.styles[name].style_id)


def _add(file: WordDocument, block: Block, at: int, ids: Mapping[str, str]) -> None:
    match block:
        case Heading(text, level):
            heading = _paragraph(file, text, ids[f"Heading {level}"])
            heading.paragraph_format.page_break_before = True if level == 1 and at else None
        case Paragraph(text, is_aside):
            _paragraph(file, text, ids[_ASIDE] if is_aside else None)
        case Items(lines):
            for line in lines:
                _paragraph(file, line, ids[_LIST])


def _paragraph(file: WordDocument, text: str, style: str | None) -> WordParagraph:
    """Add a paragraph; its style by id, as the library looks through all styles for a name."""
    added = file.add_paragraph(text)
    added._p.style = style  # noqa: SLF001
    return added
