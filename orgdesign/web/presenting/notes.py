"""What the speaker knows and the audience does not see: holders, people, cost, findings."""

from __future__ import annotations

from collections.abc import Iterator

from werkzeug.utils import cached_property

from orgdesign.designs.replay import structure_after
from orgdesign.diagnosis import RuleHit, diagnose
from orgdesign.diagnosis.effects.turnover import ABOUT_TODAY
from orgdesign.model import Function, Organisation, Outcome, Role
from orgdesign.value_objects import value_object
from orgdesign.web.kit import MOST_ASKED, findings_cache, functions_in_finding
from orgdesign.web.presenting.slides import Slide
from orgdesign.web.presenting.talk_page import TalkPage

MOST_FINDINGS = 12
"""How many findings stand on one page of notes."""


@value_object
class Note:
    """What is private of a function or an outcome on a slide."""

    name: str
    role: Role | None
    headcount: float | None = None
    cost: float | None = None


class SpeakerPage(TalkPage):
    """A slide as its speaker sees it: with the next one, and with notes."""

    @property
    def slide(self) -> Slide:
        """Return the slide on screen."""
        return self.slides[self.number - 1]

    @cached_property
    def full(self) -> Organisation:
        """Return the organisation that the slide is of, with nothing left out of it."""
        assert self.whole is not None  # noqa: S101 - asked before by those who call
        structure = self.slide.structure
        design = self.whole.designs.get(structure.design or "") if structure else None
        if structure is None or design is None:
            return self.whole
        return structure_after(self.whole, design, structure.phase).organisation

    @cached_property
    def functions(self) -> list[Function]:
        """Return the functions whose boxes are on the slide, in the order of the chart."""
        shown, full = self.chart_on(self.number), self.full
        boxes = shown.chart.boxes if shown else ()
        ids = dict.fromkeys(box.subject for box in boxes if box.kind in ("function", "ghost"))
        today = self.whole.functions if self.whole else {}
        found = (full.functions.get(id_) or today.get(id_) for id_ in ids)
        return [each for each in found if each]

    def notes(self) -> list[Note]:
        """Return what is private of all that is on the slide."""
        if self.slide.kind in ("outcome", "end"):
            return [self._of_outcome(each) for each in self.full.outcome.walk()]
        roles = self.full.roles
        return [
            Note(each.name, roles.get(each.accountable or ""), each.headcount, each.cost)
            for each in self.functions
        ]

    def _of_outcome(self, outcome: Outcome) -> Note:
        return Note(outcome.statement, self.full.roles.get(outcome.accountable or ""))

    def totals(self) -> tuple[float, float]:
        """Return the people and the cost of the functions on the slide."""
        every = self.functions
        return sum(each.headcount or 0 for each in every), sum(each.cost or 0 for each in every)

    @cached_property
    def findings(self) -> list[str]:
        """Return what the rules find about the functions on the slide, in sentences."""
        shown = {each.id for each in self.functions}
        return [
            each.finding.message
            for each in self._rule_hits()
            if not shown.isdisjoint(functions_in_finding(each, self.full))
        ]

    def _rule_hits(self) -> Iterator[RuleHit]:
        if not self.functions or len(self.full.functions) > MOST_ASKED:
            return iter(())
        if self.full is self.whole:
            return iter(findings_cache().hits(self.edition))
        return iter(diagnose(self.full, ABOUT_TODAY))

    def first_findings(self) -> list[str]:
        """Return the findings that stand in the notes."""
        return self.findings[:MOST_FINDINGS]
