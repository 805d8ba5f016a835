"""Rewards and measures that pull the same people, or the same customer, in opposite directions."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding
from orgdesign.diagnosis.motivation.duels_in_stage import duels_in_stages
from orgdesign.diagnosis.motivation.duels_on_role import duels_on_role
from orgdesign.diagnosis.motivation.silos import Silos
from orgdesign.diagnosis.rule import rule
from orgdesign.model import Organisation


@rule(
    "motivation",
    "warning",
    title="Dueling silos",
    why="Whoever does well by one measure does harm by the other; customers stand between them.",
)
def dueling_silos(organisation: Organisation) -> Iterator[Finding]:
    """Yield what clashes on one role, and between functions that meet in a stage of the journey.

    Two measures clash where one is said to work against the other, or where they count the same
    thing and one is better lower, the other higher. Functions that are all judged by both are
    no silos of each other.
    """
    silos = Silos(organisation)
    for role in organisation.roles.values():
        yield from duels_on_role(silos, role)
    yield from duels_in_stages(silos)
