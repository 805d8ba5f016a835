"""Which part of the company sets the agenda, by six questions, and the function where it sits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask import url_for
from werkzeug.utils import cached_property

from orgdesign.charts import function_id
from orgdesign.diagnosis.readiness.power_core import CORES, QUESTIONS, Core, PowerCore, power_core
from orgdesign.model import Function
from orgdesign.web.diagnosis.assessment import AssessmentPage, assessment_pages, sent_form
from orgdesign.web.kit import Answer, Form, LabelIndex, SchemaField

TOP = ("assessment",)
FIELDS = (
    *(
        SchemaField(id_, ("power_core", id_), asks, look="choice")
        for id_, (asks, _) in QUESTIONS.items()
    ),
    SchemaField(
        "function", ("power_core_function",), "its function", "part", "function", look="part"
    ),
)


class PowerCorePage(AssessmentPage):
    """The six questions, how many answers point to each core, and how to work with it."""

    here, body = "power_core.show", "diagnosis/assessment/power_core.html"
    questions, cores = QUESTIONS, CORES

    @cached_property
    def core(self) -> PowerCore:
        """Return where the answers point."""
        return power_core(self.organisation)

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
        return url_for("chart.show_chart", structure="today", view="before", box=box, reveal="1")

    @property
    def form(self) -> Form:
        """Return the form of all six, and of the function."""
        return self.form_of(FIELDS, TOP, "core")

    @property
    def offered_lists(self) -> Mapping[str, LabelIndex]:
        """Return what is offered while people type, by the name of the list."""
        return {"functions": self.functions}

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


pages = assessment_pages(PowerCorePage, "power-core")


@pages.post("/o/<key>/diagnosis/power-core")
def answer(key: str) -> Answer:
    """Save what people answered."""
    page = PowerCorePage(key)
    form = sent_form(FIELDS, TOP, {"function": page.functions})
    return page.screen("tally").save(form, "Power core")
