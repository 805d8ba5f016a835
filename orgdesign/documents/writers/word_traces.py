"""What a Word document or its template tells of those who made it, left out."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.opc.rel import Relationships
from docx.parts.settings import SettingsPart

from orgdesign.documents.archive import set_title_only
from orgdesign.documents.wording import xml_text
from orgdesign.documents.writers.wordml import NAMESPACE

_W = f"{{{NAMESPACE}}}"
_PROPERTIES = "/docProps/app.xml"
_NO_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>orgdesign</Application></Properties>'
)
_TELLTALE = {
    "attachedTemplate",
    "comments",
    "commentsExtended",
    "commentsExtensible",
    "commentsIds",
    "custom-properties",
    "customXml",
    "people",
    "stylesWithEffects",
    "thumbnail",
}
"""The kinds of parts of a Word document that are not for those who get it."""
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "del", "moveFrom",
          "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
          "proofErr")  # fmt: skip
"""What marks of comments and of tracked changes leave in a text; what they add is kept."""


def accept_changes(element: Any) -> None:
    """Take away the marks of comments and tracked changes, which name those who made them."""
    for name in _MARKS:
        for each in [*element.iter(f"{_W}{name}")]:
            each.getparent().remove(each)
    for name in ("ins", "moveTo"):
        for each in [*element.iter(f"{_W}{name}")]:
            for child in [*each]:
                each.addprevious(child)
            each.getparent().remove(each)


def remove_traces(file: WordDocument, title: str, language: str) -> None:
    """Leave out who made a document or its template, when, and where it lay."""
    set_title_only(file.core_properties, xml_text(title), language)
    package = file.part.package
    _forget(package.rels)
    for part in package.iter_parts():
        if part.partname == _PROPERTIES:
            part._blob = _NO_PROPERTIES  # noqa: SLF001 - the library has no other way
        if isinstance(part, SettingsPart):
            for element in part.element.findall("{*}attachedTemplate"):
                part.element.remove(element)
        _forget(part.rels)


def _forget(relations: Relationships) -> None:
    """Forget what tells of the people who wrote a template, and what it looked like."""
    for id_, relation in [*relations.items()]:
        if relation.reltype.rpartition("/")[2] in _TELLTALE:
            del relations[id_]
