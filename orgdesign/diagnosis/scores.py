"""The few figures that sum an organisation up, to be set side by side as it changes."""

from __future__ import annotations

from orgdesign.diagnosis.coverage import coverage
from orgdesign.diagnosis.quicksand import DIMENSIONS, Quicksand
from orgdesign.model import Organisation

SCORES = ("Serve a customer outcome", *(each.capitalize() for each in DIMENSIONS))
"""What each figure is called: functions that serve an outcome, and the quicksand scores."""


def percents(organisation: Organisation) -> tuple[int | None, ...]:
    """Return each of the ``SCORES`` in per cent; None where there is nothing to count."""
    quicksand = Quicksand(organisation).whole
    served = coverage(organisation).functions.percent
    return (served, *(quicksand[each].percent for each in DIMENSIONS))
