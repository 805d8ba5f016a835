"""The page of exports: what goes out, as what, and what stays at home."""

from __future__ import annotations

from pathlib import PurePath

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from orgdesign.documents.archive import Attachment
from orgdesign.problems import OrgdesignError
from orgdesign.web.design_page import DesignPage, need_design
from orgdesign.web.exporting.choice import ExportChoice
from orgdesign.web.exporting.export_jobs import made_of
from orgdesign.web.exporting.export_page import ExportPage
from orgdesign.web.kit import Answer, TooManyJobs, not_modified

pages = Blueprint("exports", __name__)
pages.before_request(not_modified)

LARGEST = 30 * 1024 * 1024
"""How many bytes a form with the files that people hand in may have."""
TOO_LARGE = "The file that you chose is larger than 30 MB; choose a smaller one."
GONE = {
    "structure": "This structure is no longer in the file. Choose another.",
    "branch": "A function that was to be left out is no longer in the file: take its tick away.",
    "role": "This role is no longer in the file. Choose another, or all.",
    "function": "This function is no longer in the file. Choose another, or all.",
}


@pages.get("/o/<key>/export")
def show(key: str) -> Answer:
    """Show what can go out, and what was chosen of it."""
    page = ExportPage(key, ExportChoice.from_request(request.args))
    if page.has_organisation:
        look_for_what_is_gone(page)
    return render_export(page)


@pages.get("/o/<key>/designs/<design>/export")
def of_design(key: str, design: str) -> Answer:
    """Lead to the exports of a design."""
    page = DesignPage(key, design)
    need_design(page)
    structure = page.structure_key(page.design.id)
    return redirect(url_for("exports.show", structure=structure), 303)


@pages.post("/o/<key>/export")
def make(key: str) -> Answer:
    """Make a file of what was chosen, and hand it out or tell how far it is."""
    request.max_content_length = LARGEST
    try:
        page, files = ExportPage(key, ExportChoice.from_request(request.form)), request.files
    except RequestEntityTooLarge:
        return answer_refusal(
            ExportPage(key, ExportChoice.from_request(request.args)), TOO_LARGE, 413
        )
    if not page.has_organisation:
        return render_export(page)
    if page.edition.problems:
        return answer_refusal(page, _is_broken(page), 409)
    look_for_what_is_gone(page)
    if page.errors:
        return answer_refusal(page, "Not made yet: look at what is marked below.", 409)
    try:
        return made_of(page, page.wishes(_handed_in(page, files)))
    except TooManyJobs as failure:
        return answer_refusal(page, str(failure), 409)
    except OrgdesignError as failure:
        return answer_refusal(page, str(failure), 422)


def _is_broken(page: ExportPage) -> str:
    problem = min(page.edition.problems)
    return (
        f"Nothing was made: the file cannot be read as it is now. "
        f"{problem.format(page.file.name)} Mend it in the source, and try again."
    )


def look_for_what_is_gone(page: ExportPage) -> None:
    """Say beside each field where what was chosen in it is no longer there."""
    if page.side is None:
        page.errors["structure"] = GONE["structure"]
    if page.gone_branches():
        page.errors["branch"] = GONE["branch"]
    for name in page.chosen.wishes.keys() - page.export_options.keys():
        page.errors[name] = GONE.get(name, "Choose one of these.")
    if {"role", "function"} <= page.export_options.keys():
        page.errors["function"] = "Choose one role or the roles of one function, not both."


def _handed_in(page: ExportPage, files: MultiDict[str, FileStorage]) -> dict[str, Attachment]:
    handed = {}
    for wish in page.offer.files:
        file = files.get(wish.name)
        if file and file.filename and (not wish.endings or page.chosen.ending in wish.endings):
            handed[wish.name] = Attachment(_bare(file.filename), file.read())
    return handed


def _bare(name: str) -> str:
    """Return the name of a file without the folders that some browsers tell."""
    return PurePath(name.replace("\\", "/")).name or "the file"


def answer_refusal(page: ExportPage, message: str, status: int) -> Answer:
    """Return the page as it was sent, and what is to be done."""
    page.message = message
    return render_export(page, status)


def render_export(page: ExportPage, status: int = 200) -> Answer:
    """Return the page, or lead to where a file that was never read is mended."""
    page.need_organisation()
    return render_template("exporting/export.html", page=page), status
