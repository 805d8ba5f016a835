"""More layers than so many functions need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.structure.spans import SPANS, WIDE, Span
from orgdesign.model import Function, Organisation

NEVER_TOO_MANY = 3
"""So many layers are never too many: the top, those who report to it, and their teams."""


@rule(
    "structure",
    "hint",
    title="Too many layers",
    why="Each layer between the top and the customer delays what is decided and heard.",
)
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
            yield _finding(organisation, layers, span, needed)


def needed_layers(functions: int, span: int) -> int:
    """Return how many layers hold so many functions when each leads ``span`` others."""
    layers = room = 0
    while room < functions:
        room += span**layers
        layers += 1
    return layers


def _layers(root: Function, lines: Mapping[str | None, list[Function]]) -> list[list[Function]]:
    layers = [[root]]
    while layer := [report for each in layers[-1] for report in lines.get(each.id, ())]:
        layers.append(layer)
    return layers


def _narrowest(functions: list[Function], lines: Mapping[str | None, list[Function]]) -> Span:
    leaders = (each for each in functions if each.id in lines)
    spans = (SPANS[each.work] if each.work else WIDE for each in leaders)
    return min(spans, key=lambda span: span.fewest, default=WIDE)


def _finding(
    organisation: Organisation, layers: list[list[Function]], span: Span, needed: int
) -> Finding:
    top, lowest = layers[0][0], layers[-1][0]
    led = f"{span.fewest} to each" if span is WIDE else f"led as {span.leader} leads, {span} each"
    return Finding(
        f"{top.name} and the {sum(map(len, layers)) - 1} functions under it stand in "
        f"{len(layers)} layers; {led}, they would fit into {needed}.",
        Place("function", lowest.id, ("reports_to",)),
        f"Take out a layer between {top.name} and {lowest.name}.",
        tuple(Place("function", each.id, ("reports_to",)) for each in _above(lowest, organisation)),
    )


def _above(function: Function, organisation: Organisation) -> Iterator[Function]:
    while function.reports_to:
        function = organisation.functions[function.reports_to]
        yield function
