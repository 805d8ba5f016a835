"""The panel beside the chart: one function or outcome, and what it answers for."""

from __future__ import annotations

from orgdesign.charts import Box
from orgdesign.model import Function, Measure, Organisation, Outcome, Role
from orgdesign.value_objects import value_object

GAPS = {
    "outcome": "It serves no customer outcome yet.",
    "contribution": "Nobody has said what it contributes.",
    "accountable": "No role is accountable for it.",
}
SHORT_GAPS = {
    "outcome": "no customer outcome",
    "contribution": "no contribution",
    "accountable": "no accountable role",
}


@value_object
class FunctionPanel:
    """What the panel says of one function, its references followed."""

    function: Function
    serves: Outcome | None
    also: tuple[Outcome, ...]
    role: Role | None
    measures: tuple[Measure, ...]
    above: Function | None
    reports: tuple[Function, ...]
    gaps: dict[str, str]


@value_object
class OutcomePanel:
    """What the panel says of one outcome: who answers for it and who serves it."""

    outcome: Outcome
    role: Role | None
    measures: tuple[Measure, ...]
    served_by: tuple[Function, ...]
    also_by: tuple[Function, ...]


@value_object
class GroupPanel:
    """What the panel says of a box that only holds others: which functions, and why."""

    name: str
    says: str
    functions: tuple[Function, ...]


@value_object
class RolePanel:
    """What the panel says of a seat: what it answers for, and who is above and below it."""

    seat: Role
    above: Role | None
    reports: tuple[Role, ...]
    answers_for: tuple[Function, ...]


Panel = FunctionPanel | OutcomePanel | GroupPanel | RolePanel


def panel_of(organisation: Organisation, box: Box) -> Panel:
    """Return the panel of whatever a box shows."""
    if box.kind in ("function", "also"):
        return function_panel(organisation, organisation.functions[box.subject])
    if box.kind in ("outcome", "desired"):
        outcomes = {outcome.id: outcome for outcome in organisation.outcome.walk()}
        return outcome_panel(organisation, outcomes[box.subject])
    if box.kind == "role":
        return role_panel(organisation, organisation.roles[box.subject])
    functions = organisation.functions.values()
    if box.kind == "unaligned":
        alone = tuple(f for f in functions if f.alignment.outcome is None)
        return GroupPanel(box.title, "These functions serve no customer outcome yet.", alone)
    tops = tuple(f for f in functions if f.reports_to is None)
    return GroupPanel(box.title, "These functions report to nobody above them.", tops)


def function_panel(organisation: Organisation, function: Function) -> FunctionPanel:
    """Return the panel of a function."""
    outcomes = {outcome.id: outcome for outcome in organisation.outcome.walk()}
    alignment = function.alignment
    return FunctionPanel(
        function=function,
        serves=outcomes.get(alignment.outcome or ""),
        also=tuple(outcomes[outcome] for outcome in alignment.also),
        role=organisation.roles.get(function.accountable or ""),
        measures=tuple(organisation.measures[measure] for measure in function.measures),
        above=organisation.functions.get(function.reports_to or ""),
        reports=tuple(f for f in organisation.functions.values() if f.reports_to == function.id),
        gaps={gap: GAPS[gap] for gap in function.gaps},
    )


def role_panel(organisation: Organisation, role: Role) -> RolePanel:
    """Return the panel of a seat."""
    index = organisation.index
    return RolePanel(
        seat=role,
        above=index.manager_of(role),
        reports=tuple(index.reports_of(role)),
        answers_for=tuple(f for f in organisation.functions.values() if f.accountable == role.id),
    )


def outcome_panel(organisation: Organisation, outcome: Outcome) -> OutcomePanel:
    """Return the panel of an outcome."""
    functions = organisation.functions.values()
    return OutcomePanel(
        outcome=outcome,
        role=organisation.roles.get(outcome.accountable or ""),
        measures=tuple(organisation.measures[measure] for measure in outcome.measures),
        served_by=tuple(f for f in functions if f.alignment.outcome == outcome.id),
        also_by=tuple(f for f in functions if outcome.id in f.alignment.also),
    )


def gaps_in_words(function: Function) -> str:
    """Return what a function misses, in a few words: ``no customer outcome``."""
    return ", ".join(SHORT_GAPS[gap] for gap in function.gaps)
