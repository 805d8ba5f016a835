"""The page of the outline: what is typed is saved line by line, and the chart follows."""

from __future__ import annotations

from flask import Blueprint, jsonify, redirect, render_template, request, url_for

from orgdesign.value_objects import value_object
from orgdesign.web.canvas import requested_chart_page, today_page
from orgdesign.web.kit import (
    Answer,
    Form,
    counted,
    lead_to_chart,
    outline_text,
    parse_outline,
    plan_outline,
    save_form,
)

pages = Blueprint("outline", __name__)

MOST_BYTES = 2_000_000
EMPTY = "Write one function a line first."


@value_object
class OutlineScreen:
    """The page of the outline, and for its script what the file says now."""

    key: str
    text: str

    def on_success(self, told: str) -> Answer:
        """Lead to the chart, or say to the script that it is saved."""
        if _wants_data():
            return jsonify(
                {"told": told, "version": requested_chart_page(self.key).edition.version}
            )
        return redirect(url_for("chart.show_chart", view="before", structure="today"), 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Show what was typed again, and why it was not saved."""
        if _wants_data():
            return jsonify({"told": form.message or "Not saved."}), status  # type: ignore[return-value]
        return _outline(self.key, self.text, form), status


@pages.get("/o/<key>/outline")
def show_outline(key: str) -> Answer:
    """Show the functions as indented lines."""
    organisation = requested_chart_page(key).edition.organisation
    if organisation is None:
        lead_to_chart()
    return _outline(key, outline_text(organisation), None)


@pages.post("/o/<key>/outline")
def save_outline(key: str) -> Answer:
    """Let the functions of today be those of the lines."""
    request.max_form_memory_size = MOST_BYTES
    page, text = requested_chart_page(key), request.form.get("text", "")
    organisation, lines = page.edition.organisation, parse_outline(text)
    form = Form((), ("functions", ""), page.edition.version)
    if organisation is None or not lines:
        form.message = EMPTY
        return save_form(page.file, form, [], "", OutlineScreen(key, text))
    plan = plan_outline(organisation, lines)
    counts = (("new", plan.added), ("renamed", plan.renamed), ("moved", plan.moved))
    said = ", ".join(f"{count} {word}" for word, count in counts if count) or "roles and outcomes"
    sentence = f"Outline of {counted(len(lines), 'function')}: {said}"
    return save_form(page.file, form, plan.edits, sentence, OutlineScreen(key, text))


def _outline(key: str, text: str, form: Form | None) -> str:
    page = today_page(key)
    return render_template("outline/outline.html", page=page, key=key, text=text, form=form)


def _wants_data() -> bool:
    return request.accept_mimetypes.best == "application/json"
