"""Role descriptions: what each role is for, starting from the customer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from orgdesign.exporting.archive import archive
from orgdesign.exporting.documents import Document, Format, written
from orgdesign.exporting.leaving_out import Exported
from orgdesign.exporting.roles.advertisement import advertised
from orgdesign.exporting.roles.description import Description, Section, descriptions, silent
from orgdesign.exporting.roles.laid_out import laid_out, overview
from orgdesign.exporting.wording import file_name

__all__ = [
    "Description",
    "Section",
    "advertised",
    "descriptions",
    "documents",
    "laid_out",
    "overview",
    "silent",
]


def documents(
    going: Exported,
    described: Sequence[Description],
    form: Format,
    template: Path | None = None,
    is_advertisement: bool = False,
) -> bytes:
    """Return a zip archive with a document for each role and one that lists them all."""
    name = going.shown.name
    files = {file_name("overview", form): written(overview(described, name), form, template)}
    for each in described:
        document: Document = (
            advertised(going, [each]) if is_advertisement else laid_out([each], name)
        )
        if document.blocks:
            files[file_name(each.id, form)] = written(document, form, template)
    return archive(files)
