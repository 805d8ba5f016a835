"""The company's own Word template, and what must not go out with a document."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.parts.settings import SettingsPart

from orgdesign.exporting.archive import MADE
from orgdesign.problems import OrgdesignError

_PROPERTIES = "/docProps/app.xml"
_NO_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>orgdesign</Application></Properties>'
)
_TEXTS = ("author", "last_modified_by", "comments", "keywords", "category", "subject", "identifier")


def opened(template: Path) -> WordDocument:
    """Return a company's template without its text.

    Raises:
        OrgdesignError: it cannot be read, or is no Word document.
    """
    try:
        file = docx.Document(str(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError):
        message = f"{template} is not a Word document; save the template as .docx and try again."
        raise OrgdesignError(message) from None
    body = file.element.body
    for element in [*body]:
        if not element.tag.endswith("}sectPr"):
            body.remove(element)
    return file


def without_traces(file: WordDocument, title: str) -> None:
    """Leave out who made a document or its template, when, and where it lay."""
    properties = file.core_properties
    for name in _TEXTS:
        setattr(properties, name, "")
    properties.title, properties.language, properties.revision = title[:255], "en-GB", 1
    properties.created = properties.modified = MADE.replace(tzinfo=None)
    for part in file.part.package.iter_parts():
        if part.partname == _PROPERTIES:
            part._blob = _NO_PROPERTIES  # noqa: SLF001 - the library has no other way
        if isinstance(part, SettingsPart):
            _detach(part)


def _detach(settings: SettingsPart) -> None:
    """Forget the path of the template that a template was made from."""
    for element in settings.element.findall("{*}attachedTemplate"):
        settings.element.remove(element)
    for id_, relation in [*settings.rels.items()]:
        if relation.reltype.endswith("/attachedTemplate"):
            del settings.rels[id_]
