"""A measure that nobody goes by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Change, Organisation, Part, Reward


@rule(
    "metrics",
    "hint",
    title="Measure that nobody uses",
    why="It costs time to collect and steers nobody, so it never helps a customer.",
)
def measure_unused(organisation: Organisation) -> Iterator[Finding]:
    """Yield each measure that no outcome, function, role or hand-off uses, today or in a design."""
    designs = organisation.designs.values()
    planned = {each for design in designs for change in design.changes for each in _uses(change)}
    used = Ties(organisation).users.keys() | planned
    for measure in organisation.measures.values():
        if measure.id not in used:
            yield Finding(
                f"Nobody is measured by {quoted(measure.name)}, and nobody is paid for it.",
                Place("measure", measure.id),
                "Give it to the outcome or function that it shows, or delete it.",
            )


def _uses(change: Change) -> Iterator[str]:
    values = (change.values.get(key) for key in ("measures", "measured_by", "rewarded_for", "into"))
    for each in chain.from_iterable(value for value in values if isinstance(value, tuple)):
        if isinstance(each, Part):
            yield from each.measures
        else:
            yield each.measure if isinstance(each, Reward) else each
