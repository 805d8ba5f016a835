"""Functions that lead a single other function."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.model import Function, Organisation


@rule(
    "structure",
    "hint",
    title="Chain of single reports",
    why="A layer that leads only one other adds a stop to every question that a customer asks.",
)
def single_report_chain(organisation: Organisation) -> Iterator[Finding]:
    """Yield each chain of functions that one function alone reports to, from its top.

    The very top may have a single report: a board over its chief executive.
    """
    lines = organisation.reporting_lines()
    single = {
        function.id: lines[function.id][0]
        for function in organisation.functions.values()
        if function.reports_to and len(lines.get(function.id, ())) == 1
    }
    for id_ in single:
        function = organisation.functions[id_]
        if function.reports_to and function.reports_to not in single:
            above = organisation.functions[function.reports_to]
            yield _finding(above, _chain(function, single))


def _chain(top: Function, single: Mapping[str, Function]) -> list[Function]:
    chain = [top]
    while chain[-1].id in single:
        chain.append(single[chain[-1].id])
    return chain


def _finding(above: Function, chain: list[Function]) -> Finding:
    top, report, *rest = chain
    leads = "".join(f", which leads only {each.name}" for each in rest)
    return Finding(
        f"{top.name} leads only {report.name}{leads}.",
        Place("function", report.id, ("reports_to",)),
        f"Let {report.name} report to {above.name}, or make them one function.",
        tuple(Place("function", each.id, ("reports_to",)) for each in (top, *rest)),
    )
