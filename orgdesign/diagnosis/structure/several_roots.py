"""Several functions at the top, none of which leads the others."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import joined
from orgdesign.model import Organisation


@rule(
    "structure",
    "hint",
    title="Several functions at the top",
    why="When they disagree about a customer, nobody is in a position to settle it.",
)
def several_roots(organisation: Organisation) -> Iterator[Finding]:
    """Yield one finding when several functions report to nobody, and some others do report.

    The top is the first of them that leads another one.
    """
    lines = organisation.reporting_lines()
    roots = lines.get(None, [])
    if len(roots) > 1 and len(lines) > 1:
        top = next(root for root in roots if root.id in lines)
        others = [root for root in roots if root is not top]
        names = joined(root.name for root in others)
        yield Finding(
            f"{names} {'reports' if len(others) == 1 else 'report'} to nobody, "
            f"and neither does {top.name}.",
            Place("function", others[0].id, ("reports_to",)),
            f"Say whom {names} {'reports' if len(others) == 1 else 'report'} to.",
            tuple(Place("function", each.id, ("reports_to",)) for each in (*others[1:], top)),
        )
