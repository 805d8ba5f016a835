"""A proposed design: within limits that people set, looked at before it is laid down."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.utils import cached_property

from orgdesign.model import Change, number_text
from orgdesign.proposals import MOVES, NAME, Limits, Proposal, ProposalFigure, propose
from orgdesign.value_objects import value_object
from orgdesign.web.design_page import DesignsPage
from orgdesign.web.designs.designs import ListScreen
from orgdesign.web.kit import Answer, Form, FormData, LabelIndex, new_id, not_modified, save_form
from orgdesign.yamlfile.editing import Add

pages = Blueprint("proposing", __name__)
pages.before_request(not_modified)

NUMBERS = {"moves": "Functions that move", "people": "People who move", "span": "Reports of one"}
"""The limits that are numbers, by their names in the form."""
ABOUT = {
    "moves": f"At most so many; {MOVES} unless you say otherwise.",
    "people": "At most so many; a tenth of all unless you say otherwise.",
    "span": "At most so many functions; otherwise what suits its kind of work.",
}
MOST = 10_000_000
"""No limit is larger, so that every one can be worked with."""


@value_object
class ProposalLine:
    """A change as the page tells it; ``key`` stands for a function that it moves."""

    sentence: str
    reason: str
    key: str


class ProposalPage(DesignsPage):
    """What is proposed for today within the limits that an address says."""

    numbers, about = NUMBERS, ABOUT

    def __init__(self, key: str, said: FormData) -> None:
        super().__init__(key)
        self._said = said
        self.errors: dict[str, str] = {}
        self.message = ""

    @cached_property
    def stays(self) -> dict[str, str]:
        """Return the names of the functions that are to stay, by what stands in addresses."""
        functions = self.organisation.functions.values()
        asked = {*self._said.getlist("stays")}
        keyed = {self.key_for("function", one.id): one for one in functions} if asked else {}
        return {key: one.name for key, one in keyed.items() if key in asked}

    @cached_property
    def labels(self) -> LabelIndex:
        """Return the functions by the words that people read."""
        functions = self.organisation.functions.values()
        return LabelIndex((one.id, one.name) for one in functions)

    @cached_property
    def limits(self) -> Limits:
        """Return the limits, those that cannot be read as if nobody had said them."""
        functions = self.organisation.functions
        stays = {id_ for id_ in functions if self.key_for("function", id_) in self.stays}
        moves, people, span = (self._number(name) for name in NUMBERS)
        return Limits(
            frozenset(stays),
            None if span is None else int(span),
            people,
            MOVES if moves is None else int(moves),
        )

    def value(self, name: str) -> str:
        """Return what was typed as a limit."""
        return " ".join(self._said.get(name, "").split())

    def _number(self, name: str) -> float | None:
        typed = self.value(name)
        try:
            number = float(typed.replace(",", "")) if typed else None
        except ValueError:
            number = -1
        if number is None or 0 <= number <= MOST:
            return number
        self.errors[name] = "Write a number, 0 or more, or nothing."
        return None

    @cached_property
    def proposal(self) -> Proposal:
        """Return the proposal."""
        return propose(self.organisation, self.limits)

    def phases(self) -> list[tuple[str, list[ProposalLine]]]:
        """Return the changes of each phase, under its name."""
        by_phase: dict[str, list[ProposalLine]] = {}
        for change, sentence in self.proposal.sentences:
            by_phase.setdefault(change.phase or "", []).append(self._line(change, sentence))
        named = self.proposal.design.phases
        return [(named[phase].name, changes) for phase, changes in by_phase.items()]

    def _line(self, change: Change, sentence: str) -> ProposalLine:
        moved = str(change.values.get("function", "")) if change.kind == "move" else ""
        key = self.key_for("function", moved) if moved else ""
        reason = (change.reason or "") if change.kind != "appoint" else ""
        return ProposalLine(sentence, reason, key)

    def figures(self) -> list[tuple[ProposalFigure, str, str]]:
        """Return what the proposal would do: each figure today and then, in words."""
        return [
            (each, _words(each.before, each.unit), _words(each.after, each.unit))
            for each in self.proposal.figures()
        ]

    @property
    def limits_in_address(self) -> dict[str, Any]:
        """Return what an address says of the limits."""
        numbers = {name: self.value(name) for name in NUMBERS if self.value(name)}
        return {**numbers, "stays": [*self.stays]}


def _words(value: float | None, unit: str) -> str:
    return "nothing to count" if value is None else f"{number_text(round(value, 1))}{unit}"


@value_object
class ProposalScreen:
    """The page of a proposal, from which a design is laid down."""

    key: str
    design: str

    def on_success(self, told: str) -> Answer:
        """Lead to the design."""
        return ListScreen(self.key, self.design).on_success(told)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the proposal, and why it could not be laid down."""
        page = ProposalPage(self.key, request.form)
        page.message = form.message
        return _render(page), status


@pages.get("/o/<key>/designs/propose")
def show_proposal(key: str) -> Answer:
    """Show what is proposed."""
    page = ProposalPage(key, request.args)
    page.need_organisation()
    return _render(page)


def _render(page: ProposalPage) -> str:
    return render_template("designs/propose.html", page=page)


@pages.post("/o/<key>/designs/propose/limits")
def set_limits(key: str) -> Answer:
    """Propose again within other limits; a function that is to stay is named by its words."""
    page = ProposalPage(key, request.form)
    typed = request.form.get("more", "")
    named = page.labels.id(typed)
    if named is None:
        page.errors["more"] = f"No function is called “{typed}”. Choose one from the list."
    if page.limits and page.errors:
        return _render(page), 422
    more = [page.key_for("function", named)] if named else []
    address = page.limits_in_address
    address["stays"] = [*dict.fromkeys([*page.stays, *more])]
    return redirect(url_for("proposing.show_proposal", **address), 303)


@pages.post("/o/<key>/designs/propose")
def lay_down(key: str) -> Answer:
    """Lay a proposal down as a design, in one step."""
    page = ProposalPage(key, request.form)
    form = Form((), ("designs",), request.form.get("base", ""))
    if form.base != page.edition.version:
        page.message = "The file has changed meanwhile. Look at what is proposed now."
        return _render(page), 409
    names = {one.name for one in page.designs}
    numbered = (f"{NAME} {number}" for number in range(2, len(names) + 3))
    name = next(each for each in (NAME, *numbered) if each not in names)
    id_ = new_id(name, page.organisation.designs)
    edits = [Add(("designs",), id_, page.proposal.as_written(name))]
    if page.proposal.is_empty:
        form.message = "There is nothing to lay down within these limits."
        return ProposalScreen(key, id_).on_error(form, 422)
    return save_form(page.file, form, edits, f"Design proposed: {name}", ProposalScreen(key, id_))
