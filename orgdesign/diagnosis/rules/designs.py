"""Rules on designs: whether their changes can be made, and whether they work out.

What makes the changes is loaded where there is a design.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules.rule import rule
from orgdesign.diagnosis.texts import finding
from orgdesign.model import Design, Organisation

if TYPE_CHECKING:
    from orgdesign.designs.review import DesignProblem

OTHERWISE = "change it, put it where it can be made, or remove it"


@rule("designs", "error")
def change_not_possible(organisation: Organisation) -> Iterator[Finding]:
    """Yield each change of a design that cannot be made, with the reason.

    The phases come in order, and within each the changes in the order of the file.
    """
    for design in organisation.designs.values():
        yield from _not_possible(organisation, design)


def _not_possible(organisation: Organisation, design: Design) -> Iterator[Finding]:
    from orgdesign.designs.comparison import ChangeFormatter
    from orgdesign.designs.replay import replay_steps

    formatter = ChangeFormatter(organisation, design)
    for step in replay_steps(organisation, design):
        if step.reason:
            reason, _, told = step.reason.partition("; ")
            mend = told or OTHERWISE
            yield finding(
                "change-not-possible",
                Place("design", design.id, ("changes", step.at)),
                design=design.name,
                change=formatter.sentence(step),
                reason=reason,
                mend=f"{mend[0].upper()}{mend[1:]}",
            )


@rule("designs", "warning")
def design_undecided(organisation: Organisation) -> Iterator[Finding]:
    """Yield what a split gives no place, people without a seat, and questions that are open."""
    yield from _problems(organisation, "undecided", "seatless", "options")


@rule("designs", "warning")
def people_unaccounted(organisation: Organisation) -> Iterator[Finding]:
    """Yield each change after which people are more or fewer, and nothing says why."""
    yield from _problems(organisation, "people")


@rule("designs", "warning")
def design_order(organisation: Organisation) -> Iterator[Finding]:
    """Yield phases that end before they start, owners who are gone, and changes that wait."""
    yield from _problems(organisation, "dates", "owner", "order")


@rule("designs", "hint")
def design_leaves_gap(organisation: Organisation) -> Iterator[Finding]:
    """Yield what a design leaves unowned or unaligned that is not so today."""
    yield from _problems(organisation, "left")


def _problems(organisation: Organisation, *kinds: str) -> Iterator[Finding]:
    for design in organisation.designs.values():
        for problem in _problems_of(organisation, design):
            if problem.kind in kinds:
                yield _design_problem(design.id, problem)


def _problems_of(organisation: Organisation, design: Design) -> Iterator[DesignProblem]:
    from orgdesign.designs.review import design_problems

    yield from design_problems(organisation, design)


def _design_problem(design: str, problem: DesignProblem) -> Finding:
    return Finding(problem.sentence, Place("design", design, problem.path), problem.remedy)
