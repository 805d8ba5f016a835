"""The company's own Word template: its places filled where they stand, its makers left out.

A place is a name in braces, ``{{ purpose }}``. No template language runs: what a file that people
hand in may do is to be read by everyone.
"""

from __future__ import annotations

import io
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph

from orgdesign.documents.archive import Attachment, refuse_zip_bomb
from orgdesign.documents.kinds import Note
from orgdesign.documents.wording import xml_text
from orgdesign.documents.writers.document import Block, Document, DocumentTable, Fields, Heading
from orgdesign.documents.writers.word_traces import accept_changes
from orgdesign.documents.writers.wordml import LIST, NAMESPACE, WordStyles, block_xml
from orgdesign.problems import OrgdesignError

REST = "sections"
"""The place of all that has no place of its own."""
MOST_KEPT = 6
"""Of how many rows a table is short."""
_PLACE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_W = f"{{{NAMESPACE}}}"


def open_template(template: Attachment) -> WordDocument:
    """Return a company's template.

    Raises:
        OrgdesignError: it cannot be read, or is no Word document.
    """
    try:
        refuse_zip_bomb(template)
        return docx.Document(io.BytesIO(template.data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):
        message = (
            f"{template.name} is not a Word document; save the template as .docx and try again."
        )
        raise OrgdesignError(message) from None


def empty(file: WordDocument) -> None:
    """Take the text of a template away; its page, header, footer and styles stay."""
    body = file.element.body
    for element in [*body]:
        if not element.tag.endswith("}sectPr"):
            body.remove(element)


def places(file: WordDocument) -> list[str]:
    """Return the names of the places in the text of a template, in order."""
    return [*_names(file.element.body)]


def fill(file: WordDocument, document: Document, styles: WordStyles, note: Note) -> None:
    """Fill the places of a template for each part of a document, one copy after another.

    What has no place of its own stands where the template says ``{{ sections }}`` or, where it
    does not, after its last place.
    """
    accept_changes(file.element)
    body = file.element.body
    end = body.find(f"{_W}sectPr")
    original = [each for each in body if each is not end]
    _keep_short_tables_whole(original)
    for part, fields in zip(document.parts(), document.fields, strict=False):
        copy = parse_xml(f'<w:body xmlns:w="{NAMESPACE}"/>')
        copy.extend(deepcopy(original))
        _Filling(copy, part, fields, styles).fill()
        if fields is not document.fields[0]:
            _start_page(copy)
        for element in [*copy]:
            end.addprevious(element) if end is not None else body.append(element)
    for element in original:
        body.remove(element)
    _fill_edges(file, document)
    _tell_of_places(file, document, original, note)


def _keep_short_tables_whole(elements: list[Any]) -> None:
    """Let no page part a short table of a template, such as the one that is signed."""
    for table in elements:
        rows = table.findall(f"{_W}tr")
        for row in rows[:-1] if len(rows) <= MOST_KEPT else ():
            for paragraph in row.iter(f"{_W}p"):
                Paragraph(paragraph, table).paragraph_format.keep_with_next = True


def _tell_of_places(
    file: WordDocument, document: Document, original: list[Any], note: Note
) -> None:
    known = {_plain(name) for fields in document.fields for name in fields} | {REST}
    asked = [name for element in original for name in _names(element)]
    if unknown := [*dict.fromkeys(each for each in asked if _plain(each) not in known)]:
        told = ", ".join(f"{{{{ {each} }}}}" for each in unknown)
        note(f"The template has places that the file says nothing for, which stay empty: {told}.")
    if REST not in map(_plain, asked):
        note(
            "The template has no place for all that the file says: the rest stands after its last "
            "place. Write {{ sections }} where it is to stand."
        )


class _Filling:
    """One copy of a template's text, with what stands in its places."""

    def __init__(
        self, body: Any, part: tuple[Block, ...], fields: Fields, styles: WordStyles
    ) -> None:
        self.body, self.part, self.styles = body, part, styles
        self.fields: Mapping[str, tuple[str, ...]] = {
            _plain(name): lines for name, lines in fields.items()
        }
        named = {_plain(name) for name in _names(body)}
        headed = {block.key for block in part if isinstance(block, Heading)
                  and _plain(block.text) in named}  # fmt: skip
        self.placed = named | headed

    def fill(self) -> None:
        last, rest = None, None
        for paragraph in [*self.body.iter(f"{_W}p")]:
            names = [*_names(paragraph)]
            if not names:
                continue
            if REST in map(_plain, names):
                rest = paragraph
                continue
            last = self._fill(paragraph, names)
        anchor = rest if rest is not None else last
        top = _top_level(anchor, self.body)
        at = self.body.index(top) + (0 if rest is not None else 1)
        for element in reversed(self._unplaced()):
            self.body.insert(at, element)
        if rest is not None:
            rest.getparent().remove(rest)

    def _unplaced(self) -> list[Any]:
        """Return what has no place of its own."""
        has_facts = bool(self.placed & {"function", "reports_to", "holder", "version"})
        own = [
            block
            for block in _without_rows(self.part, self.placed)
            if block.key not in self.placed
            and block.key != "signatures"
            and not (block.key in ("facts", "organisation") and has_facts)
        ]
        told = "".join(xml for block in own for xml in block_xml(block, self.styles))
        return [*parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{told}</w:body>')]

    def _fill(self, paragraph: Any, names: list[str]) -> Any:
        """Fill the places of a paragraph, and return the last that it became."""
        text = _text_of(paragraph)
        is_alone = len(names) == 1 and _PLACE.fullmatch(text.strip())
        if not is_alone:
            _replace(paragraph, lambda name: "; ".join(self.fields.get(_plain(name), ())))
            return paragraph
        name = names[0]
        table = next((each for each in self.part if _is_table(each, self._key(name))), None)
        if isinstance(table, DocumentTable) and paragraph.getparent() is self.body:
            told = "".join(block_xml(table, self.styles))
            made = [*parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{told}</w:body>')]
            for element in made:
                paragraph.addprevious(element)
            self.body.remove(paragraph)
            return made[-1]
        return self._lines(paragraph, self.fields.get(_plain(name), ()))

    def _key(self, name: str) -> str:
        headed = {_plain(each.text): each.key for each in self.part if isinstance(each, Heading)}
        return headed.get(_plain(name), _plain(name))

    def _lines(self, paragraph: Any, lines: tuple[str, ...]) -> Any:
        if len(lines) > 1:
            for said in lines[:-1]:
                copy = deepcopy(paragraph)
                paragraph.addprevious(copy)
                self._set_item(copy, said)
            self._set_item(paragraph, lines[-1])
        else:
            _replace(paragraph, lambda _: "".join(lines))
        return paragraph

    def _set_item(self, paragraph: Any, said: str) -> None:
        """Set one line of a list, which becomes an item where the template does not style it."""
        _replace(paragraph, lambda _: said)
        properties = paragraph.get_or_add_pPr()
        if properties.find(f"{_W}pStyle") is None and properties.find(f"{_W}numPr") is None:
            paragraph.style = self.styles.id(LIST)


def _without_rows(part: Iterable[Block], placed: Container[str]) -> Iterator[Block]:
    """Yield the blocks; of those whose rows have places of their own, the rows that have none."""
    left: Heading | None = None
    for block in part:
        if isinstance(block, DocumentTable) and block.keys:
            at = [at for at, key in enumerate(block.keys) if key not in placed]
            if at:
                key = block.keys[at[0]]
                yield from [replace(left, key=key)] if left else []
                yield replace(block, rows=tuple(block.rows[each] for each in at), marks=(), key=key)
            left = None
            continue
        yield from [left] if left else []
        left = block if isinstance(block, Heading) else None
        yield from [] if left else [block]
    yield from [left] if left else []


def _is_table(block: Block, key: str) -> bool:
    return isinstance(block, DocumentTable) and _plain(block.key) == _plain(key)


def _plain(name: str) -> str:
    """Return the name of a place as it is compared: in any case, with any spaces between."""
    return re.sub(r"[\s_-]+", "_", name.strip().casefold())


def _names(element: Any) -> Iterator[str]:
    paragraphs = [element] if element.tag == f"{_W}p" else element.iter(f"{_W}p")
    for paragraph in paragraphs:
        yield from _PLACE.findall(_text_of(paragraph))


def _text_of(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{_W}t"))


def _replace(paragraph: Any, said: Any) -> None:
    """Put texts in the places of a paragraph, each in the letters in which its place begins."""
    texts = [*paragraph.iter(f"{_W}t")]
    whole = "".join(each.text or "" for each in texts)
    for found in reversed([*_PLACE.finditer(whole)]):
        start, told = 0, xml_text(said(found[1]))
        for each in texts:
            text = each.text or ""
            first, last = found.start() - start, found.end() - start
            if first < len(text) and last > 0:
                kept = text[: max(first, 0)], text[max(last, 0) :] if last < len(text) else ""
                each.text = f"{kept[0]}{told if first >= 0 else ''}{kept[1]}"
                each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            start += len(text)


def _top_level(element: Any, body: Any) -> Any:
    while element.getparent() is not body:
        element = element.getparent()
    return element


def _start_page(body: Any) -> None:
    """Let a copy of a template start a page."""
    first = next(body.iter(f"{_W}p"), None)
    if first is not None:
        mark = parse_xml(f'<w:pageBreakBefore xmlns:w="{NAMESPACE}"/>')
        properties = first.get_or_add_pPr()
        at = 1 if properties.find(f"{_W}pStyle") is not None else 0
        properties.insert(at, mark)


def _fill_edges(file: WordDocument, document: Document) -> None:
    """Fill the places in headers and footers with what all parts say alike."""
    common = {
        _plain(name): lines
        for name, lines in document.fields[0].items()
        if all(each.get(name) == lines for each in document.fields)
    }
    for section in file.sections:
        for edge in (section.header, section.footer, section.first_page_header,
                     section.first_page_footer, section.even_page_header,
                     section.even_page_footer):  # fmt: skip
            if not edge.is_linked_to_previous:
                for paragraph in edge._element.iter(f"{_W}p"):  # noqa: SLF001
                    _replace(paragraph, lambda name: "; ".join(common.get(_plain(name), ())))
