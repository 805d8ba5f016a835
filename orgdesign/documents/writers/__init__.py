"""A document as a file: for Word, as PDF, or as Markdown."""

from __future__ import annotations

from orgdesign.documents.archive import Attachment
from orgdesign.documents.kinds import Note, Progress, ignore_progress
from orgdesign.documents.writers.document import (
    Block,
    Document,
    DocumentTable,
    Fields,
    Format,
    Heading,
    Items,
    Paragraph,
)

__all__ = [
    "Block",
    "Document",
    "DocumentTable",
    "Fields",
    "Format",
    "Heading",
    "Items",
    "Paragraph",
    "write_document",
]


def write_document(
    document: Document,
    form: Format,
    template: Attachment | None = None,
    note: Note = ignore_progress,
    progress: Progress = ignore_progress,
) -> bytes:
    """Return a document as a file; ``template`` is a company's own for Word.

    Raises:
        OrgdesignError: the template is not one, or the fonts of a PDF are missing.
    """
    match form:
        case "docx":
            from orgdesign.documents.writers.word import word

            return word(document, template, progress, note)
        case "pdf":
            from orgdesign.documents.writers.pdf import pdf

            return pdf(document, note, progress)
        case "md":
            from orgdesign.documents.writers.markdown import markdown

            return markdown(document)
