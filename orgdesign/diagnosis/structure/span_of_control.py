"""A function that leads more, or fewer, than its kind of work allows."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.structure.spans import SPANS, WIDE, Span
from orgdesign.model import Function, Organisation


@rule(
    "structure",
    "hint",
    title="Span of control that does not suit the work",
    why="Customers wait for the decisions of those who lead too many, and pay for idle layers.",
)
def span_of_control(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function that too many, or too few, functions report to.

    A single report is what ``single-report-chain`` is about.
    """
    lines = organisation.reporting_lines()
    for function in organisation.functions.values():
        reports = lines.get(function.id, [])
        span = SPANS[function.work] if function.work else WIDE
        too_many = len(reports) > span.most
        if len(reports) > 1 and (too_many or len(reports) + _people(function) < span.fewest):
            yield _finding(function, reports, span)


def _people(function: Function) -> float:
    """Return how many people of its own a function leads beside those that report to it.

    Where neither they nor the kind of work are known, there may be any number of them.
    """
    if function.headcount is None:
        return 0 if function.work else inf
    return max(0, function.headcount - 1)


def _finding(function: Function, reports: list[Function], span: Span) -> Finding:
    count = len(reports)
    suited = f"{span.leader} leads {span}" if function.work else f"{span} suit {span.leader}"
    only, step = "Only ", "Let more report to it"
    if count > span.most:
        only, step = "", "Let some of them report to one of the others"
    other = next((each.leader for each in SPANS.values() if each.suits(count)), None)
    meant = f" ({count} suit {other})" if other else ""
    return Finding(
        f"{only}{count} functions report to {function.name}, where {suited}.",
        Place("function", function.id, ("work",)),
        f"{step}, or say what kind of work leading it is{meant}.",
        tuple(Place("function", each.id, ("reports_to",)) for each in reports),
    )
