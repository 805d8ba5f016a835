"""Which part of the company sets the agenda, by six questions, and the function where it sits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from flask import Blueprint, redirect, render_template, request, url_for

from orgdesign.analysis.readiness.power_core import CORES, QUESTIONS, Core, PowerCore, power_core
from orgdesign.charts.boxes import function_id
from orgdesign.organisation import Function
from orgdesign.web.diagnosis.by_words import in_ids, tell_unknown
from orgdesign.web.diagnosis.page import DiagnosisPage
from orgdesign.web.forms import Form
from orgdesign.web.part_fields import Asked
from orgdesign.web.part_form import PartForm
from orgdesign.web.saving import Answer, save
from orgdesign.web.table_rows import Offer

pages = Blueprint("power_core", __name__)

FIELDS = (
    *(Asked(id_, ("power_core", id_), asks, look="choice") for id_, (asks, _) in QUESTIONS.items()),
    Asked("function", ("power_core_function",), "its function", "part", "function", look="part"),
)


class PowerCorePage(DiagnosisPage):
    """The six questions, how many answers point to each core, and how to work with it.

    ``sent`` is a form that could not be saved.
    """

    questions, cores = QUESTIONS, CORES
    sent: Form | None = None
    told = ""

    @cached_property
    def core(self) -> PowerCore:
        """Return where the answers point."""
        return power_core(self.organisation)

    @cached_property
    def functions(self) -> Offer:
        """Return the functions by their names."""
        return Offer((one.id, one.name) for one in self.organisation.functions.values())

    @property
    def function(self) -> Function | None:
        """Return the function where the power core sits."""
        core = self.organisation.assessment.power_core_function
        return self.organisation.functions.get(core or "")

    @property
    def chart(self) -> str:
        """Return the address of the chart of today, at the function where the power core sits."""
        core = self.organisation.assessment.power_core_function
        box = self._settings.key("box", function_id(core)) if core else None
        return url_for("organisation.page", key=self.key, view="before", box=box, reveal="1")

    @property
    def form(self) -> Form:
        """Return the form: as it was sent and not saved, or as the file has it."""
        return self.sent or PartForm.drawn(FIELDS, ("assessment",), self.source)

    @property
    def offers(self) -> Mapping[str, Offer]:
        """Return what a field offers of which the words are typed."""
        return {"function": self.functions}

    def answers(self, core: str) -> Iterator[tuple[str, str, str]]:
        """Yield each question whose answer points to a core: its id, its words, the answer's."""
        given = self.organisation.assessment.power_core
        for id_, (asks, answers) in QUESTIONS.items():
            if given.get(id_) == core:
                yield id_, asks, answers[core]

    def advice(self) -> list[tuple[Core, bool]]:
        """Return the cores, those first to which most answers point, with whether they do so."""
        leading = self.core.leading
        others = [core for core in CORES if core not in leading]
        return [(CORES[core], core in leading) for core in (*leading, *others)]


@pages.get("/o/<key>/diagnosis/power-core")
def page(key: str) -> Answer:
    """Show the six questions, and where the answers point."""
    page = PowerCorePage(key)
    if not page.has_organisation:
        return redirect(url_for("organisation.page", key=key), 303)
    return render_template("diagnosis/power_core.html", page=page)


@pages.post("/o/<key>/diagnosis/power-core")
def answer(key: str) -> Answer:
    """Save what people answered."""
    page = PowerCorePage(key)
    form = PartForm.sent(FIELDS, ("assessment",), in_ids(request.form, page.offers))
    tell_unknown(form, page.offers)
    form.check(page.organisation)
    said = ", ".join(field.label for field in form.changed())
    return save(page.file, form, form.edits(), f"Power core: {said}", CoreScreen(key))


@dataclass(frozen=True, slots=True)
class CoreScreen:
    """The page of the power core, once it was answered."""

    key: str

    def saved(self, told: str) -> Answer:
        """Answer with the page as it is now, or lead back to it."""
        page = PowerCorePage(self.key)
        page.told = told
        if "HX-Request" in request.headers:
            return render_template("diagnosis/power_core/changes.html", page=page)
        return redirect(url_for(".page", key=self.key), 303)

    def refused(self, form: Form, status: int) -> Answer:
        """Answer with the form as it was sent, and what is to be done about it."""
        page = PowerCorePage(self.key)
        page.sent, page.told = form, "Not saved. Look at what is marked."
        is_htmx = "HX-Request" in request.headers
        name = "power_core/changes.html" if is_htmx else "power_core.html"
        return render_template(f"diagnosis/{name}", page=page), status
