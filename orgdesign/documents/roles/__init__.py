"""Role descriptions: what each role is for, starting from the customer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from orgdesign.documents.archive import Attachment, archive
from orgdesign.documents.kinds import ExportKind, Note, Progress, ignore_progress
from orgdesign.documents.roles.advertisement import advertisement, job_posting
from orgdesign.documents.roles.change_sheet import change_sheets, changed_roles
from orgdesign.documents.roles.description_return import return_descriptions
from orgdesign.documents.roles.returned_document import is_issued_description
from orgdesign.documents.roles.role_description import (
    ENGLISH,
    RoleDescription,
    RoleSection,
    describe_roles,
    missing_definitions,
    silent_descriptions,
)
from orgdesign.documents.roles.role_document import description_blocks, role_document, role_overview
from orgdesign.documents.roles.role_facts import BUILT_IN
from orgdesign.documents.roles.role_standing import (
    GOOD,
    STANDINGS,
    TEXT_RULES,
    UNPAID,
    RoleNote,
    rank_of,
    role_notes,
)
from orgdesign.documents.wording import file_name
from orgdesign.documents.writers import Document, Format, write_document
from orgdesign.redaction import Disclosure

__all__ = [
    "BUILT_IN",
    "ENGLISH",
    "GOOD",
    "STANDINGS",
    "TEXT_RULES",
    "UNPAID",
    "RoleDescription",
    "RoleNote",
    "RoleSection",
    "advertisement",
    "change_sheets",
    "changed_roles",
    "describe_roles",
    "description_blocks",
    "is_issued_description",
    "job_posting",
    "missing_definitions",
    "rank_of",
    "return_descriptions",
    "role_archive",
    "role_document",
    "role_notes",
    "silent_descriptions",
]


def role_archive(
    disclosure: Disclosure,
    described: Sequence[RoleDescription],
    form: Format,
    template: Attachment | None = None,
    kind: ExportKind = "roles",
    note: Note = ignore_progress,
    progress: Progress = ignore_progress,
    dress: Callable[[Document], Document] = lambda document: document,
) -> bytes:
    """Return a zip archive with a document for each role, each as ``dress`` makes it look.

    With descriptions comes a list of all, with advertisements what job boards read of each.
    """
    files: dict[str, bytes] = {}
    if kind == "advertisement":
        described = [each for each in described if each.id in disclosure.organisation.roles]
        for each in described:
            files[file_name(each.id, "jsonld")] = job_posting(disclosure, each)
    documents = [*_documents(disclosure, described, kind, form)]
    notes: dict[str, None] = {}
    for at, (name, document) in enumerate(documents, start=1):
        dressed = dress(document)
        files[file_name(name, form)] = write_document(dressed, form, template, notes.setdefault)
        progress(at, len(documents))
    for sentence in notes:
        note(sentence)
    return archive(files)


def _documents(
    disclosure: Disclosure,
    described: Sequence[RoleDescription],
    kind: ExportKind,
    form: Format,
) -> Iterator[tuple[str, Document]]:
    name = disclosure.organisation.name
    if kind == "changes":
        yield from ((each.id, change_sheets(disclosure, [each])) for each in described)
        return
    if kind == "advertisement":
        yield from ((each.id, advertisement(disclosure, [each])) for each in described)
        return
    yield "overview", role_overview(described, name)
    is_signed = form != "md"
    for each in described:
        yield each.id, role_document([each], name, is_signed=is_signed)
