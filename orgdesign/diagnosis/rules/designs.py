"""Rules on designs: whether their changes can be made, and whether they work out.

What makes the changes is loaded where there is a design.
"""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.design_findings import RULE_OF_KIND, design_findings
from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules.rule import rule
from orgdesign.diagnosis.texts import finding
from orgdesign.model import Design, Organisation

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
    yield from _found_by("design-undecided", organisation)


@rule("designs", "warning")
def people_unaccounted(organisation: Organisation) -> Iterator[Finding]:
    """Yield each change after which people are more or fewer, and nothing says why."""
    yield from _found_by("people-unaccounted", organisation)


@rule("designs", "warning")
def design_order(organisation: Organisation) -> Iterator[Finding]:
    """Yield phases that end before they start, owners who are gone, and changes that wait."""
    yield from _found_by("design-order", organisation)


@rule("designs", "hint")
def design_leaves_gap(organisation: Organisation) -> Iterator[Finding]:
    """Yield what a design leaves unowned or unaligned that is not so today."""
    yield from _found_by("design-leaves-gap", organisation)


def _found_by(name: str, organisation: Organisation) -> Iterator[Finding]:
    kinds = [kind for kind, asked in RULE_OF_KIND.items() if asked == name]
    for design in organisation.designs.values():
        yield from design_findings(organisation, design, *kinds)
