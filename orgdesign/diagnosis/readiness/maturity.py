"""How deliberate the customer's experience of each journey stage is, today and aimed at.

The four levels follow Bliss, *Chief Customer Officer*; the words are our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from orgdesign.model import Maturity, Organisation, Stage, StageMaturity
from orgdesign.resources import toml_beside
from orgdesign.value_objects import value_object

LEVELS: tuple[Maturity, ...] = get_args(Maturity)
MEANING: Mapping[Maturity, str] = toml_beside(__file__, "readiness.toml")["maturity"]


@value_object
class StageStanding:
    """One stage of the journey and how deliberate it is; ``steps`` are levels still to climb."""

    stage: Stage
    maturity: StageMaturity

    @property
    def steps(self) -> int | None:
        """Return the levels between today and the aim; None while either is not said."""
        today, aim = self.maturity.today, self.maturity.aim
        if today is None or aim is None:
            return None
        return LEVELS.index(aim) - LEVELS.index(today)


def stage_standings(organisation: Organisation) -> tuple[StageStanding, ...]:
    """Return every stage with its maturity, in the order of the journey."""
    known = organisation.assessment.maturity
    stages = organisation.journey.values()
    return tuple(StageStanding(each, known.get(each.id, StageMaturity())) for each in stages)
