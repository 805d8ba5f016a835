"""An organisation → the same without what an export leaves out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from orgdesign.designs.replay import Structure
from orgdesign.model import (
    Assessment,
    Function,
    Handoff,
    Measure,
    Organisation,
    Outcome,
    Role,
    Stage,
)
from orgdesign.redaction.asked import EVERYTHING, Leave
from orgdesign.redaction.designs import without
from orgdesign.redaction.lost import Lost, lost_with


@dataclass(frozen=True, slots=True)
class Exported:
    """What goes out: today and, where a design was asked for, what it becomes."""

    today: Organisation
    then: Structure | None = None
    leave: Leave = EVERYTHING

    @property
    def shown(self) -> Organisation:
        """Return the organisation that lists and tables are about."""
        return self.then.organisation if self.then else self.today


def exported(
    today: Organisation, then: Structure | None = None, leave: Leave = EVERYTHING
) -> Exported:
    """Return what goes out of an organisation and of a structure that it becomes.

    What is left out is nowhere in it, so that no document can tell of it. Texts that people have
    written stay as they are.

    Raises:
        OrgdesignError: there is no branch of the name that is to be left out.
    """
    leave.check(today, *([then.organisation] if then else []))
    if leave == EVERYTHING:
        return Exported(today, then)
    sides = (then.organisation, then.lineage) if then else None
    lost = lost_with(leave.branches, today, sides) if leave.branches else Lost()
    after = then and replace(
        then,
        organisation=_side(then.organisation, leave, lost),
        lineage={id_: of for id_, of in then.lineage.items() if id_ not in lost.functions},
        failures=(),
    )
    return Exported(_side(today, leave, lost), after, leave)


def _side(whole: Organisation, leave: Leave, lost: Lost) -> Organisation:
    kept = _without_branches(whole, lost)
    kept = _without_measures(kept) if leave.leaves("measures") else kept
    return replace(
        kept,
        functions={id_: _figures(each, leave) for id_, each in kept.functions.items()},
        roles={id_: _holder(each, leave) for id_, each in kept.roles.items()},
        designs={id_: without(each, leave, lost) for id_, each in kept.designs.items()},
    )


def _figures(function: Function, leave: Leave) -> Function:
    return replace(
        function,
        headcount=None if leave.leaves("headcount") else function.headcount,
        cost=None if leave.leaves("cost") else function.cost,
    )


def _holder(role: Role, leave: Leave) -> Role:
    return replace(role, holder=None) if leave.leaves("holders") else role


def _without_measures(whole: Organisation) -> Organisation:
    functions, roles, handoffs = whole.functions, whole.roles, whole.handoffs
    return replace(
        whole,
        outcome=_outcome(whole.outcome, Lost(measures={*whole.measures})),
        functions={id_: replace(each, measures=()) for id_, each in functions.items()},
        roles={id_: replace(each, measured_by=(), rewarded_for=()) for id_, each in roles.items()},
        measures={},
        handoffs={id_: replace(each, measure=None) for id_, each in handoffs.items()},
        assessment=replace(whole.assessment, customer_assets={}),
    )


def _without_branches(whole: Organisation, lost: Lost) -> Organisation:
    return replace(
        whole,
        outcome=_outcome(whole.outcome, lost),
        functions={
            id_: _function(each, lost)
            for id_, each in whole.functions.items()
            if id_ not in lost.functions
        },
        roles={
            id_: _role(each, lost) for id_, each in whole.roles.items() if id_ not in lost.roles
        },
        measures={
            id_: _measure(each, lost)
            for id_, each in whole.measures.items()
            if id_ not in lost.measures
        },
        journey={id_: _stage(each, lost) for id_, each in whole.journey.items()},
        handoffs={
            id_: _handoff(each, lost)
            for id_, each in whole.handoffs.items()
            if id_ not in lost.handoffs
        },
        assessment=_assessment(whole.assessment, lost),
    )


def _kept(ids: tuple[str, ...], lost: Lost) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in lost.measures)


def _outcome(outcome: Outcome, lost: Lost) -> Outcome:
    return replace(
        outcome,
        accountable=lost.role(outcome.accountable),
        measures=_kept(outcome.measures, lost),
        outcomes={id_: _outcome(each, lost) for id_, each in outcome.outcomes.items()},
    )


def _function(function: Function, lost: Lost) -> Function:
    return replace(
        function,
        reports_to=lost.function(function.reports_to),
        accountable=lost.role(function.accountable),
        measures=_kept(function.measures, lost),
    )


def _role(role: Role, lost: Lost) -> Role:
    return replace(
        role,
        measured_by=_kept(role.measured_by, lost),
        rewarded_for=tuple(each for each in role.rewarded_for if each.measure not in lost.measures),
    )


def _measure(measure: Measure, lost: Lost) -> Measure:
    return replace(measure, works_against=_kept(measure.works_against, lost))


def _stage(stage: Stage, lost: Lost) -> Stage:
    return replace(stage, functions=tuple(each for each in stage.functions if lost.function(each)))


def _handoff(handoff: Handoff, lost: Lost) -> Handoff:
    measure = None if handoff.measure in lost.measures else handoff.measure
    return replace(handoff, accountable=lost.role(handoff.accountable), measure=measure)


def _assessment(assessment: Assessment, lost: Lost) -> Assessment:
    replies, assets = assessment.chief_customer_officer, assessment.customer_assets
    sharing = assessment.sharing
    commitments = {id_: one for id_, one in sharing.commitments.items() if lost.function(id_)}
    return replace(
        assessment,
        chief_customer_officer={
            id_: replace(one, who=lost.role(one.who)) for id_, one in replies.items()
        },
        power_core_function=lost.function(assessment.power_core_function),
        customer_assets={
            id_: replace(one, owner=lost.role(one.owner)) for id_, one in assets.items()
        },
        sharing=replace(sharing, sponsor=lost.role(sharing.sponsor), commitments=commitments),
    )
