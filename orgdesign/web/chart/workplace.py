"""The page of an organisation: its outcome, its coverage, its charts, and what is chosen."""

from __future__ import annotations

from flask import Blueprint, current_app, render_template, request

from orgdesign.web.canvas import FunctionPanel, SharedChanges, render_changes, requested_chart_page
from orgdesign.web.kit import Answer, findings_cache, unchanged_file

pages = Blueprint("chart", __name__)


@pages.get("/o/<key>")
def show_chart(key: str) -> Answer:
    """Show the whole page, or to htmx what differs from the page it has."""
    page = requested_chart_page(key)
    if "HX-Request" in request.headers:
        return render_changes(page)
    return render_template("organisation.html", page=page)


@pages.get("/o/<key>/live")
def poll_chart(key: str) -> Answer:
    """Answer with nothing while the file is as the page shows it, else with what differs."""
    shared: SharedChanges = current_app.extensions["changes"]
    return unchanged_file(key) or shared.answer(key)


@pages.get("/o/<key>/found")
def count_findings(key: str) -> Answer:
    """Tell how many findings there are; nothing while the rules are being asked."""
    page = requested_chart_page(key)
    if findings_cache().ask(page.edition) is None:
        return "", 204
    return render_template("organisation/findings_chip.html", page=page)


@pages.get("/o/<key>/found/function")
def list_findings(key: str) -> Answer:
    """List what is found of the function that is chosen; nothing while the rules are asked."""
    page = requested_chart_page(key)
    panel = page.panel
    if not isinstance(panel, FunctionPanel):
        return ""
    if findings_cache().ask(page.edition) is None:
        return "", 204
    function = panel.function
    return render_template("organisation/function_findings.html", page=page, function=function)
