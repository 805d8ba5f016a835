"""An organisation in lines, one for each thing that it says, so that lines can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.comparison.functions import attribute_words
from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.designs.comparison.parts import (
    HANDOFFS,
    MEASURES,
    OUTCOMES,
    ROLES,
    STAGES,
    PartSection,
)
from orgdesign.designs.comparison.sentences import ChangeFormatter
from orgdesign.designs.replay import replay_steps
from orgdesign.model import Design, Function, Organisation, capitalise, number_text

_IN_TITLE = ("statement", "title", "name", "giver", "taker")


def organisation_lines(organisation: Organisation) -> Iterator[str]:
    """Yield what an organisation says: each part, and under it each thing said of it."""
    names = PartNames(organisation)
    yield f"Organisation: {organisation.name}"
    yield from _section(OUTCOMES, names)
    for function in organisation.functions.values():
        yield f"Function: {function.name}"
        yield from (f"  {line}" for line in _function(function, names))
    for section in (ROLES, MEASURES, STAGES, HANDOFFS):
        yield from _section(section, names)
    for design in organisation.designs.values():
        yield from _design(organisation, design)


def _section(section: PartSection, names: PartNames) -> Iterator[str]:
    for part in section.parts(names).values():
        yield _title_line(section, section.called(names, part))
        for field in section.fields:
            value = getattr(part, field.name)
            if value not in (None, (), False, {}, "filled") and field.name not in _IN_TITLE:
                name, words = field.name.replace("_", " "), field.words(names, value)
                if name == "filling":
                    yield f"  {words.removeprefix('is ')}"
                else:
                    yield f"  {name}: {words}"


def _title_line(section: PartSection, called: str) -> str:
    is_named = section.of != "handoff"
    return capitalise(f"{section.of}: {called}" if is_named else called)


def _function(function: Function, names: PartNames) -> Iterator[str]:
    served = function.alignment
    if function.reports_to:
        yield f"reports to: {names.function(function.reports_to)}"
    if function.accountable:
        yield f"accountable: {names.role(function.accountable)}"
    if served.outcome or served.also:
        yield f"serves: {names.served_outcomes(served)}"
    if served.contribution:
        yield f"contributes: {served.contribution}"
    if function.measures:
        yield f"measured by: {names.measures(function.measures)}"
    for line in function.dotted_to:
        called = f" ({line.label})" if line.label else ""
        yield f"dotted line to: {names.function(line.to)}{called}"
    for what, amount in (
        ("people", function.headcount),
        ("posts", function.posts),
        ("cost", function.cost),
    ):
        if amount is not None:
            yield f"{what}: {number_text(amount)}"
    for name, value in function.attributes.items():
        yield f"{name}: {attribute_words(value)}"


def _design(today: Organisation, design: Design) -> Iterator[str]:
    formatter, phases = ChangeFormatter(today, design), design.phases
    yield f"Design: {design.name}"
    for phase in phases.values():
        yield f"  phase: {', '.join(filter(None, (phase.name, phase.starts, phase.ends)))}"
    for step in replay_steps(today, design):
        phase_name = f"{phases[step.change.phase].name}: " if step.change.phase else ""
        owner = formatter.owner(step)
        made_by = f" ({owner})" if owner else ""
        yield f"  {phase_name}{formatter.sentence(step)}{made_by}"
