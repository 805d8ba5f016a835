"""Role descriptions: what each role is for, starting from the customer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.documents.archive import Attachment, archive
from orgdesign.documents.progress import Note, Progress, ignore_progress
from orgdesign.documents.roles.advertisement import advertised
from orgdesign.documents.roles.description import Description, Section, descriptions, silent
from orgdesign.documents.roles.laid_out import laid_out, overview
from orgdesign.documents.wording import file_name
from orgdesign.documents.writers import Document, Format, written
from orgdesign.redaction import Disclosure

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
    disclosure: Disclosure,
    described: Sequence[Description],
    form: Format,
    template: Attachment | None = None,
    is_advertisement: bool = False,
    note: Note = ignore_progress,
    progress: Progress = ignore_progress,
) -> bytes:
    """Return a zip archive with a document for each role and, of descriptions, a list of all."""
    named = _advertisements if is_advertisement else _descriptions
    files, made = {}, [*named(disclosure, described)]
    for at, (name, document) in enumerate(made, start=1):
        files[file_name(name, form)] = written(document, form, template, note)
        progress(at, len(made))
    return archive(files)


def _descriptions(
    disclosure: Disclosure, described: Sequence[Description]
) -> Iterator[tuple[str, Document]]:
    name = disclosure.shown.name
    yield "overview", overview(described, name)
    yield from ((each.id, laid_out([each], name)) for each in described)


def _advertisements(
    disclosure: Disclosure, described: Sequence[Description]
) -> Iterator[tuple[str, Document]]:
    there = [each for each in described if each.id in disclosure.shown.roles]
    yield from ((each.id, advertised(disclosure, [each])) for each in there)
