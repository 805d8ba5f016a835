"""What does not work out in a design, as findings: each in the words of the rule of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.texts import finding
from orgdesign.model import Design, Organisation

if TYPE_CHECKING:
    from orgdesign.designs.review import ProblemKind

RULE_OF_KIND: Mapping[ProblemKind, str] = {
    "undecided": "design-undecided",
    "seatless": "design-undecided",
    "options": "design-undecided",
    "people": "people-unaccounted",
    "dates": "design-order",
    "owner": "design-order",
    "order": "design-order",
    "left": "design-leaves-gap",
}
"""Which rule finds problems of a kind."""


def design_findings(today: Organisation, design: Design, *kinds: ProblemKind) -> Iterator[Finding]:
    """Yield what does not work out in a design: of some kinds, or of all."""
    from orgdesign.designs.review import design_problems

    for problem in design_problems(today, design):
        if not kinds or problem.kind in kinds:
            text = f"{RULE_OF_KIND[problem.kind]}.{problem.case}"
            place = Place("design", design.id, problem.path)
            yield finding(text, place, design=design.name, **problem.parts)
