"""The shape of the reporting lines: how many report to one, and in how many layers."""

from __future__ import annotations

from orgdesign.diagnosis.rules.structure import span_of_control
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object


@value_object
class ReportingShape:
    """How many functions report to one that leads any: on average, and at most.

    ``unsuited`` counts those that lead more, or fewer, than suits their kind of work, as the rule
    ``span-of-control`` finds them.
    """

    mean: float | None
    most: int
    unsuited: int
    layers: int


def shape(organisation: Organisation) -> ReportingShape:
    """Return the shape of an organisation; the mean is None where nobody leads another."""
    lines = organisation.reporting_lines()
    spans = [len(reports) for leader, reports in lines.items() if leader is not None]
    return ReportingShape(
        mean=sum(spans) / len(spans) if spans else None,
        most=max(spans, default=0),
        unsuited=sum(1 for _ in span_of_control.find(organisation)),
        layers=_layers(organisation),
    )


def _layers(organisation: Organisation) -> int:
    """Return how many functions stand over one another at most."""
    lines = organisation.reporting_lines()
    layer, count = lines.get(None, []), 0
    while layer:
        layer = [report for each in layer for report in lines.get(each.id, ())]
        count += 1
    return count
