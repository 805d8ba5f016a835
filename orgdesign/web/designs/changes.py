"""The form of each kind of change: one that is added to a design, and one that is edited."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for

from orgdesign.designs.replay import organisation_after
from orgdesign.model import Change
from orgdesign.value_objects import value_object
from orgdesign.web.design_page import DesignFormScreen, DesignPage, answer_design_gone
from orgdesign.web.designs.change_checks import check
from orgdesign.web.designs.change_choices import ChangeChoices
from orgdesign.web.designs.change_fields import GIVEN, MERGED, label, nothing, why_names
from orgdesign.web.designs.change_form import (
    ChangeForm,
    blank,
    change_form_from_file,
    change_form_from_request,
    other_changes,
    point_of,
)
from orgdesign.web.designs.change_kinds import KINDS
from orgdesign.web.designs.designs import DesignScreen
from orgdesign.web.designs.split_parts import fields_of_part, numbers_of, plain
from orgdesign.web.kit import Answer, Form, ids_of, not_modified, note_unknown_labels, save_form

pages = Blueprint("changes", __name__)
pages.before_request(not_modified)

WHENCE = ("structure", "view")
"""What an address says of the charts that a form was opened from."""
ASKED = ("change", "phase", "function", "role", "measure", "outcome", *WHENCE)
"""What an address says of a change that is to be added."""


@value_object
class ChangeScreen(DesignFormScreen):
    """The page with the form of one change, or of a new one."""

    change: str = ""

    def on_success(self, told: str) -> Answer:
        """Lead back to the list, to where the change is."""
        page = self.page_now
        if page.existing_design and (charts := charts_address(page)):
            return redirect(charts, 303)
        is_there = page.existing_design is not None and self.change in page.keys
        anchor = f"change-{self.change}" if is_there else "changes"
        return DesignScreen(self.key, self.design, anchor).on_success(told)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the form as it was sent, and what is to be done about it."""
        page = self.page_now
        if page.existing_design is None or not isinstance(form, ChangeForm):
            return answer_design_gone(page, form)
        return _form(page, form), 409 if form.conflicting else status


def charts_address(page: DesignPage) -> str:
    """Return the address of the charts that a form was opened from; empty for the list."""
    if not (structure := request.args.get("structure")):
        return ""
    view = request.args.get("view", "changes")
    return url_for("chart.show_chart", structure=structure, view=view)


@pages.get("/o/<key>/designs/<design>/changes/new")
def new(key: str, design: str) -> Answer:
    """Show the form of a change that is to be added; first, where it matters, ask of what."""
    page = DesignPage(key, design)
    if page.existing_design is None:
        return answer_design_gone(page)
    kind = request.args.get("change", "")
    if kind not in KINDS:
        abort(404)
    form = blank(page, kind, _values_from_address(page, kind))
    part = GIVEN.get(kind)
    if part and not form.values[part]:
        return _form(page, form, asks=part)
    return _form(page, form)


def _values_from_address(page: DesignPage, kind: str) -> dict[str, str]:
    """Return what an address says of a change: its phase, and what it is of, by their keys."""
    said = {"phase": page.find_phase(request.args.get("phase", "")) or page.latest_phase}
    now = organisation_after(page.organisation, page.design, said["phase"] or None)
    for name in ("function", "role", "measure", "outcome"):
        asked = request.args.get(name, "")
        found = (one for one in ids_of(now, name) if page.key_for(name, one) == asked)
        said[name] = next(found, "") if asked else ""
    return {**said, "functions": said["function"]}


@pages.post("/o/<key>/designs/<design>/changes/new")
def add(key: str, design: str) -> Answer:
    """Add a change to a design."""
    page = DesignPage(key, design)
    kind = request.args.get("change", "")
    if kind not in KINDS:
        abort(404)
    if page.existing_design is None:
        return answer_design_gone(page, Form.from_leftovers(request.form))
    form = _checked_form(page, kind, None)
    form.base = page.edition.version  # it comes beside what others add
    edits = form.edits_in(page) if not form.is_refused else []
    said = f"{page.design.name}: {form.sentence}"
    return save_form(page.file, form, edits, said, ChangeScreen(key, design))


@pages.get("/o/<key>/designs/<design>/changes/<change>")
def change(key: str, design: str, change: str) -> Answer:
    """Show the form of a change."""
    page = DesignPage(key, design)
    at = page.find_change(change) if page.existing_design else None
    return answer_design_gone(page) if at is None else _form(page, change_form_from_file(page, at))


@pages.post("/o/<key>/designs/<design>/changes/<change>")
def edit(key: str, design: str, change: str) -> Answer:
    """Save what the form of a change says."""
    page = DesignPage(key, design)
    at = page.find_change(change) if page.existing_design else None
    if at is None:
        return answer_design_gone(page, Form.from_leftovers(request.form))
    found: Change = page.design.changes[at]
    form = _checked_form(page, found.kind, at)
    edits = form.edits_in(page) if not form.is_refused and form.changed_fields() else []
    said = f"{page.design.name}: {form.sentence}"
    return save_form(page.file, form, edits, said, ChangeScreen(key, design, change))


def _checked_form(page: DesignPage, kind: str, at: int | None) -> ChangeForm:
    """Return a form as it was sent, with what is wrong with it."""
    now = point_of(page, at, request.form.get("phase", ""))
    form = change_form_from_request(page, kind, at, request.form, ChangeChoices(now, page.design))
    note_unknown_labels(form, request.form, now)
    check(form, page)
    return form


def _form(page: DesignPage, form: ChangeForm, asks: str = "") -> str:
    into = str(form.original.get(MERGED, ""))
    now = point_of(page, form.at, str(form.values.get("phase", "")))
    why = why_names(form.kind)
    others = other_changes(page, form.at)
    choices = ChangeChoices(now, page.design, into, others)
    return render_template(
        "designs/change.html",
        page=page,
        form=form,
        kind=KINDS[form.kind],
        choices=choices,
        asks=asks,
        back=charts_address(page) or page.address("design.show"),
        asked_for={name: request.args[name] for name in ASKED if name in request.args},
        whence={name: request.args[name] for name in WHENCE if name in request.args},
        given=GIVEN.get(form.kind, ""),
        making=lambda field: None,
        label=lambda field: label(form.kind, field),
        part_label=lambda field: label("add", plain(field)),
        nothing=lambda field: nothing(form.kind, field),
        why=why,
        says_why=any(form.values[name] for name in why if name in form.fields),
        parts=[fields_of_part(form, number) for number in numbers_of(form)],
    )
