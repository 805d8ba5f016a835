"""The first page: the organisations of the folder, or at once the only one there is."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from orgdesign.diagnosis import coverage
from orgdesign.web.kit import Settings, current_workspace, file_key, files_version
from orgdesign.workspace import OpenFile

pages = Blueprint("folder", __name__)


@pages.get("/")
def list_organisations() -> str | tuple[str, int] | Response:
    """Show the organisations of the folder."""
    workspace = current_workspace()
    files = workspace.files()
    if len(files) == 1 and not ("all" in request.args and workspace.is_folder):
        return redirect(url_for("chart.show_chart", key=file_key(files[0])), 303)
    settings: Settings = current_app.extensions["settings"]
    version = files_version(workspace, settings)
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
