"""The page on which a company says what role descriptions have, for whom, and in what order."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict

from orgdesign.documents.roles import BUILT_IN, ENGLISH
from orgdesign.value_objects import value_object
from orgdesign.web.exporting.definition_form import (
    DefinitionForm,
    DefinitionRow,
    definition_rows,
    definitions_of,
)
from orgdesign.web.exporting.export_page import TABS
from orgdesign.web.kit import Answer, FilePage, Form, FormData, PartChoices, not_modified, save_form

pages = Blueprint("definitions", __name__)
pages.before_request(not_modified)

KINDS = {
    "sections": ("Sections", "section", "Longer texts, lists and tables, as documents order them."),
    "attributes": (
        "Attributes",
        "attribute",
        "Short facts under the title, such as grade.",
    ),
}


class DefinitionsPage(FilePage):
    """The definitions of a file."""

    tabs, kinds = TABS, KINDS

    @property
    def choices(self) -> PartChoices:
        """Return what the fields offer."""
        return PartChoices(self.organisation, self.sections["roles"])

    def rows(self, typed: FormData) -> tuple[DefinitionRow, ...]:
        """Return the rows of the form, given what was typed."""
        return definition_rows(self.organisation, self._settings, typed)

    def suggestions(self, kind: str) -> Iterator[tuple[str, str]]:
        """Yield what roles have that is not defined, and the sections that all files have."""
        roles = self.organisation.roles.values()
        known = {key: ENGLISH.heading(key, {}, None) for key in BUILT_IN}
        own = known if kind == "sections" else {}
        used = {key: key for role in roles for key in getattr(role, kind)}
        for key, words in {**own, **used}.items():
            if key not in definitions_of(self.organisation, kind):
                yield key, words


@value_object
class DefinitionsScreen:
    """The page as it answers its form."""

    key: str

    def on_success(self, told: str) -> Answer:
        """Lead back to the page as it is then."""
        return redirect(url_for("definitions.show", key=self.key), 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Show the form as it was sent, and why it is not saved."""
        return _render_page(DefinitionsPage(self.key), form), 409 if form.conflicting else status


@pages.get("/o/<key>/definitions")
def show(key: str) -> Answer:
    """Show the definitions."""
    page = DefinitionsPage(key)
    page.need_organisation()
    return _render_page(page, DefinitionForm.from_definitions(page.source, page.rows(MultiDict())))


@pages.post("/o/<key>/definitions")
def save(key: str) -> Answer:
    """Save what was changed of the definitions, in one step."""
    page = DefinitionsPage(key)
    form = DefinitionForm.from_typed(page.rows(request.form), request.form)
    form.check(page.organisation)
    edits = form.edits_of(page.organisation)
    sentence = "What role descriptions have is changed"
    return save_form(page.file, form, edits, sentence, DefinitionsScreen(key))


def _render_page(page: DefinitionsPage, form: Form) -> str:
    return render_template("exporting/definitions.html", page=page, form=form)
