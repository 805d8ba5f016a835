"""The id of a part: what the rest of the file calls it, changed together with all of that."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request

from orgdesign.model import DESIRED, capitalise
from orgdesign.value_objects import value_object
from orgdesign.web.kit import (
    Answer,
    Form,
    FormField,
    PartSummary,
    gone_status,
    not_modified,
    part_path,
    save_form,
    taken_ids,
)
from orgdesign.web.parts.part_list import PartsPage
from orgdesign.workspace import value_at
from orgdesign.yamlfile.editing import Edit, renaming
from orgdesign.yamlfile.schema import wrong_id

pages = Blueprint("part_id", __name__)
pages.before_request(not_modified)

ID = FormField("id", (), "id")


@pages.get("/o/<key>/parts/<section>/<part>/id")
def ask_id(key: str, section: str, part: str) -> Answer:
    """Show the id of a part, and what follows when it changes."""
    page, found = _find_part(key, section, part)
    if found is None:
        return render_template("parts/gone.html", page=page, lost=None), gone_status()
    form = Form((ID,), (), page.edition.version)
    form.values["id"] = form.original["id"] = found.id
    return _id_screen(page, found, form)


@pages.post("/o/<key>/parts/<section>/<part>/id")
def save_id(key: str, section: str, part: str) -> Answer:
    """Give a part another id, and every reference to it with it."""
    page, found = _find_part(key, section, part)
    form = Form.from_request((ID,), (), request.form)
    new = str(form.values.get("id", ""))
    if found is None:
        is_done = any(one.id == new for one in page.parts)  # a second click
        return _listed(page, new) if is_done else _answer_gone(page, form)
    form.base = page.edition.version
    form.errors |= _wrong(page, found, new)
    edits = _edits(page, found, new) if not form.is_refused and new != found.id else []
    sentence = f"{found.title}: id {found.id} is now {new}"
    return save_form(page.file, form, edits, sentence, IdScreen(page, found, new))


@value_object
class IdScreen:
    """The page that asks for the id of a part."""

    page: PartsPage
    part: PartSummary
    new: str

    def on_success(self, told: str) -> Answer:
        """Lead back to the list, to where the part is."""
        return _listed(self.page, self.new)

    def on_error(self, form: Form, status: int) -> Answer:
        """Ask again, and say why."""
        page = PartsPage(self.page.key, self.page.section.name)
        return _id_screen(page, self.part, form), status


def _find_part(key: str, section: str, part: str) -> tuple[PartsPage, PartSummary | None]:
    page = PartsPage(key, section)
    found = page.find(part)
    if found and found.id == DESIRED and section == "outcomes":
        abort(404)
    return page, found


def _wrong(page: PartsPage, part: PartSummary, new: str) -> dict[str, str]:
    """Return what is wrong with a new id, by field."""
    noun = page.section.noun
    wrong = wrong_id(new)
    if wrong:
        return {"id": f"{capitalise(wrong)}."}
    if noun == "outcome" and new == DESIRED:
        return {"id": f"“{DESIRED}” stands for the outcome at the root. Choose another id."}
    if new != part.id and new in taken_ids(page.organisation, noun):
        return {"id": f"Another {noun} has this id, today or in a design. Choose another."}
    return {}


def _edits(page: PartsPage, part: PartSummary, new: str) -> list[Edit]:
    path = part_path(page.organisation, page.section, part.id)
    return renaming(value_at(page.source, ()), page.section.noun, path, new)


def _id_screen(page: PartsPage, part: PartSummary, form: Form) -> str:
    return render_template(
        "parts/id.html", page=page, part=part, form=form, removal=page.removal(part)
    )


def _listed(page: PartsPage, id_: str) -> Answer:
    return redirect(page.list_address(PartSummary(id_, "")), 303)


def _answer_gone(page: PartsPage, lost: Form) -> Answer:
    return render_template("parts/gone.html", page=page, lost=lost), 409
