"""Rules on structure: whether spans of control and layers suit the kind of work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules.rule import rule
from orgdesign.diagnosis.rules.spans import SPANS, WIDE, ReportSpan
from orgdesign.diagnosis.texts import finding
from orgdesign.diagnosis.wording import joined
from orgdesign.model import Function, Organisation

NEVER_TOO_MANY = 3
"""So many layers are never too many: the top, those who report to it, and their teams."""


@rule("structure", "hint")
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
            yield _unsuited(function, reports, span)


@rule("structure", "hint")
def too_many_layers(organisation: Organisation) -> Iterator[Finding]:
    """Yield each top function whose functions stand in more layers than they need.

    They need as many as it takes to fit them all in when each of them leads as few as the
    narrowest kind of work among them does; where one does not say its kind, that is three.
    """
    lines = organisation.reporting_lines()
    for root in lines.get(None, []):
        layers = _layers(root, lines)
        functions = [each for layer in layers for each in layer]
        span = _narrowest(functions, lines)
        needed = max(NEVER_TOO_MANY, needed_layers(len(functions), span.fewest))
        if len(layers) > needed:
            yield _too_deep(organisation, layers, span, needed)


@rule("structure", "hint")
def single_report_chain(organisation: Organisation) -> Iterator[Finding]:
    """Yield each chain of functions that one function alone reports to, from its top.

    The very top may have a single report: a board over its chief executive. A function with
    people of its own beside the one who leads it does work of its own, and is no mere layer; it
    is, where one role answers for it and for its report, and both serve the same.
    """
    lines = organisation.reporting_lines()
    single = {
        function.id: lines[function.id][0]
        for function in organisation.functions.values()
        if function.reports_to
        and len(lines.get(function.id, ())) == 1
        and _is_a_mere_layer(function, lines[function.id][0])
    }
    for id_ in single:
        function = organisation.functions[id_]
        if function.reports_to and function.reports_to not in single:
            above = organisation.functions[function.reports_to]
            yield _chain_under(above, _chain(function, single))


@rule("structure", "hint")
def several_roots(organisation: Organisation) -> Iterator[Finding]:
    """Yield one finding when several functions report to nobody, and some others do report.

    The top is the first of them that leads another one.
    """
    lines = organisation.reporting_lines()
    roots = lines.get(None, [])
    if len(roots) > 1 and len(lines) > 1:
        top = next(root for root in roots if root.id in lines)
        others = [root for root in roots if root is not top]
        yield finding(
            f"several-roots{'' if len(others) == 1 else '.several'}",
            Place("function", others[0].id, ("reports_to",)),
            *(Place("function", each.id, ("reports_to",)) for each in (*others[1:], top)),
            functions=joined(root.name for root in others),
            top=top.name,
        )


def needed_layers(functions: int, span: int) -> int:
    """Return how many layers hold so many functions when each leads ``span`` others."""
    layers = room = 0
    while room < functions:
        room += span**layers
        layers += 1
    return layers


def _is_a_mere_layer(function: Function, report: Function) -> bool:
    """Whether a function does nothing that the only one which reports to it does not."""
    if function.headcount is None or function.headcount <= 1:
        return True
    is_led_as_one = function.accountable == report.accountable is not None
    return is_led_as_one and function.alignment.outcome == report.alignment.outcome is not None


def _people(function: Function) -> float:
    """Return how many people of its own a function leads beside those that report to it.

    Where neither they nor the kind of work are known, there may be any number of them.
    """
    if function.headcount is None:
        return 0 if function.work else inf
    return max(0, function.headcount - 1)


def _unsuited(function: Function, reports: list[Function], span: ReportSpan) -> Finding:
    count = len(reports)
    other = next((each.leader for each in SPANS.values() if each.suits(count)), None)
    return finding(
        f"span-of-control{'' if count > span.most else '.few'}",
        Place("function", function.id, ("work",)),
        *(Place("function", each.id, ("reports_to",)) for each in reports),
        count=count,
        function=function.name,
        suited=f"{span.leader} leads {span}" if function.work else f"{span} suit {span.leader}",
        meant=f" ({count} suit {other})" if other else "",
    )


def _chain(top: Function, single: Mapping[str, Function]) -> list[Function]:
    chain = [top]
    while chain[-1].id in single:
        chain.append(single[chain[-1].id])
    return chain


def _chain_under(above: Function, chain: list[Function]) -> Finding:
    top, report, *rest = chain
    return finding(
        "single-report-chain",
        Place("function", report.id, ("reports_to",)),
        *(Place("function", each.id, ("reports_to",)) for each in (top, *rest)),
        top=top.name,
        report=report.name,
        chain="".join(f", which leads only {each.name}" for each in rest),
        above=above.name,
    )


def _layers(root: Function, lines: Mapping[str | None, list[Function]]) -> list[list[Function]]:
    layers = [[root]]
    while layer := [report for each in layers[-1] for report in lines.get(each.id, ())]:
        layers.append(layer)
    return layers


def _narrowest(functions: list[Function], lines: Mapping[str | None, list[Function]]) -> ReportSpan:
    leaders = (each for each in functions if each.id in lines)
    spans = (SPANS[each.work] if each.work else WIDE for each in leaders)
    return min(spans, key=lambda span: span.fewest, default=WIDE)


def _too_deep(
    organisation: Organisation, layers: list[list[Function]], span: ReportSpan, needed: int
) -> Finding:
    top, lowest = layers[0][0], layers[-1][0]
    led = f"{span.fewest} to each" if span is WIDE else f"led as {span.leader} leads, {span} each"
    return finding(
        "too-many-layers",
        Place("function", lowest.id, ("reports_to",)),
        *(Place("function", each.id, ("reports_to",)) for each in _above(lowest, organisation)),
        top=top.name,
        below=sum(map(len, layers)) - 1,
        layers=len(layers),
        led=led,
        needed=needed,
        lowest=lowest.name,
    )


def _above(function: Function, organisation: Organisation) -> Iterator[Function]:
    while function.reports_to:
        function = organisation.functions[function.reports_to]
        yield function
