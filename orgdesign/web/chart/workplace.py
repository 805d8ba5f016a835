"""The page of an organisation: its outcome, its coverage, its charts, and what is chosen."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from orgdesign.web.canvas import chart_page, render_changes
from orgdesign.web.kit import Answer, unchanged_file

pages = Blueprint("chart", __name__)


@pages.get("/o/<key>")
def show_chart(key: str) -> Answer:
    """Show the whole page, or to htmx what differs from the page it has."""
    page = chart_page(key)
    if "HX-Request" in request.headers:
        return render_changes(page)
    return render_template("organisation.html", page=page)


@pages.get("/o/<key>/live")
def poll_chart(key: str) -> Answer:
    """Answer with nothing while the file is as the page shows it, else with what differs."""
    return unchanged_file(key) or render_changes(chart_page(key))
