"""One design: its changes in the order in which they are made, phase by phase."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from orgdesign.web.design_page import DesignPage, answer_design_gone, render_design
from orgdesign.web.designs.change_kinds import GROUPS, KINDS
from orgdesign.web.designs.designs import DesignScreen, need_still
from orgdesign.web.kit import Answer, Form, not_modified, save_form
from orgdesign.yamlfile.editing import Edit, Move, Remove, Set

pages = Blueprint("design", __name__)
pages.before_request(not_modified)


@pages.get("/o/<key>/designs/<design>")
def show(key: str, design: str) -> Answer:
    """Show the changes of a design."""
    return render_design(DesignPage(key, design), "designs/design.html")


@pages.get("/o/<key>/designs/<design>/changes/kinds")
def kinds(key: str, design: str) -> Answer:
    """Ask what kind of change is to be added."""
    found = DesignPage(key, design)
    if found.existing_design is None:
        return answer_design_gone(found)
    return render_template("designs/kinds.html", page=found, groups=GROUPS, kinds=KINDS)


@pages.post("/o/<key>/designs/<design>/changes/<change>/remove")
def remove(key: str, design: str, change: str) -> Answer:
    """Take a change out of a design."""
    page, at = _find_change(key, design, change)
    edits: list[Edit] = [Remove((*page.path, "changes", at))]
    return _saved(page, edits, f"No longer: {page.sentence(at)}", "changes")


@pages.post("/o/<key>/designs/<design>/changes/<change>/order")
def order(key: str, design: str, change: str) -> Answer:
    """Make a change one step earlier or later within its phase."""
    page, at = _find_change(key, design, change)
    earlier, later = page.neighbours(at)
    to = earlier if request.form.get("way") == "up" else later
    path = (*page.path, "changes")
    edits: list[Edit] = [Move((*path, at), (*path, to))] if to is not None else []
    when = "Earlier" if request.form.get("way") == "up" else "Later"
    return _saved(page, edits, f"{when}: {page.sentence(at)}", f"change-{change}")


@pages.post("/o/<key>/designs/<design>/changes/<change>/phase")
def phase(key: str, design: str, change: str) -> Answer:
    """Put a change into another phase."""
    page, at = _find_change(key, design, change)
    to = page.find_phase(request.form.get("phase", ""))
    edits: list[Edit] = [Set((*page.path, "changes", at, "phase"), to or "")]
    when = page.design.phases[to].name if to else "Before the first phase"
    return _saved(page, edits, f"{when}: {page.sentence(at)}", f"change-{change}")


def _find_change(key: str, design: str, change: str) -> tuple[DesignPage, int]:
    page = DesignPage(key, design)
    return page, need_still(page, page.find_change(change) if page.existing_design else None)


def _saved(page: DesignPage, edits: list[Edit], said: str, anchor: str) -> Answer:
    """Make edits that hold whatever else changed: a change is known by what it is of."""
    form = Form((), page.path, page.edition.version)
    screen = DesignScreen(page.key, page.asked_for, anchor)
    return save_form(page.file, form, edits, said.rstrip("."), screen)
