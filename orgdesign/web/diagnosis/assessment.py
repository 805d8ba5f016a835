"""The pages of the assessment on which people write, each thing in a form of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.utils import cached_property

from orgdesign.diagnosis.ties import Ties
from orgdesign.value_objects import value_object
from orgdesign.web.diagnosis.diagnosis_page import DiagnosisPage
from orgdesign.web.kit import (
    Answer,
    Form,
    FormData,
    LabelIndex,
    PartForm,
    SchemaField,
    labels_of,
    save_form,
)
from orgdesign.yamlfile import Path
from orgdesign.yamlfile.editing import Edit


class AssessmentPage(DiagnosisPage):
    """A page of several forms, and what they add up to.

    ``sent`` is the form that was sent and could not be saved.
    """

    here: ClassVar[str]
    body: ClassVar[str]
    sent: Form | None = None
    told = ""

    @cached_property
    def ties(self) -> Ties:
        """Return how the parts of the organisation hang together."""
        return Ties(self.organisation)

    @cached_property
    def roles(self) -> LabelIndex:
        """Return the roles by the titles that people type."""
        return labels_of(self.edition, "role")

    @cached_property
    def functions(self) -> LabelIndex:
        """Return the functions by their names."""
        return labels_of(self.edition, "function")

    @property
    def offered_lists(self) -> Mapping[str, LabelIndex]:
        """Return what is offered while people type, by the name of the list."""
        return {"roles": self.roles}

    @property
    def own_address(self) -> str:
        """Return the address of the page."""
        return url_for(self.here)

    def form_of(self, fields: Sequence[SchemaField], part: Path, scope: str) -> Form:
        """Return a form of the page: as it was sent and not saved, or as the file fills it."""
        return self.as_sent(self.form_from_file(fields, part), scope)

    def as_sent(self, form: Form, scope: str) -> Form:
        """Return a form as it was sent, where it was and could not be saved."""
        if self.sent is not None and self.sent.part == form.part:
            form.message = self.sent.message
            form = self.sent if self.sent.fields else form
        form.scope = f"{scope}-"
        return form

    def form_from_file(self, fields: Sequence[SchemaField], part: Path) -> Form:
        """Return a form as the file fills it."""
        return PartForm.from_file(fields, part, self.source)

    def render(self) -> Answer:
        """Return the page, or what changes of it where the browser has it already."""
        is_there = "HX-Request" in request.headers
        name = "diagnosis/assessment/changes.html" if is_there else "diagnosis/assessment.html"
        return render_template(name, page=self, here=self.here)

    def screen(self, anchor: str) -> AssessmentScreen:
        """Return what answers once a form of the page was sent that stands at an anchor."""
        return AssessmentScreen(self, anchor)


def assessment_pages(page: type[AssessmentPage], path: str) -> Blueprint:
    """Return the pages of an assessment below a path, of which one shows it.

    It is named as the page says where it is. The answer is empty where the browser has it already.
    """
    name, endpoint = page.here.split(".")
    pages = Blueprint(name, page.__module__)

    def show(key: str) -> Answer:
        shown = page(key)
        shown.need_organisation()
        if request.args.get("version") == shown.edition.version:
            return "", 204
        return shown.render()

    pages.add_url_rule(f"/o/<key>/diagnosis/{path}", endpoint, show)
    return pages


@value_object
class AssessmentScreen:
    """The page of which one form was sent, and where that form is on it."""

    page: AssessmentPage
    anchor: str

    def save(self, form: Form, about: str, edits: list[Edit] | None = None) -> Answer:
        """Save a form that was filled in; the history says ``about`` what."""
        form.check(self.page.organisation)
        changes = form.edits() if edits is None else edits
        said = f"{about}: {form.changed_labels(self.page.source)}"
        return save_form(self.page.file, form, changes, said, self)

    def _page_now(self) -> AssessmentPage:
        return type(self.page)(self.page.key)

    def on_success(self, told: str) -> Answer:
        """Answer with the page as the file has it now, or lead back to the form."""
        page = self._page_now()
        page.told = told
        if "HX-Request" in request.headers:
            return page.render()
        return redirect(f"{page.own_address}#{self.anchor}", 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the form as it was sent, and what is to be done about it."""
        page = self._page_now()
        page.sent, page.told = form, "Not saved. Look at what is marked."
        return page.render(), status  # type: ignore[return-value]

    def on_missing(self, form: Form) -> Answer:
        """Answer what was typed about something that is no longer in the file."""
        page = self._page_now()
        if "HX-Request" in request.headers:
            return render_template("notice.html", title=GONE, sentence=STILL_HERE), 409
        return render_template("parts/gone.html", page=page, lost=form), 409


GONE = "This is no longer in the file"
STILL_HERE = "Somebody removed it meanwhile, so nothing was saved. What you typed is still here."


def in_ids(typed: FormData, offers: Mapping[str, LabelIndex]) -> FormData:
    """Return what was sent, with ids for the words typed; words that nothing has stay."""
    said: FormData = MultiDict(typed)
    for name, offer in offers.items():
        for each in (name, f"was.{name}"):
            if each in said:
                words = said[each]
                said[each] = offer.id(words) or words
    return said


def tell_unknown(form: Form, offers: Mapping[str, LabelIndex]) -> None:
    """Note beside each field whose words nothing in the file has."""
    for field in form.changed_fields():
        typed = str(form.values[field.name])
        if field.name in offers and typed and typed not in offers[field.name].words:
            form.errors[field.name] = f"No {field.of} is called “{typed}”. Choose one of the list."


def sent_form(fields: Sequence[SchemaField], part: Path, offers: Mapping[str, LabelIndex]) -> Form:
    """Return the form that was sent, with parts for the words typed."""
    form = PartForm.from_request(fields, part, in_ids(request.form, offers))
    tell_unknown(form, offers)
    return form
