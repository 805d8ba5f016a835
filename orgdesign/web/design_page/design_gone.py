"""The answer to what is sent about a design that is no longer there."""

from __future__ import annotations

from flask import render_template

from orgdesign.web.design_page.design_page import DesignsPage
from orgdesign.web.kit import Answer, Form, gone_status


def answer_design_gone(page: DesignsPage, form: Form | None = None) -> Answer:
    """Answer that a design, phase or change is no longer there, with what was typed."""
    shown = render_template("designs/gone.html", page=page, lost=form)
    return shown, 409 if form and form.fields else gone_status()
