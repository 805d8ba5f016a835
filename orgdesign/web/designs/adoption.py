"""What a design has come to as the new today: a statement of what changes, and the button."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.utils import cached_property

from orgdesign.designs.adoption import Adoption, AdoptionBlocked, adopt_design
from orgdesign.designs.comparison import KINDS
from orgdesign.model import Design, Phase, capitalise
from orgdesign.problems import OrgdesignError
from orgdesign.web.design_page import DesignPage, answer_design_gone
from orgdesign.web.designs.designs import DesignScreen
from orgdesign.web.kit import Answer, TextDifference, text_difference
from orgdesign.workspace import adopt_file_design

pages = Blueprint("adoption", __name__)

WHOLE = "all"
"""What stands for the end of a design, where that has phases."""


class AdoptionPage(DesignPage):
    """A design, and what becomes of the file once it is settled up to the end of a phase."""

    marks = KINDS

    def __init__(self, key: str, design: str) -> None:
        super().__init__(key, design)
        self.wrong = ""

    @property
    def _requested_phase(self) -> str:
        """Return the phase that is asked for; the first one where none is."""
        return request.values.get("phase", "") or [*map(self.key_of_phase, self._phases), WHOLE][0]

    @property
    def _phases(self) -> list[Phase]:
        """Return the phases after which some of the design is left."""
        return list(self.design.phases.values())[:-1]

    @property
    def is_lost(self) -> bool:
        """Whether the phase that is asked for is no longer there."""
        return self._requested_phase != WHOLE and self.find_phase(self._requested_phase) is None

    @property
    def phase(self) -> str | None:
        """Return the last phase that is done; None for all of the design."""
        return self.find_phase(self._requested_phase)

    @property
    def statement(self) -> dict[str, str]:
        """Return what stands in the address of this statement, for its button to send."""
        phase = self.key_of_phase(self.design.phases[self.phase]) if self.phase else WHOLE
        return {"phase": phase, "base": self.edition.version}

    def steps(self) -> list[tuple[str, str, bool]]:
        """Return how far a design can be settled: the address, the words, whether it is asked."""
        ways = [(self.key_of_phase(each), f"Until the end of {each.name}") for each in self._phases]
        every = [*ways, (WHOLE, "All of it")] if ways else []
        return [
            (self.address("adoption.show", phase=key), words, key == self.statement["phase"])
            for key, words in every
        ]

    @property
    def without(self) -> list[Design]:
        """Return the other designs that go with it, as they no longer fit."""
        keys = request.values.getlist("without")
        return [one for one in self.designs if self.design_key(one.id) in keys]

    @property
    def goes(self) -> set[str]:
        """Return the ids of those designs."""
        return {one.id for one in self.without} - {self.design.id}

    @cached_property
    def outcome(self) -> Adoption | OrgdesignError:
        """Return the settled file, or why it cannot be."""
        assert self.edition.reading is not None  # noqa: S101 - the organisation came from it
        try:
            return adopt_design(self.edition.reading, self.design.id, self.phase, self.goes)
        except OrgdesignError as refusal:
            return refusal

    @property
    def adopted_design(self) -> Adoption | None:
        """Return the settled file, if it can be."""
        return self.outcome if isinstance(self.outcome, Adoption) else None

    @property
    def refusal(self) -> str:
        """Return why it cannot be settled, where that is not told at lines of the file."""
        is_told = isinstance(self.outcome, (Adoption, AdoptionBlocked))
        said = "" if is_told else str(self.outcome)
        return f"{capitalise(said)}." if said else ""

    @property
    def in_the_way(self) -> AdoptionBlocked | None:
        """Return what stands in the way, at its lines."""
        return self.outcome if isinstance(self.outcome, AdoptionBlocked) else None

    def unfit(self) -> list[tuple[Design, str]]:
        """Return the other designs that stand in the way, and the address without each."""
        stop = self.in_the_way.designs if self.in_the_way else ()
        kept = [self.design_key(one.id) for one in self.without]
        return [
            (
                self.organisation.designs[id_],
                self.address(
                    "adoption.show",
                    phase=self.statement["phase"],
                    without=[*kept, self.design_key(id_)],
                ),
            )
            for id_ in stop
        ]

    def text_difference(self) -> TextDifference | None:
        """Return how the text of the file changes, line by line."""
        settled = self.adopted_design
        if settled is None or settled.reading.source is None:
            return None
        return text_difference(self.source.text, settled.reading.source.text)


@pages.get("/o/<key>/designs/<design>/settle")
def show(key: str, design: str) -> Answer:
    """Show what changes when a design, as far as it has been carried out, is the new today."""
    found = AdoptionPage(key, design)
    found.need_organisation()
    if found.existing_design is None or found.is_lost:
        return answer_design_gone(found)
    return _render(found)


@pages.post("/o/<key>/designs/<design>/settle")
def make(key: str, design: str) -> Answer:
    """Make it the new today."""
    found = AdoptionPage(key, design)
    if (
        found.existing_design is None or found.is_lost
    ):  # settled already, with a click before this one
        return DesignScreen(key, design).on_success("")
    base = request.form.get("base", "")
    try:
        adopt_file_design(found.file, found.design.id, found.phase, base, found.goes)
    except OrgdesignError as failure:
        again = AdoptionPage(key, design)
        if again.existing_design is None or again.is_lost:
            return answer_design_gone(again)
        again.wrong = str(failure)
        return _render(again), 409
    return DesignScreen(key, design).on_success("")


def _render(page: AdoptionPage) -> str:
    return render_template("designs/adoption.html", page=page)
