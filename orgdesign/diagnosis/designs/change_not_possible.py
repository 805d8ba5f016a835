"""A change of a design that cannot be made when its turn comes."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.comparison import ChangeFormatter
from orgdesign.designs.replay import replay_steps
from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.model import Organisation

OTHERWISE = "change it, put it where it can be made, or remove it"


@rule(
    "designs",
    "error",
    title="Change that cannot be made",
    why="People would follow a road that ends, and what it was to give the customer never comes.",
)
def change_not_possible(organisation: Organisation) -> Iterator[Finding]:
    """Yield each change of a design that cannot be made, with the reason.

    The phases come in order, and within each the changes in the order of the file.
    """
    for design in organisation.designs.values():
        formatter = ChangeFormatter(organisation, design)
        for step in replay_steps(organisation, design):
            if step.reason:
                reason, _, told = step.reason.partition("; ")
                mend = told or OTHERWISE
                yield Finding(
                    f"{design.name}: “{formatter.sentence(step)}” cannot be made, as {reason}.",
                    Place("organisation", field=("designs", design.id, "changes", step.at)),
                    f"{mend[0].upper()}{mend[1:]}.",
                )
