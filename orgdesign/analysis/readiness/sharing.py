"""How the work on customers is shared: time committed, who offered, who gets the credit."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.organisation import Commitment, Organisation

PRACTICE = (25, 50)
"""What share of its people's time, in per cent, a function that takes part commits (Bliss)."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """A function's commitment beside what the practice recommends."""

    function: str
    commitment: Commitment

    @property
    def is_below(self) -> bool:
        """Whether less time is committed than the practice recommends, or none is said."""
        return (self.commitment.time or 0) < PRACTICE[0]

    @property
    def is_above(self) -> bool:
        """Whether more time is committed than the practice recommends."""
        return (self.commitment.time or 0) > PRACTICE[1]


def pledges(organisation: Organisation) -> tuple[Pledge, ...]:
    """Return what each function commits, in the order of the file."""
    commitments = organisation.assessment.sharing.commitments
    return tuple(Pledge(function, each) for function, each in commitments.items())
