"""The first page: the organisations of the folder, or at once the only one there is."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from orgdesign.diagnosis import coverage
from orgdesign.web.settings import Settings
from orgdesign.workspace import OpenFile, Workspace

pages = Blueprint("organisations", __name__)


def file_key(file: OpenFile) -> str:
    """Return what stands for a file in addresses."""
    settings: Settings = current_app.extensions["settings"]
    return settings.key("file", str(file.path))


def find_file(key: str) -> OpenFile:
    """Return the open file that a key stands for; 404 when there is none."""
    workspace: Workspace = current_app.extensions["workspace"]
    for files in (workspace.open_files, workspace.files):  # a page may be older than this start
        found = next((file for file in files() if file_key(file) == key), None)
        if found:
            return found
    return abort(404)


@pages.get("/")
def index() -> str | tuple[str, int] | Response:
    """Show the organisations of the folder."""
    workspace: Workspace = current_app.extensions["workspace"]
    files = workspace.files()
    if len(files) == 1 and not ("all" in request.args and workspace.is_folder):
        return redirect(url_for("organisation.page", key=file_key(files[0])), 303)
    settings: Settings = current_app.extensions["settings"]
    version = settings.key("files", repr([(file.name, file.now().version) for file in files]))
    if request.args.get("version") == version:  # the open page asks whether anything changed
        return "", 204
    rows = [_row(file) for file in files]
    return render_template("organisations.html", rows=rows, version=version)


def _row(file: OpenFile) -> dict[str, object]:
    edition = file.now()
    organisation = edition.organisation
    return {
        "name": file.name,
        "key": file_key(file),
        "organisation": organisation,
        "coverage": coverage(organisation) if organisation else None,
        "problems": len(edition.problems),
    }
