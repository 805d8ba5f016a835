"""The phases of a design: added, renamed, dated, put in order, removed."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, render_template, request

from orgdesign.value_objects import value_object
from orgdesign.web.design_page import PHASE, DesignFormScreen, DesignPage, answer_design_gone
from orgdesign.web.designs.designs import DesignScreen, need_still
from orgdesign.web.kit import Answer, Form, PartForm, new_id, not_modified, save_form
from orgdesign.yamlfile.editing import Add, Edit, Move, Remove, Set

pages = Blueprint("phases", __name__)
pages.before_request(not_modified)

NEEDED = "Write what the phase is called."


@value_object
class PhaseScreen(DesignFormScreen):
    """The page with the form of one phase."""

    phase: str

    def on_success(self, told: str) -> Answer:
        """Lead back to the design, to where the phase is."""
        return DesignScreen(self.key, self.design, f"phase-{self.phase}").on_success(told)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the form as it was sent."""
        page, phase = _find_phase(self.key, self.design, self.phase)
        if phase is None:
            return answer_design_gone(page, form)
        if isinstance(form, PartForm):
            page.sent = form
        return _form(page, phase), 409 if form.conflicting else status


@pages.post("/o/<key>/designs/<design>/phases")
def add(key: str, design: str) -> Answer:
    """Add a phase after the others."""
    page = DesignPage(key, design)
    if page.existing_design is None:
        return answer_design_gone(page, PartForm.from_request(PHASE, ("designs", ""), request.form))
    form = PartForm.from_request(PHASE, (*page.path, "phases", ""), request.form)
    form.scope, form.base = "new-", page.edition.version
    name = str(form.values.get("name", ""))
    if not name:
        form.errors["name"] = NEEDED
    id_ = new_id(name, page.design.phases)
    edits: list[Edit] = [Add((*page.path, "phases"), id_, _filled_values(form))]
    anchor = f"phase-{page.phase_key(page.design.id, id_)}"
    return save_form(
        page.file, form, edits, f"New phase: {name}", DesignScreen(key, design, anchor)
    )


def _filled_values(form: Form) -> dict[str, str]:
    return {name: str(said) for name, said in form.values.items() if said}


@pages.get("/o/<key>/designs/<design>/phases/<phase>")
def phase(key: str, design: str, phase: str) -> Answer:
    """Show the form of a phase."""
    page, found = _find_phase(key, design, phase)
    return answer_design_gone(page) if found is None else _form(page, found)


@pages.post("/o/<key>/designs/<design>/phases/<phase>")
def edit(key: str, design: str, phase: str) -> Answer:
    """Save what the form of a phase says."""
    page, found = _find_phase(key, design, phase)
    if found is None:
        return answer_design_gone(page, PartForm.from_request(PHASE, ("designs", ""), request.form))
    form = PartForm.from_request(PHASE, (*page.path, "phases", found), request.form)
    form.scope = "phase-"
    if not form.values.get("name"):
        form.errors["name"] = NEEDED
    said = f"{page.design.phases[found].name}: {form.changed_labels(page.source)}"
    return save_form(page.file, form, form.edits(), said, PhaseScreen(key, design, phase))


@pages.post("/o/<key>/designs/<design>/phases/<phase>/order")
def order(key: str, design: str, phase: str) -> Answer:
    """Let a phase come one step earlier or later."""
    page, there = _find_phase(key, design, phase)
    found = need_still(page, there)
    way, ids = request.form.get("way"), list(page.design.phases)
    at = ids.index(found)
    first = at - 1 if way == "up" else at
    path = (*page.path, "phases")
    edits: list[Edit] = []
    if 0 <= first < len(ids) - 1:  # the later of the two comes before the other
        later = (*path, ids[first + 1])
        edits = [Move(later, later, ids[first])]
    when = "earlier" if way == "up" else "later"
    return _saved(page, edits, f"{page.design.phases[found].name} comes {when}", phase)


@pages.post("/o/<key>/designs/<design>/phases/<phase>/remove")
def remove(key: str, design: str, phase: str) -> Answer:
    """Take a phase out; its changes go to another one, or before the first."""
    page, there = _find_phase(key, design, phase)
    found = need_still(page, there)
    to = page.find_phase(request.form.get("instead", ""))
    edits: list[Edit] = [*_moved(page, found, to if to != found else None)]
    edits.append(Remove((*page.path, "phases", found)))
    return _saved(page, edits, f"Phase removed: {page.design.phases[found].name}", "")


def _moved(page: DesignPage, phase: str, to: str | None) -> Iterator[Edit]:
    for at, change in enumerate(page.design.changes):
        if change.phase == phase:
            yield Set((*page.path, "changes", at, "phase"), to or "")


def _find_phase(key: str, design: str, phase: str) -> tuple[DesignPage, str | None]:
    page = DesignPage(key, design)
    return page, page.find_phase(phase) if page.existing_design else None


def _form(page: DesignPage, phase: str) -> str:
    return render_template("designs/phase.html", page=page, phase=page.design.phases[phase])


def _saved(page: DesignPage, edits: list[Edit], said: str, phase: str) -> Answer:
    form = Form((), page.path, page.edition.version)
    anchor = f"phase-{phase}" if phase else "changes"
    return save_form(page.file, form, edits, said, DesignScreen(page.key, page.asked_for, anchor))
