"""An organisation that began as an example becomes its people's own."""

from __future__ import annotations

from flask import Blueprint, request

from orgdesign.web.canvas import ChartScreen, requested_chart_page
from orgdesign.web.kit import Answer, Form, save_form
from orgdesign.yamlfile.editing import Edit, Remove

pages = Blueprint("example", __name__)


@pages.post("/o/<key>/example/adopt")
def adopt_example(key: str) -> Answer:
    """Take away what says that a file is an example."""
    page = requested_chart_page(key)
    organisation = page.edition.organisation
    edits: list[Edit] = [Remove(("example",))] if organisation and organisation.example else []
    base = request.form.get("base", "") or request.values.get("version", "")
    said = "It is no longer called an example"
    return save_form(page.file, Form((), (), base), edits, said, ChartScreen(page.file, key))
