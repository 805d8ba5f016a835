"""Everything that can be exported, by what it is for: one way in, for every program and page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from orgdesign.documents.archive import Attachment
from orgdesign.documents.kinds import (
    ORIENTATIONS,
    PAPERS,
    ExportKind,
    Note,
    Orientation,
    Paper,
    Progress,
    ignore_progress,
)
from orgdesign.documents.writers import Format
from orgdesign.redaction import Disclosure
from orgdesign.render import set_in
from orgdesign.value_objects import value_object

if TYPE_CHECKING:
    from orgdesign.charts import CardSettings, GapStyle
    from orgdesign.documents.roles import RoleDescription
    from orgdesign.render import Typeface

_FEW = 5


@value_object
class ExportOptions:
    """What else people choose; each wish counts only for the exports that know it.

    ``role``, ``function`` and ``manager``, a role whose team a sheet of changes is about, are ids.
    ``form`` is what the documents in an archive are. A deck takes ``theme``, the text of a theme
    file, and ``logo``, a picture. ``paper``, held in an ``orientation``, is what a booklet is
    printed on. The charts of a deck, a booklet and a page are set as the file's ``view`` that is
    named so by its id or its name; they say ``gaps`` where that, or the wish, asks them to.
    ``face`` is the company's own, in which all is set that can be.
    """

    role: str | None = None
    function: str | None = None
    manager: str | None = None
    form: Format | None = None
    template: Attachment | None = None
    theme: Attachment | None = None
    logo: Attachment | None = None
    paper: Paper | None = None
    orientation: Orientation | None = None
    view: str | None = None
    gaps: GapStyle | None = None
    face: Typeface | None = None


@dataclass(slots=True)
class ExportFile:
    """A file that was made, and what people are to know of it, in sentences."""

    data: bytes = b""
    notes: list[str] = field(default_factory=list)


@value_object
class _ExportOrder:
    """What is to be made, and who is told of what meanwhile."""

    disclosure: Disclosure
    kind: ExportKind
    ending: str
    wishes: ExportOptions
    note: Note
    progress: Progress


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
    order = _ExportOrder(disclosure, kind, ending, wishes, made.notes.append, progress)
    with set_in(wishes.face):
        made.data = _data(order)
    if wishes.view and kind in ("deck", "page", "booklet"):
        made.notes += _whole_charts(disclosure, wishes.view)
    return made


def skipped_parts(disclosure: Disclosure, kind: ExportKind) -> list[str]:
    """Return what a document leaves out as the file does not say it, and why, before it is made."""
    if kind not in ("deck", "booklet"):
        return []
    from orgdesign.documents.content import DocumentContent

    return [*DocumentContent(disclosure).skipped_parts()]


def _data(order: _ExportOrder) -> bytes:
    disclosure, wishes, note = order.disclosure, order.wishes, order.note
    progress, ending = order.progress, order.ending
    # What is not asked for is not imported: the libraries behind some of these take long to start.
    match order.kind:
        case "tables":
            from orgdesign.documents.tables import plain_tables, tables, workbook

            made = tables(disclosure)
            return (
                plain_tables(made)
                if ending == "zip"
                else workbook(made, disclosure.organisation.name)
            )
        case "organogram" | "model" | "drawio" | "mermaid" as kind:
            return _plain_file(kind, disclosure)
        case "deck":
            from orgdesign.documents.deck import deck, deck_theme, logo_of

            theme = deck_theme(wishes.theme, wishes.logo, disclosure.organisation.brand)
            if wishes.theme and not wishes.logo and (named := logo_of(wishes.theme)):
                note(f"The theme names a logo, {named}, that was not handed in with it.")
            return deck(disclosure, theme, wishes.template, progress, _settings(disclosure, wishes))
        case "page":
            from orgdesign.documents.web_page import html_page

            return html_page(disclosure, progress, _settings(disclosure, wishes))
        case "booklet":
            from orgdesign.documents.booklet import booklet

            paper, orientation = wishes.paper or PAPERS[0], wishes.orientation or ORIENTATIONS[0]
            settings = _settings(disclosure, wishes)
            return booklet(disclosure, paper, orientation, note, progress, settings, wishes.logo)
        case "roles" | "advertisement" | "changes":
            return _roles(order)


def _settings(disclosure: Disclosure, wishes: ExportOptions) -> CardSettings:
    """Return what cards say and what their colours mean, as a view of the file or a wish says."""
    from orgdesign.charts import QUIET, shared_view, view_settings

    set_by_view = (
        view_settings(shared_view(disclosure.today, wishes.view)) if wishes.view else QUIET
    )
    return replace(set_by_view, gaps=wishes.gaps) if wishes.gaps else set_by_view


def _whole_charts(disclosure: Disclosure, name: str) -> Iterator[str]:
    """Yield what a document, which shows all of a chart, does not take of a view."""
    from orgdesign.charts import shared_view

    view = shared_view(disclosure.today, name)
    if view.focus or view.depth or view.folded:
        yield (
            f'The view "{view.name}" shows a part of the chart. A document shows all of it, on as '
            "many pages as it needs: its cards, colours and gaps are those of the view. For the "
            "part alone, share the view as a picture."
        )


def _plain_file(
    kind: Literal["organogram", "model", "drawio", "mermaid"], disclosure: Disclosure
) -> bytes:
    """Return a file of which nothing can be chosen."""
    match kind:
        case "organogram":
            from orgdesign.documents.organogram import organogram

            return organogram(disclosure)
        case "model":
            from orgdesign.documents.json_model import model

            return model(disclosure)
        case "drawio":
            from orgdesign.documents.diagrams import drawio_file

            return drawio_file(disclosure)
        case "mermaid":
            from orgdesign.documents.diagrams import mermaid_document

            return mermaid_document(disclosure)


def _roles(order: _ExportOrder) -> bytes:
    disclosure, wishes, note = order.disclosure, order.wishes, order.note
    kind, ending, progress = order.kind, order.ending, order.progress
    from orgdesign.documents import roles
    from orgdesign.documents.logo import logo_picture
    from orgdesign.documents.writers import Document, write_document
    from orgdesign.render import heading_colour

    if kind == "changes":
        chosen = roles.changed_roles(disclosure, wishes.role, wishes.function, wishes.manager)
    else:
        chosen = roles.describe_roles(disclosure, wishes.role, wishes.function)
        _tell_of_silence([each.title for each in roles.silent_descriptions(chosen)], note)
        _tell_of_missing(chosen, note)
    logo = logo_picture(wishes.logo) if wishes.logo else b""
    colour = heading_colour(disclosure.organisation.brand)

    brand = disclosure.organisation.brand
    font = brand.font or (wishes.face.family if wishes.face else "")

    def dress(document: Document) -> Document:
        return replace(document, colour=colour, logo=logo, font=font)

    if ending == "zip":
        form = wishes.form or "docx"
        return roles.role_archive(
            disclosure, chosen, form, wishes.template, kind, note, progress, dress
        )
    match kind:
        case "changes":
            document = roles.change_sheets(disclosure, chosen)
        case "advertisement":
            document = roles.advertisement(disclosure, chosen)
        case _:
            name = disclosure.organisation.name
            document = roles.role_document(chosen, name, is_signed=ending != "md")
    return write_document(dress(document), ending, wishes.template, note, progress)  # type: ignore[arg-type]


def _tell_of_missing(described: Sequence[RoleDescription], note: Note) -> None:
    """Tell which sections the company asks for that some roles do not have."""
    lacking = [each for each in described if each.missing]
    if lacking:
        first, rest = lacking[0], len(lacking) - 1
        more = f", and in {rest} more" if rest else ""
        sections = ", ".join(first.missing)
        note(f"Sections that are asked for are missing in {first.title}{more}: {sections}.")


def _tell_of_silence(titles: list[str], note: Note) -> None:
    """Tell which descriptions say nothing about the customer: they are worth writing first."""
    if titles:
        rest = f" and {len(titles) - _FEW} others" if len(titles) > _FEW else ""
        between = "; " if any("," in each for each in titles) else ", "
        few = between.join(titles[:_FEW])
        note(f"These role descriptions say nothing about the customer: {few}{rest}.")
