"""How the work on customers is shared: time committed, who offered, who gets the credit."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.model import Commitment, Function, Organisation
from orgdesign.value_objects import value_object

PRACTICE = (25, 50)
"""What share of its people's time, in per cent, a function that takes part commits (Bliss)."""


@value_object
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


def levels_from_chief(organisation: Organisation) -> int | None:
    """Return how many levels the sponsor is from the chief, by the file's reporting lines.

    The chief is whoever is accountable for the top under which more than half of all functions
    stand. A role that belongs to a function without being accountable for it is one level beneath
    who is. None where the sponsor, its function or the chief is not clear.
    """
    functions = organisation.functions
    sponsor = organisation.roles.get(organisation.assessment.sharing.sponsor or "")
    if sponsor is None:
        return None
    led = [each.id for each in functions.values() if each.accountable == sponsor.id]
    lines = [_line(functions, each) for each in led or filter(None, [sponsor.function])]
    chief = _chief(organisation) if lines else None
    depths = [len(line) - 1 + (not led) for line in lines if line[-1] == chief]
    return min(depths, default=None)


def _chief(organisation: Organisation) -> str | None:
    """Return the top under which more than half of all functions stand."""
    lines = organisation.reporting_lines()
    for top in lines.get(None, ()):
        beneath = [top]
        for each in beneath:
            beneath += lines.get(each.id, ())
        if len(beneath) * 2 > len(organisation.functions):
            return top.id
    return None


def _line(functions: Mapping[str, Function], function: str) -> list[str]:
    """Return a function and those that it reports to, up to the top."""
    line = [function]
    while above := functions[line[-1]].reports_to:
        line.append(above)
    return line
