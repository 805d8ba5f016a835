"""The company's own Word template, and what must not go out with a document."""

from __future__ import annotations

import io
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.rel import Relationships
from docx.parts.settings import SettingsPart

from orgdesign.documents.archive import Attachment, refuse_zip_bomb, set_title_only
from orgdesign.problems import OrgdesignError

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


def opened(template: Attachment) -> WordDocument:
    """Return a company's template without its text.

    Raises:
        OrgdesignError: it cannot be read, or is no Word document.
    """
    try:
        refuse_zip_bomb(template)
        file = docx.Document(io.BytesIO(template.data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, SyntaxError):
        message = (
            f"{template.name} is not a Word document; save the template as .docx and try again."
        )
        raise OrgdesignError(message) from None
    body = file.element.body
    for element in [*body]:
        if not element.tag.endswith("}sectPr"):
            body.remove(element)
    return file


def without_traces(file: WordDocument, title: str) -> None:
    """Leave out who made a document or its template, when, and where it lay."""
    set_title_only(file.core_properties, title)
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
