"""Role descriptions: what each role is for, starting from the customer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.documents.archive import archive
from orgdesign.documents.attached import Attached
from orgdesign.documents.roles.advertisement import advertised
from orgdesign.documents.roles.description import Description, Section, descriptions, silent
from orgdesign.documents.roles.laid_out import laid_out, overview
from orgdesign.documents.telling import Note, Progress, unheard
from orgdesign.documents.wording import file_name
from orgdesign.documents.writers import Document, Format, written
from orgdesign.redaction import Exported

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
    template: Attached | None = None,
    is_advertisement: bool = False,
    note: Note = unheard,
    progress: Progress = unheard,
) -> bytes:
    """Return a zip archive with a document for each role and, of descriptions, a list of all."""
    named = _advertisements if is_advertisement else _descriptions
    files, made = {}, [*named(going, described)]
    for at, (name, document) in enumerate(made, start=1):
        files[file_name(name, form)] = written(document, form, template, note)
        progress(at, len(made))
    return archive(files)


def _descriptions(
    going: Exported, described: Sequence[Description]
) -> Iterator[tuple[str, Document]]:
    name = going.shown.name
    yield "overview", overview(described, name)
    yield from ((each.id, laid_out([each], name)) for each in described)


def _advertisements(
    going: Exported, described: Sequence[Description]
) -> Iterator[tuple[str, Document]]:
    there = [each for each in described if each.id in going.shown.roles]
    yield from ((each.id, advertised(going, [each])) for each in there)
