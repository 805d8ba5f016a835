"""A role that answers for more than one person can keep in view."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.accountability.answering import answered_for, told
from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import Organisation

MOST = 5
"""How many outcomes, functions and hand-offs together one role can answer for.

John Doerr, *Measure What Matters*: three to five objectives at a time.
"""


@rule(
    "accountability",
    "warning",
    title="Role that answers for too much",
    why="Whoever answers for everything chooses every day which customer waits.",
)
def role_overloaded(organisation: Organisation) -> Iterator[Finding]:
    """Yield each role that is accountable for more than ``MOST`` things."""
    ties = Ties(organisation)
    for role in organisation.roles.values():
        held = ties.answers_for.get(role.id, [])
        if len(held) > MOST:
            yield Finding(
                f"{role.title} answers for {len(held)} things: {told(ties, held)}.",
                Place("role", role.id),
                f"Let other roles answer for some of it, until {MOST} or fewer are left.",
                answered_for(held),
            )
