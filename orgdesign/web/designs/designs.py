"""The designs of a file: a list of them, and one that is started, renamed or removed."""

from __future__ import annotations

from typing import TypeVar

from flask import (
    Blueprint,
    abort,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)

from orgdesign.value_objects import value_object
from orgdesign.web.design_page import (
    DESIGN,
    NAME,
    DesignFormScreen,
    DesignPage,
    DesignsPage,
    answer_design_gone,
)
from orgdesign.web.kit import Answer, Form, PartForm, new_id, not_modified, save_form
from orgdesign.workspace import value_at
from orgdesign.yamlfile.editing import Add, Remove

Found = TypeVar("Found")

pages = Blueprint("designs", __name__)
pages.before_request(not_modified)

NEEDED = "Write what the design is called."


@value_object
class ListScreen:
    """The list of designs, with the form that starts one."""

    key: str
    started: str = ""

    def on_success(self, told: str) -> Answer:
        """Lead to the design that was started, or back to the list."""
        page = DesignsPage(self.key)
        if self.started in page.organisation.designs:
            design = page.design_key(self.started)
            return redirect(url_for("design.show", design=design), 303)
        return redirect(url_for("designs.show"), 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the list and the form as it was sent."""
        return _list(DesignsPage(self.key), form), status


@pages.get("/o/<key>/designs")
def show(key: str) -> Answer:
    """Show the designs."""
    found = DesignsPage(key)
    found.need_organisation()
    form = PartForm.from_file(NAME, ("designs", ""), found.source)
    return _list(found, form)


def _list(page: DesignsPage, form: Form) -> str:
    form.scope = "new-"
    return render_template("designs/designs.html", page=page, form=form)


@pages.post("/o/<key>/designs")
def start(key: str) -> Answer:
    """Start a design, empty or as a copy of another one."""
    page = DesignsPage(key)
    form = PartForm.from_request(NAME, ("designs", ""), request.form)
    form.base = page.edition.version
    name = str(form.values.get("name", ""))
    if not name:
        form.errors["name"] = NEEDED
    id_ = new_id(name, page.organisation.designs)
    like = page.find_design(request.form.get("like", ""))
    copied = value_at(page.source, ("designs", like.id)) if like else {}
    said = f"Design started: {name}" + (f", as a copy of {like.name}" if like else "")
    edits = [Add(("designs",), id_, {**copied, "name": name})]
    return save_form(page.file, form, edits, said, ListScreen(key, id_))


@value_object
class DesignScreen(DesignFormScreen):
    """The page of one design, to a part of which a form belongs."""

    anchor: str = ""

    def on_success(self, told: str) -> Answer:
        """Lead back to the design, or to the list once it is gone."""
        page = self.page_now
        if page.existing_design is None:
            return redirect(url_for("designs.show"), 303)
        return redirect(page.address("design.show", _anchor=self.anchor or "main"), 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the design and the form as it was sent."""
        page = self.page_now
        if page.existing_design is None:
            return answer_design_gone(page, form)
        page.sent = form if isinstance(form, PartForm) else None
        shown = render_template("designs/design.html", page=page, message=form.message)
        return shown, 409 if form.conflicting else status


def need_still(page: DesignPage, found: Found | None) -> Found:
    """Return the part that a button is about; where it is gone, lead back to the design."""
    if found is None:
        abort(make_response(DesignScreen(page.key, page.asked_for).on_success("")))
    return found


@pages.post("/o/<key>/designs/<design>/name")
def rename(key: str, design: str) -> Answer:
    """Give a design another name."""
    page = DesignPage(key, design)
    if page.existing_design is None:
        return answer_design_gone(page, PartForm.from_request(NAME, ("designs", ""), request.form))
    form = PartForm.from_request(DESIGN, page.path, request.form)
    form.scope = "name-"
    if not form.values.get("name"):
        form.errors["name"] = NEEDED
    is_renamed = form.values.get("name") != page.design.name
    said = f"{page.design.name}: {form.changed_labels(page.source)}"
    if is_renamed:
        said = f"{page.design.name} is now called {form.values.get('name')}"
    return save_form(page.file, form, form.edits(), said, DesignScreen(key, design))


@pages.get("/o/<key>/designs/<design>/remove")
def ask(key: str, design: str) -> Answer:
    """Ask before a design is removed."""
    page = DesignPage(key, design)
    if page.existing_design is None:
        return answer_design_gone(page)
    return render_template("designs/remove.html", page=page)


@pages.post("/o/<key>/designs/<design>/remove")
def remove(key: str, design: str) -> Answer:
    """Take a design out of the file."""
    page = DesignPage(key, design)
    if page.existing_design is None:
        return ListScreen(key).on_success("")
    form = Form((), page.path, request.form.get("base", ""))
    said = f"Design removed: {page.design.name}"
    return save_form(page.file, form, [Remove(page.path)], said, DesignScreen(key, design))


@pages.post("/o/<key>/designs/way")
def undo_or_redo(key: str) -> Answer:
    """Undo or redo a step, and stay where one is."""
    page = DesignsPage(key)
    page.step_history()
    here = request.args.get("design", "")
    return DesignScreen(key, here).on_success("") if here else ListScreen(key).on_success("")
