"""What a design leads to, phase by phase: the findings that go, and those that come."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from orgdesign.designs.replay import Structure, replay_steps, structure_after, structure_today
from orgdesign.diagnosis.effects.turnover import turnover
from orgdesign.diagnosis.finding import Finding, Place, RuleHit
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.wording import counted, joined, quoted
from orgdesign.model import Design, Organisation
from orgdesign.value_objects import value_object

MOST_FUNCTIONS = 120
"""Designs of larger organisations are diagnosed on their own page, one at a time."""


@value_object
class DesignOutlook:
    """What a design makes better and worse by the end of a phase, as findings."""

    design: Design
    phase: str
    better: tuple[RuleHit, ...]
    worse: tuple[RuleHit, ...]

    def only(self, rules: Collection[str]) -> DesignOutlook:
        """Return the same of some rules alone."""
        kept = (tuple(e for e in each if e.rule in rules) for each in (self.better, self.worse))
        better, worse = kept
        return replace(self, better=better, worse=worse)

    @property
    def sentence(self) -> str:
        """Return how many findings go and come, as a sentence."""
        goes = (
            counted(len(self.better), "finding goes", "findings go")
            if self.better
            else "no finding goes"
        )
        comes = counted(len(self.worse), "comes", "come") if self.worse else "none comes"
        return f"{self.design.name}, {self.phase}: {goes}, {comes}."


def design_outlooks(organisation: Organisation) -> Iterator[DesignOutlook]:
    """Yield, for each phase of each design, what becomes better and worse than today."""
    if len(organisation.functions) > MOST_FUNCTIONS:
        return
    today = structure_today(organisation)
    for design in organisation.designs.values():
        for structure, phase in _structures(organisation, design):
            then = turnover(today.organisation, structure.organisation, structure.lineage)
            came = [each for each in then.new if each.cause is None]
            yield DesignOutlook(design, phase, then.gone, tuple(came))


def made_worse(organisation: Organisation, outlooks: Iterator[DesignOutlook]) -> Iterator[RuleHit]:
    """Yield what designs make worse, once, in the first phase that does, as hints of the design."""
    told: set[tuple[str, str, str]] = set()
    for outlook in outlooks:
        for hit in outlook.worse:
            key = (outlook.design.id, hit.rule, hit.finding.message)
            if key not in told:
                told.add(key)
                yield RuleHit(hit.rule, "hint", _of_design(outlook, hit.finding))
    for design in organisation.designs.values():
        for retired in _first_met_and_retired(organisation, design):
            yield RuleHit("stage-not-served", "hint", retired)


def _structures(organisation: Organisation, design: Design) -> Iterator[tuple[Structure, str]]:
    for phase in design.phases.values():
        yield structure_after(organisation, design, phase.id), f"after {phase.name}"
    if not design.phases:
        yield structure_after(organisation, design), "at its end"


def _of_design(outlook: DesignOutlook, found: Finding) -> Finding:
    message = f"{outlook.design.name}, {outlook.phase}: {found.message}"
    return replace(found, message=message, at=Place("design", outlook.design.id), others=())


def _first_met_and_retired(organisation: Organisation, design: Design) -> Iterator[Finding]:
    """Yield each function that a design retires and that customers meet first in some stage."""
    for step in replay_steps(organisation, design):
        retired = str(step.change.values.get("function", ""))
        if step.change.kind != "retire" or step.reason or retired not in step.before.functions:
            continue
        stages = [
            stage.name
            for stage in step.before.journey.values()
            if stage.functions[:1] == (retired,)
        ]
        if stages:
            yield finding(
                "stage-not-served.retired",
                Place("design", design.id, ("changes", step.at)),
                certain=False,
                design=design.name,
                function=step.before.functions[retired].name,
                stages=joined(map(quoted, stages)),
            )
