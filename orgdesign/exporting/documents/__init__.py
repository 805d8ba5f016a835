"""A document as a file: for Word, as PDF, or as Markdown."""

from __future__ import annotations

from orgdesign.exporting.attached import Attached
from orgdesign.exporting.documents.document import Document, Format
from orgdesign.exporting.telling import Note, unheard

__all__ = ["Document", "Format", "written"]


def written(
    document: Document,
    form: Format,
    template: Attached | None = None,
    note: Note = unheard,
) -> bytes:
    """Return a document as a file; ``template`` is a company's own for Word.

    Raises:
        OrgdesignError: the template is not one, or the fonts of a PDF are missing.
    """
    match form:
        case "docx":
            from orgdesign.exporting.documents.word import word

            return word(document, template)
        case "pdf":
            from orgdesign.exporting.documents.pdf import pdf

            return pdf(document, note)
        case "md":
            from orgdesign.exporting.documents.markdown import markdown

            return markdown(document)
