"""A diagram or a deck that was redrawn, brought in as a design: shown first, then written."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64

from flask import Blueprint, redirect, render_template, request, url_for

from orgdesign.imports import MergeResult, design_from_diagram
from orgdesign.problems import OrgdesignError
from orgdesign.web.design_page import DesignsPage
from orgdesign.web.kit import Answer
from orgdesign.workspace import BOM
from orgdesign.yamlfile import Reading, read

pages = Blueprint("diagram", __name__)

LARGEST = 12_000_000
"""Bytes of a form with a diagram in it."""
LONGEST = 120
NEEDED = "Choose a draw.io diagram or a PowerPoint deck that came from this file."


class DiagramPage(DesignsPage):
    """What a diagram would change: ``result`` once one was handed in, or why it cannot."""

    result: MergeResult | None = None
    message, name, diagram = "", "", ""

    def look_at(self, data: bytes) -> None:
        """Work out what a diagram changes."""
        self.diagram = b64encode(data).decode()
        if not data:
            self.message = NEEDED
            return
        try:
            self.result = design_from_diagram(self.reading(self._text), data, self.name)
        except OrgdesignError as failure:
            self.message = str(failure)

    @property
    def _text(self) -> bytes:
        return (BOM if self.source.bom else b"") + self.source.text.encode()

    def reading(self, data: bytes) -> Reading:
        """Return a text as the reading of this file."""
        return read(data, self.file.name)


@pages.get("/o/<key>/designs/diagram")
def show_upload(key: str) -> Answer:
    """Ask for a diagram."""
    return DiagramPage(key).render_with("designs/diagram.html")


@pages.post("/o/<key>/designs/diagram")
def take_diagram(key: str) -> Answer:
    """Show what a diagram changes; once that is agreed to, write it as a design."""
    request.max_content_length = request.max_form_memory_size = LARGEST
    page = DiagramPage(key)
    page.name = " ".join(request.form.get("name", "").split())[:LONGEST] or "From a diagram"
    page.look_at(_handed_in())
    if page.message or page.result is None:
        return render_template("designs/diagram.html", page=page), 422
    if "agreed" not in request.form or not page.result.is_changed:
        return render_template("designs/diagram.html", page=page)
    try:
        reading = page.reading(page.result.data)
        said = f"Design “{page.name}”, from a diagram"
        page.file.rewrite(reading, request.form.get("base", ""), said)
    except OrgdesignError as failure:
        page.message = str(failure)
        return render_template("designs/diagram.html", page=page), 409
    return redirect(url_for("designs.show"), 303)


def _handed_in() -> bytes:
    file = request.files.get("file")
    if file and file.filename:
        data: bytes = file.read()
        return data
    try:
        return b64decode(request.form.get("diagram", ""), validate=True)
    except NotBase64:
        return b""
