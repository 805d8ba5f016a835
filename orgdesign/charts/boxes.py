"""What a box says of a function, an outcome, a measure: the same words in every chart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from orgdesign.charts.chart import Box
from orgdesign.model import (
    DESIRED,
    Function,
    Gap,
    Measure,
    Organisation,
    Outcome,
    lower_first,
    number_text,
)

GAPS: Mapping[Gap, str] = {
    "outcome": "No customer outcome",
    "contribution": "No contribution said",
    "accountable": "No accountable role",
}


class KnownBoxes(NamedTuple):
    """The boxes of an edition before: those of functions that are still the same stay."""

    organisation: Organisation
    boxes: Mapping[str, Box]

    def same_box(
        self, function: Function, parent: str | None, role: str, hue: int | None
    ) -> Box | None:
        """Return the box of a function, if it would say the same and hang from the same box."""
        if self.organisation.functions.get(function.id) is not function:
            return None
        box = self.boxes[function_id(function.id)]
        is_same = box.parent == parent and box.role == role and box.hue == hue
        return box if is_same else None


def function_id(subject: str) -> str:
    """Return the id of the box that shows a function."""
    return f"function-{subject}"


def outcome_id(subject: str) -> str:
    """Return the id of the box that shows an outcome; the root's is ``desired``."""
    return DESIRED if subject == DESIRED else f"outcome-{subject}"


def hues(organisation: Organisation) -> dict[str, int]:
    """Return the hue of every outcome but the root: that of the first-level outcome above it."""
    return {
        outcome.id: hue
        for hue, branch in enumerate(organisation.outcome.outcomes.values())
        for outcome in branch.walk()
    }


def function_box(
    function: Function,
    organisation: Organisation,
    colours: Mapping[str, int],
    parent: str | None,
    known: KnownBoxes | None = None,
) -> Box:
    """Return the card of a function: its name, contribution, accountable role and gaps."""
    alignment = function.alignment
    role = role_title(organisation, function.accountable)
    hue = colours.get(alignment.outcome or "")
    if known and (box := known.same_box(function, parent, role, hue)):
        return box
    return Box(
        id=function_id(function.id),
        kind="function",
        subject=function.id,
        parent=parent,
        title=function.name,
        tag="enabling" if alignment.link == "enabling" else "",
        text=alignment.contribution or "",
        role=role,
        gaps=tuple(GAPS[gap] for gap in function.gaps),
        hue=hue,
        headcount=function.headcount or 0.0,
        lacks_role=not function.accountable,
    )


def outcome_box(
    outcome: Outcome, organisation: Organisation, colours: Mapping[str, int], parent: str | None
) -> Box:
    """Return the box of an outcome: its statement, its first measure and accountable role."""
    is_root = outcome.id == DESIRED
    lacks_role = lacks_accountable_role(outcome, organisation)
    return Box(
        id=outcome_id(outcome.id),
        kind="desired" if is_root else "outcome",
        subject=outcome.id,
        parent=parent,
        title=outcome.statement,
        text=f"For {lower_first(outcome.customer)}" if outcome.customer else "",
        note=progress(organisation.measures[outcome.measures[0]]) if outcome.measures else "",
        role=role_title(organisation, outcome.accountable),
        gaps=(GAPS["accountable"],) if lacks_role else (),
        hue=colours.get(outcome.id),
        lacks_role=lacks_role,
    )


def lacks_accountable_role(outcome: Outcome, organisation: Organisation) -> bool:
    """Tell whether no role answers for an outcome, as far as whoever looks can know."""
    return not outcome.accountable and not organisation.hides("outcome-without-accountable-role")


def role_title(organisation: Organisation, role: str | None) -> str:
    """Return the title of a role, saying so when its seat is vacant; empty without one."""
    if role is None:
        return ""
    found = organisation.roles[role]
    return f"{found.title} (vacant)" if found.is_vacant else found.title


def progress(measure: Measure) -> str:
    """Return a measure with where it is and where it should be: ``Days to payment 21 → 5``."""
    ends = [number_text(end) for end in (measure.baseline, measure.target) if end is not None]
    sign = "%" if measure.unit in ("%", "per cent", "percent") else ""
    return " ".join(
        [measure.name, "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}".join(end + sign for end in ends)]
    ).strip()
