"""The shape plate: people and cost in each layer, and how wide the spans of control are."""

from __future__ import annotations

from orgdesign.diagnosis.rules.spans import SPANS, WIDE, ReportSpan
from orgdesign.diagnosis.rules.structure import span_of_control
from orgdesign.model import Function, Organisation
from orgdesign.value_objects import value_object


@value_object
class Layer:
    """The functions that stand as many reporting lines below the top, the top layer being 1."""

    depth: int
    functions: int
    people: float
    cost: float


@value_object
class Leader:
    """A function that others report to; ``suits`` says whether the diagnosis lets it pass."""

    function: Function
    reports: int
    suits: bool


@value_object
class StructureShape:
    """The layers of a structure from the top down, and its leaders."""

    organisation: Organisation
    layers: tuple[Layer, ...]
    leaders: tuple[Leader, ...]

    @property
    def counts_people(self) -> bool:
        """Whether anybody is counted."""
        return any(layer.people for layer in self.layers)

    def leading(self, span: ReportSpan) -> tuple[Leader, ...]:
        """Return the leaders whose kind of work has a target."""
        return tuple(leader for leader in self.leaders if target(leader.function) == span)


def target(function: Function) -> ReportSpan:
    """Return the span that suits the kind of work of a function."""
    return SPANS[function.work] if function.work else WIDE


def shape(organisation: Organisation) -> StructureShape:
    """Return the shape of a structure."""
    lines = organisation.reporting_lines()
    flagged = {finding.at.id for finding in span_of_control.find(organisation)}
    leaders = tuple(
        Leader(function, len(lines[function.id]), function.id not in flagged)
        for function in organisation.functions.values()
        if function.id in lines
    )
    layers: list[Layer] = []
    level = lines.get(None, [])
    while level:
        layers.append(
            Layer(
                len(layers) + 1,
                len(level),
                sum(function.headcount or 0.0 for function in level),
                sum(function.cost or 0.0 for function in level),
            )
        )
        level = [below for function in level for below in lines.get(function.id, [])]
    return StructureShape(organisation, tuple(layers), leaders)
