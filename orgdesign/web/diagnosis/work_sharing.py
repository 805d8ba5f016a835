"""How the work on customers is shared: who sponsors it, and what each function gives to it."""

from __future__ import annotations

from flask import request
from werkzeug.utils import cached_property

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.readiness.commitments import PRACTICE, Pledge, levels_from_chief, pledges
from orgdesign.model import Sharing
from orgdesign.web.diagnosis.assessment import AssessmentPage, assessment_pages, sent_form
from orgdesign.web.kit import (
    Answer,
    Form,
    LabelIndex,
    PartForm,
    SchemaField,
    counted,
    figure,
    save_form,
)
from orgdesign.yamlfile.editing import Add, Edit, Remove

TOP = ("assessment", "sharing")
COMMITMENTS = (*TOP, "commitments")
SPONSOR = (
    SchemaField("sponsor", ("sponsor",), "sponsor", "part", "role", look="part"),
    SchemaField("levels", ("levels_from_chief",), "levels from the chief executive", "number"),
)
COMMITMENT = (
    SchemaField("time", ("time",), "share of time", "number"),
    SchemaField("volunteered", ("volunteered",), "volunteered or told", look="flag"),
    SchemaField("credit", ("credit",), "credit", look="area"),
)
FUNCTION = (SchemaField("function", ("function",), "function", "part", "function", look="part"),)
OFFERED = (("yes", "It volunteered"), ("no", "It was told"), ("", "Not said"))
EMPTIED = "Leave something of it here, or take the function out below."


class SharingPage(AssessmentPage):
    """The sponsor, and each function that takes part."""

    here, body = "sharing.show", "diagnosis/assessment/sharing.html"
    offered, practice = OFFERED, PRACTICE

    @property
    def sharing(self) -> Sharing:
        """Return what the file says of it."""
        return self.organisation.assessment.sharing

    @cached_property
    def pledges(self) -> tuple[Pledge, ...]:
        """Return what each function commits."""
        return pledges(self.organisation)

    @cached_property
    def functions(self) -> LabelIndex:
        """Return the functions that can still take part, by their names."""
        every = self.organisation.functions.values()
        known = self.sharing.commitments
        return LabelIndex((one.id, one.name) for one in every if one.id not in known)

    @property
    def sponsor(self) -> Form:
        """Return the form of the sponsor."""
        return self.form_of(SPONSOR, TOP, "sponsor")

    @property
    def new(self) -> Form:
        """Return the form that adds a function."""
        return self.form_of(FUNCTION, COMMITMENTS, "new")

    def form(self, pledge: Pledge) -> Form:
        """Return the form of what a function gives."""
        return self.form_of(COMMITMENT, (*COMMITMENTS, pledge.function), self.pledge_key(pledge))

    def pledge_key(self, pledge: Pledge) -> str:
        """Return what stands for a function that takes part in addresses."""
        return self.function_key(pledge.function)

    def function_key(self, function: str) -> str:
        """Return what stands for a function in addresses."""
        return self._settings.key("function", function)

    def find_pledge(self, key: str) -> Pledge | None:
        """Return what the function that a key stands for commits, if it is still there."""
        return next((one for one in self.pledges if self.pledge_key(one) == key), None)

    def function_name(self, pledge: Pledge) -> str:
        """Return the name of a function that takes part."""
        return self.organisation.functions[pledge.function].name

    def function_address(self, pledge: Pledge) -> str:
        """Return the address of the form of a function that takes part."""
        return self.address(Place("function", pledge.function))

    @property
    def levels(self) -> str:
        """Return what the reporting lines say of how far the sponsor is from the chief."""
        shown = levels_from_chief(self.organisation)
        if not self.sharing.sponsor:
            return "Nobody sponsors the work yet."
        if shown is None:
            return "The file does not show how far the sponsor is from the chief executive."
        words = "is the chief executive" if shown == 0 else f"is {counted(shown, 'level')} away"
        said = self.sharing.levels_from_chief
        other = "" if said in (None, shown) else f" Here it says {figure(said or 0)}."
        return f"By the file's reporting lines the sponsor {words}.{other}"

    def against_practice(self, pledge: Pledge) -> str:
        """Return a function's time beside what the practice recommends."""
        time = pledge.commitment.time
        if time is None:
            return "No time said yet"
        side = "less than" if pledge.is_below else "more than" if pledge.is_above else "within"
        practice = f"the {PRACTICE[0]} to {PRACTICE[1]}% of the practice"
        return f"{figure(time)}% is {side} {practice}{self._people(pledge, time)}"

    def _people(self, pledge: Pledge, time: float) -> str:
        count = self.organisation.functions[pledge.function].headcount
        if count is None:
            return ""
        return f": the time of {figure(round(count * time / 100, 1))} of its {figure(count)} people"

    @property
    def in_all(self) -> str:
        """Return how many take part, and how they came to."""
        each = [one.commitment for one in self.pledges]
        said = [one.volunteered for one in each]
        count = counted(len(each), "function takes", "functions take")
        credited = sum(1 for one in each if one.credit)
        came = f"{said.count(True):,} volunteered, {said.count(False):,} told"
        return f"{count} part: {came}; {credited:,} given credit."


pages = assessment_pages(SharingPage, "sharing")


@pages.post("/o/<key>/diagnosis/sharing")
def sponsor(key: str) -> Answer:
    """Save who sponsors the work."""
    page = SharingPage(key)
    form = sent_form(SPONSOR, TOP, {"sponsor": page.roles})
    return page.screen("sponsor").save(form, "Sharing the work")


@pages.post("/o/<key>/diagnosis/sharing/functions")
def add(key: str) -> Answer:
    """Let a function take part."""
    page = SharingPage(key)
    form = sent_form(FUNCTION, COMMITMENTS, {"function": page.functions})
    function = str(form.values.get("function", ""))
    if not function:
        form.errors["function"] = "Choose a function that takes part."
    name = page.functions.words.get(function, "")
    edits: list[Edit] = [Add(COMMITMENTS, function, {})]
    sentence = f"Sharing the work: {name} takes part"
    anchor = f"pledge-{page.function_key(function)}"
    return save_form(page.file, form, edits, sentence, page.screen(anchor))


@pages.post("/o/<key>/diagnosis/sharing/functions/<part>")
def change(key: str, part: str) -> Answer:
    """Save what a function gives."""
    page = SharingPage(key)
    screen = page.screen(f"pledge-{part}")
    found = page.find_pledge(part)
    if found is None:
        return screen.on_missing(
            PartForm.from_request(COMMITMENT, (*COMMITMENTS, ""), request.form)
        )
    form = PartForm.from_request(COMMITMENT, (*COMMITMENTS, found.function), request.form)
    form.check(page.organisation)
    if form.changed_fields() and not any(form.values.values()):
        form.errors[form.changed_fields()[0].name] = EMPTIED
    return screen.save(form, f"What {page.function_name(found)} gives")


@pages.post("/o/<key>/diagnosis/sharing/functions/<part>/remove")
def remove(key: str, part: str) -> Answer:
    """Take a function out."""
    page = SharingPage(key)
    screen = page.screen("functions")
    found = page.find_pledge(part)
    if found is None:
        return screen.on_success("")
    path = (*COMMITMENTS, found.function)
    form = Form((), path, request.form.get("base", ""))
    sentence = f"Sharing the work: {page.function_name(found)} no longer takes part"
    return save_form(page.file, form, [Remove(path)], sentence, screen)
