"""Everything that can be exported, by what it is for: one way in, for every program and page."""

from __future__ import annotations

from dataclasses import dataclass, field

from orgdesign.documents.archive import Attachment
from orgdesign.documents.kinds import ORIENTATIONS, PAPERS, ExportKind, Orientation, Paper
from orgdesign.documents.progress import Note, Progress, ignore_progress
from orgdesign.documents.writers.document import Format
from orgdesign.redaction import Disclosure

_FEW = 5


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What else people choose; each wish counts only for the exports that know it.

    ``role`` and ``function`` are ids. ``form`` is what the documents in an archive are. A deck
    takes ``theme``, the text of a theme file, and ``logo``, a picture. ``paper``, held in an
    ``orientation``, is what a booklet is printed on.
    """

    role: str | None = None
    function: str | None = None
    form: Format | None = None
    template: Attachment | None = None
    theme: Attachment | None = None
    logo: Attachment | None = None
    paper: Paper | None = None
    orientation: Orientation | None = None


@dataclass(slots=True)
class ExportFile:
    """A file that was made, and what people are to know of it, in sentences."""

    data: bytes = b""
    notes: list[str] = field(default_factory=list)


def export(
    disclosure: Disclosure,
    kind: ExportKind,
    ending: str,
    wishes: ExportOptions,
    progress: Progress = ignore_progress,
) -> ExportFile:
    """Return what goes out as a file of a kind; ``ending`` is one of its formats.

    Raises:
        OrgdesignError: it cannot be made; the sentence says what to do.
    """
    made = ExportFile()
    made.data = _data(disclosure, kind, ending, wishes, made.notes.append, progress)
    return made


def _data(
    disclosure: Disclosure,
    kind: ExportKind,
    ending: str,
    wishes: ExportOptions,
    note: Note,
    progress: Progress,
) -> bytes:
    # What is not asked for is not imported: the libraries behind some of these take long to start.
    match kind:
        case "tables":
            from orgdesign.documents.tables import plain_tables, tables, workbook

            made = tables(disclosure)
            return plain_tables(made) if ending == "zip" else workbook(made, disclosure.shown.name)
        case "organogram":
            from orgdesign.documents.organogram import organogram

            return organogram(disclosure)
        case "model":
            from orgdesign.documents.json_model import model

            return model(disclosure)
        case "deck":
            from orgdesign.documents.deck import deck, deck_theme, logo_of

            theme = deck_theme(wishes.theme, wishes.logo)
            if wishes.theme and not wishes.logo and (named := logo_of(wishes.theme)):
                note(f"The theme names a logo, {named}, that was not handed in with it.")
            return deck(disclosure, theme, wishes.template, progress, note)
        case "page":
            from orgdesign.documents.page import page

            return page(disclosure, progress)
        case "booklet":
            from orgdesign.documents.booklet import booklet

            paper, orientation = wishes.paper or PAPERS[0], wishes.orientation or ORIENTATIONS[0]
            return booklet(disclosure, paper, orientation, note, progress)
        case "roles" | "advertisement":
            is_advertisement = kind == "advertisement"
            return _roles(
                disclosure, ending, wishes, note, progress, is_advertisement=is_advertisement
            )


def _roles(
    disclosure: Disclosure,
    ending: str,
    wishes: ExportOptions,
    note: Note,
    progress: Progress,
    *,
    is_advertisement: bool,
) -> bytes:
    from orgdesign.documents.roles import (
        advertisement,
        describe_roles,
        role_archive,
        role_document,
        silent_descriptions,
    )
    from orgdesign.documents.writers import write_document

    chosen = describe_roles(disclosure, wishes.role, wishes.function)
    _tell_of_silence([each.title for each in silent_descriptions(chosen)], note)
    if ending == "zip":
        form = wishes.form or "docx"
        return role_archive(
            disclosure, chosen, form, wishes.template, is_advertisement, note, progress
        )
    document = (
        advertisement(disclosure, chosen)
        if is_advertisement
        else role_document(chosen, disclosure.shown.name, is_signed=ending != "md")
    )
    return write_document(document, ending, wishes.template, note, progress)  # type: ignore[arg-type]


def _tell_of_silence(titles: list[str], note: Note) -> None:
    """Tell which descriptions say nothing about the customer: they are worth writing first."""
    if titles:
        rest = f" and {len(titles) - _FEW} others" if len(titles) > _FEW else ""
        few = ", ".join(titles[:_FEW])
        note(f"These role descriptions say nothing about the customer: {few}{rest}.")
