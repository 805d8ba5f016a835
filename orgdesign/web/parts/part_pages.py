"""Everything in the file as lists and forms: add, edit and remove a part of any kind."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for

from orgdesign.model import DESIRED
from orgdesign.value_objects import value_object
from orgdesign.web.kit import (
    MANY,
    Answer,
    Form,
    NewPartForm,
    PartChoices,
    PartForm,
    PartSummary,
    blank_form,
    check_with_creation,
    field_label,
    form_from_file,
    form_from_request,
    gone_status,
    new_form_from_request,
    not_modified,
    save_form,
    section_fields,
)
from orgdesign.web.parts.part_list import PartList, PartsPage

pages = Blueprint("parts", __name__)
pages.before_request(not_modified)


@value_object
class PartScreen:
    """The page with the form of one part, or of a new one."""

    page: PartsPage
    part: PartSummary | None = None

    def on_success(self, told: str) -> Answer:
        """Lead back to the list, to where the part is."""
        return redirect(self.page.list_address(self.part), 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the form as it was sent, and what is to be done about it."""
        page = PartsPage(self.page.key, self.page.section.name)
        found = None if isinstance(form, NewPartForm) else self.part
        return _form(page, form, found), 409 if form.conflicting else status


@pages.get("/o/<key>/parts")
def list_outcomes(key: str) -> Answer:
    """Show the outcomes, from where the other sections are a link away."""
    return _list(PartList(key, "outcomes", request.args))


@pages.get("/o/<key>/parts/<section>")
def list_section(key: str, section: str) -> Answer:
    """Show the parts of one section."""
    return _list(PartList(key, section, request.args))


def _list(page: PartList) -> Answer:
    return page.render_with("parts.html")


@pages.get("/o/<key>/parts/<section>/new")
def new_part(key: str, section: str) -> Answer:
    """Show the form of a part that is to be added."""
    page = PartsPage(key, section)
    over = page.find(request.args.get("under", ""))
    form = blank_form(page.source, page.section, over.id if over else "")
    for field in form.schema_fields():
        if field.kind == "part" and field.name in request.args:
            form.values[field.name] = page.id_of(field.of, request.args[field.name])
    return _form(page, form, None)


@pages.post("/o/<key>/parts/<section>/new")
def add_part(key: str, section: str) -> Answer:
    """Add a part to the file."""
    page = PartsPage(key, section)
    form = new_form_from_request(page.organisation, page.section, request.form)
    new = check_with_creation(form, request.form, page.organisation)
    added = PartSummary(str(form.part[-1]), "")
    edits = [*new, *form.edits_of(page.organisation)]
    sentence = f"New {page.section.noun}: {form.title(page.organisation)}"
    return save_form(page.file, form, edits, sentence, PartScreen(page, added))


@pages.get("/o/<key>/parts/<section>/<part>")
def show_part(key: str, section: str, part: str) -> Answer:
    """Show the form of a part."""
    page = PartsPage(key, section)
    found = page.find(part)
    if found is None:
        return _answer_gone(page)
    form = form_from_file(page.source, page.organisation, page.section, found.id)
    return _form(page, form, found)


@pages.post("/o/<key>/parts/<section>/<part>")
def save_part(key: str, section: str, part: str) -> Answer:
    """Save what the form of a part says."""
    page = PartsPage(key, section)
    found = page.find(part)
    if found is None:
        lost = PartForm.from_request(
            section_fields(page.section), (*page.section.top, ""), request.form
        )
        return _answer_gone(page, lost)
    form = form_from_request(page.organisation, page.section, found.id, request.form)
    new = check_with_creation(form, request.form, page.organisation)
    said = form.changed_labels(page.source)
    edits = [*new, *form.edits_of(page.organisation)]
    return save_form(page.file, form, edits, f"{found.title}: {said}", PartScreen(page, found))


@pages.get("/o/<key>/parts/<section>/<part>/remove")
def ask_removal(key: str, section: str, part: str) -> Answer:
    """Show what depends on a part, and ask what becomes of that."""
    page = PartsPage(key, section)
    found = page.find(part)
    return _answer_gone(page) if found is None else _removal_screen(page, found)


@pages.post("/o/<key>/parts/<section>/<part>/remove")
def remove_part(key: str, section: str, part: str) -> Answer:
    """Take a part out of the file, and what refers to it as the person decided."""
    page = PartsPage(key, section)
    found = page.find(part)
    if found is None:
        return PartScreen(page).on_success("")
    if found.id == DESIRED:
        abort(404)
    screen = RemovalScreen(page, found)
    form = Form((), (*page.section.top, found.id), request.form.get("base", ""))
    instead = _instead(page, found)
    if form.base != page.edition.version:
        form.message = "The file has changed meanwhile. Look again at what depends on it."
    elif request.form.get("how") == "instead" and not instead:
        form.message = f"Choose the {page.section.noun} that takes its place."
    kept = instead if request.form.get("how") == "instead" else ""
    edits = page.removal(found).edits(kept) if not form.message else []
    return save_form(page.file, form, edits, f"Removed: {found.title}", screen)


@value_object
class RemovalScreen:
    """The page that asks before a part is removed."""

    page: PartsPage
    part: PartSummary

    def on_success(self, told: str) -> Answer:
        """Lead back to the list, or to the chart, from where it was removed."""
        if request.args.get("back") == "chart":
            return redirect(url_for("chart.show_chart"), 303)
        return PartScreen(self.page).on_success(told)

    def on_error(self, form: Form, status: int) -> Answer:
        """Ask again, and say why."""
        page = PartsPage(self.page.key, self.page.section.name)
        found = page.find(page.key_of(self.part.id))
        return _answer_gone(page) if found is None else (_removal_screen(page, found, form), status)


@pages.post("/o/<key>/parts/<section>/way")
def step_history(key: str, section: str) -> Answer:
    """Undo or redo a step, and stay on the list."""
    page = PartsPage(key, section)
    page.step_history()
    return PartScreen(page).on_success("")


def _form(page: PartsPage, form: Form, found: PartSummary | None) -> str:
    choices = PartChoices(page.organisation, page.section, found.id if found else "")
    return render_template(
        "parts/part.html",
        page=page,
        form=form,
        part=found,
        choices=choices,
        label=field_label,
    )


def _instead(page: PartsPage, found: PartSummary) -> str:
    """Return the part that is to take the place of another, said by its id or by its words."""
    said = request.form.get("instead", "")
    choices = PartChoices(page.organisation, page.section, found.id)
    known = dict(choices.parts(page.section.noun, found.id)) if page.section.is_referred else {}
    named = said if said in known else choices.label_index(page.section.noun).id(said) or ""
    return named if named in known else ""


def _removal_screen(page: PartsPage, found: PartSummary, form: Form | None = None) -> str:
    choices = PartChoices(page.organisation, page.section, found.id)
    return render_template(
        "parts/remove.html",
        page=page,
        part=found,
        form=form or Form((), (), page.edition.version),
        removal=page.removal(found),
        choices=choices.parts(page.section.noun, found.id) if page.section.is_referred else [],
        many=MANY,
        offer=choices.label_index(page.section.noun),
        chosen=request.form.get("instead", ""),
    )


def _answer_gone(page: PartsPage, lost: Form | None = None) -> Answer:
    return render_template("parts/gone.html", page=page, lost=lost), 409 if lost else gone_status()
