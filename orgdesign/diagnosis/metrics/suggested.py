"""Which customer measure a part could take over from the outcome that it serves."""

from __future__ import annotations

from collections.abc import Collection

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.ties import Ties
from orgdesign.diagnosis.wording import quoted
from orgdesign.model import Measure


def such_as(
    ties: Ties, outcome: str | None, had: Collection[Measure] = ()
) -> tuple[str, tuple[Place, ...]]:
    """Return an example from an outcome's own customer measures, and where it stands.

    Both are empty when the outcome has none, beside those that are ``had`` by that name already.
    """
    names = {each.name for each in had}
    if outcome is not None:
        for measure in ties.measures(ties.outcomes[outcome].measures):
            if measure.kind == "customer" and measure.name not in names:
                return f", such as {quoted(measure.name)}", (Place("measure", measure.id),)
    return "", ()
