"""The findings of the diagnosis, each with the way to the edit that mends it."""

from __future__ import annotations

from functools import cached_property

from flask import Blueprint, redirect, render_template, url_for

from orgdesign.analysis import Found, diagnose
from orgdesign.web.diagnosis.page import DiagnosisPage
from orgdesign.web.saving import Answer

pages = Blueprint("findings", __name__)


class FindingsPage(DiagnosisPage):
    """All that the rules find."""

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Return the findings, by rule."""
        return diagnose(self.organisation)


@pages.get("/o/<key>/diagnosis")
def page(key: str) -> Answer:
    """Show what the rules find."""
    page = FindingsPage(key)
    if not page.has_organisation:
        return redirect(url_for("organisation.page", key=key), 303)
    return render_template("diagnosis/findings.html", page=page)
