"""A document for Word: real styles and headings, in the company's template if there is one."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.styles import CT_Style
from docx.shared import Cm, Pt, RGBColor

from orgdesign.documents.archive import Attachment, normalised_zip
from orgdesign.documents.kinds import Note, Progress, ignore_progress
from orgdesign.documents.logo import logo_size
from orgdesign.documents.writers.document import Block, Document
from orgdesign.documents.writers.template import empty, fill, open_template, places
from orgdesign.documents.writers.word_traces import remove_traces
from orgdesign.documents.writers.wordml import (
    ASIDE,
    LIST,
    NAMESPACE,
    STYLES,
    WordStyles,
    block_xml,
    paragraph_xml,
)
from orgdesign.render import runs_right_to_left

_INK, _GREY = RGBColor(0x1F, 0x29, 0x37), RGBColor(0x4B, 0x55, 0x63)
_SIZES = {"Heading 1": 18, "Heading 2": 11.5, "Heading 3": 10}
_BODY, _FONT = "Normal", "Calibri"
_SPACES = {
    _BODY: (0, 3),
    LIST: (0, 1),
    ASIDE: (0, 5),
    "Heading 1": (0, 2),
    "Heading 2": (8, 2),
    "Heading 3": (3, 1),
}
"""Points before and after a paragraph: near, so that most descriptions fit a page."""
_EMU_A_TWIP = 635
_LOGO = (4.0, 0.85)
"""How wide and high a logo is at most, in centimetres."""


def word(
    document: Document,
    template: Attachment | None = None,
    progress: Progress = ignore_progress,
    note: Note = ignore_progress,
) -> bytes:
    """Return a document as DOCX.

    A template gives page, header, footer and styles. Where it has places, such as
    ``{{ purpose }}``, they are filled and its own text, tables and signature block stay; without
    any its text is left out. Styles that it lacks are made.

    Raises:
        OrgdesignError: the template is no Word document.
    """
    file = open_template(template) if template else _plain_file(document)
    styles = WordStyles(
        {name: _style_id(file, name) for name in STYLES},
        _text_width(file),
        runs_right_to_left(document.title),
    )
    if template and places(file):
        fill(file, document, styles, note)
        progress(1, 1)
    else:
        if template:
            empty(file)
        _append(file, document, styles, progress)
    remove_traces(file, document.title, document.language)
    with io.BytesIO() as data:
        file.save(data)
        return normalised_zip(data.getvalue())


def _append(file: WordDocument, document: Document, styles: WordStyles, progress: Progress) -> None:
    """Set the parts of a document one after another, each on a page of its own."""
    body, parts = file.element.body, [*document.parts()]
    last = body.find(f"{{{NAMESPACE}}}sectPr")
    for at, part in enumerate(parts):
        told = "".join(_part_xml(part, styles, is_first=at == 0))
        for element in parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{told}</w:body>'):
            last.addprevious(element)
        progress(at + 1, len(parts))


def _part_xml(part: tuple[Block, ...], styles: WordStyles, *, is_first: bool) -> Iterator[str]:
    for at, block in enumerate(part):
        yield from block_xml(block, styles, is_on_new_page=at == 0 and not is_first)


def _text_width(file: WordDocument) -> int:
    section = file.sections[0]
    wide = section.page_width or Cm(21)
    beside = (section.left_margin or Cm(2)) + (section.right_margin or Cm(2))
    return int(max(wide - beside, Cm(8)) / _EMU_A_TWIP)


def _plain_file(document: Document) -> WordDocument:
    """Return an empty document in our own look, on A4, with its title and page at the foot."""
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(1.9)
    font = document.font or _FONT
    _style(file, _BODY, 10, _INK, font)
    heads = RGBColor.from_string(document.colour[1:].upper()) if document.colour else _INK
    for name, size in _SIZES.items():
        _style(file, name, size, heads, font)
    _style(file, ASIDE, 10, _GREY, font)
    _tighten(file)
    _add_footer(file, document)
    if document.logo:
        _add_logo(file, document)
    return file


def _add_logo(file: WordDocument, document: Document) -> None:
    """Set the logo above the text, at the right, of every page."""
    section, (width, height) = file.sections[0], logo_size(document.logo, *_LOGO)
    section.header_distance = Cm(0.6)
    section.header.is_linked_to_previous = False
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    line.add_run().add_picture(io.BytesIO(document.logo), Cm(width), Cm(height))


def _tighten(file: WordDocument) -> None:
    """Bring paragraphs nearer."""
    for name, (before, after) in _SPACES.items():
        style = file.styles[name].paragraph_format
        style.space_before, style.space_after, style.line_spacing = Pt(before), Pt(after), 1.08


def _add_footer(file: WordDocument, document: Document) -> None:
    before, _, rest = document.page.partition("{page}")
    between, _, after = rest.partition("{of}")
    small = '<w:rPr><w:color w:val="4B5563"/><w:sz w:val="16"/></w:rPr>'

    def run_xml(text: str) -> str:
        return (
            paragraph_xml(text, "")
            .removeprefix("<w:p>")
            .removesuffix("</w:p>")
            .replace("<w:r>", f"<w:r>{small}", 1)
        )

    def page_field(kind: str) -> str:
        return f'<w:fldSimple w:instr=" {kind} "><w:r>{small}<w:t>1</w:t></w:r></w:fldSimple>'

    width = _text_width(file)
    tabs = f'<w:pPr><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>'
    told = (
        f'<w:p xmlns:w="{NAMESPACE}">{tabs}{run_xml(document.title)}<w:r>{small}<w:tab/></w:r>'
        f"{run_xml(before) if before else ''}{page_field('PAGE')}"
        f"{run_xml(between)}{page_field('NUMPAGES')}"
        f"{run_xml(after) if after else ''}</w:p>"
    )
    footer = file.sections[0].footer
    footer.is_linked_to_previous = False
    blank = footer.paragraphs[0]._p  # noqa: SLF001 - the library writes no fields
    blank.addprevious(parse_xml(told))
    blank.getparent().remove(blank)


def _style(file: WordDocument, name: str, size: float, colour: RGBColor, family: str) -> None:
    font = file.styles[name].font
    _own_letters(file.styles[name].element)
    font.name, font.size, font.color.rgb, font.italic = family, Pt(size), colour, False


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
