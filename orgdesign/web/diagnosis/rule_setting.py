"""How severe a rule is for an organisation, as its file says it."""

from __future__ import annotations

from typing import get_args

from flask import Blueprint, abort, redirect, render_template, request

from orgdesign.diagnosis.rules import RULES
from orgdesign.model import Severity
from orgdesign.value_objects import value_object
from orgdesign.web.diagnosis.findings import FindingsPage
from orgdesign.web.kit import Answer, Form, FormField, save_form

pages = Blueprint("rule_setting", __name__)


@value_object
class RuleScreen:
    """The findings, after a rule was set."""

    key: str

    def on_success(self, told: str) -> Answer:
        """Answer with the findings as they are now, or lead back to them."""
        page = FindingsPage(self.key, request.args)
        if "HX-Request" in request.headers:
            name = "diagnosis/findings/changes.html"
            return render_template(name, page=page, told=told, opened=None)
        return redirect(f"{page.page_address}#findings", 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with why the rule could not be set."""
        said = form.message or "Somebody else set this rule meanwhile. Look, and set it again."
        title = "The rule was not set"
        template = "notice.html" if "HX-Request" in request.headers else "error.html"
        return render_template(template, title=title, sentence=said, way_out=True), status


@pages.post("/o/<key>/diagnosis/rules/<name>")
def change(key: str, name: str) -> Answer:
    """Write into the file how severe a rule is, or leave that to the rule itself."""
    page = FindingsPage(key, request.args)
    rule = RULES.get(name) or abort(404)
    setting = page.organisation.rules.get(name)
    path = (name, "severity") if setting and setting.ignore else (name,)
    field = FormField("severity", path, "severity")
    form = Form.from_request((field,), ("rules",), request.form)
    severity = str(form.values.get("severity", ""))
    if severity not in get_args(Severity):
        abort(400)
    if severity == rule.severity:
        form.values["severity"] = ""
    form.check(page.organisation)
    words = "turned off" if severity == "off" else severity
    return save_form(page.file, form, form.edits(), f"{rule.title}: {words}", RuleScreen(key))
