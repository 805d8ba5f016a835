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
from orgdesign.redaction.design_redaction import redact_design
from orgdesign.redaction.redaction import NOTHING_REMOVED, Redaction, RemovedIds, removed_with


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What goes out: today and, where a design was asked for, what it becomes."""

    today: Organisation
    then: Structure | None = None
    redaction: Redaction = NOTHING_REMOVED

    @property
    def shown(self) -> Organisation:
        """Return the organisation that lists and tables are about."""
        return self.then.organisation if self.then else self.today


def disclose(
    today: Organisation, then: Structure | None = None, redaction: Redaction = NOTHING_REMOVED
) -> Disclosure:
    """Return what goes out of an organisation and of a structure that it becomes.

    What is left out is nowhere in it, so that no document can tell of it. Texts that people have
    written stay as they are.

    Raises:
        OrgdesignError: there is no branch of the name that is to be left out.
    """
    redaction.check(today, *([then.organisation] if then else []))
    if today.example:
        today, then = _called_example(today, then)
    if redaction == NOTHING_REMOVED:
        return Disclosure(today, then)
    sides = (then.organisation, then.lineage) if then else None
    removed = removed_with(redaction.branches, today, sides) if redaction.branches else RemovedIds()
    after = then and replace(
        then,
        organisation=_redacted(then.organisation, redaction, removed),
        lineage={id_: of for id_, of in then.lineage.items() if id_ not in removed.functions},
        failures=(),
    )
    return Disclosure(_redacted(today, redaction, removed), after, redaction)


def _called_example(
    today: Organisation, then: Structure | None
) -> tuple[Organisation, Structure | None]:
    """Return an example with a name that says so, as nobody is to take its figures for real."""
    name = f"{today.name} (example)"
    after = then and replace(then, organisation=replace(then.organisation, name=name))
    return replace(today, name=name), after


def _redacted(whole: Organisation, redaction: Redaction, removed: RemovedIds) -> Organisation:
    kept = _without_branches(whole, removed)
    kept = _without_measures(kept) if redaction.removes("measures") else kept
    return replace(
        kept,
        functions={id_: _without_figures(each, redaction) for id_, each in kept.functions.items()},
        roles={id_: _without_holder(each, redaction) for id_, each in kept.roles.items()},
        designs={
            id_: redact_design(each, redaction, removed) for id_, each in kept.designs.items()
        },
        criteria={} if redaction.removes("reasons") else kept.criteria,
    )


def _without_figures(function: Function, redaction: Redaction) -> Function:
    return replace(
        function,
        headcount=None if redaction.removes("headcount") else function.headcount,
        posts=None if redaction.removes("headcount") else function.posts,
        cost=None if redaction.removes("cost") else function.cost,
    )


def _without_holder(role: Role, redaction: Redaction) -> Role:
    return replace(role, holders=()) if redaction.removes("holders") else role


def _without_measures(whole: Organisation) -> Organisation:
    functions, roles, handoffs = whole.functions, whole.roles, whole.handoffs
    return replace(
        whole,
        outcome=_outcome(whole.outcome, RemovedIds(measures={*whole.measures})),
        functions={id_: replace(each, measures=()) for id_, each in functions.items()},
        roles={id_: replace(each, measured_by=(), rewarded_for=()) for id_, each in roles.items()},
        measures={},
        handoffs={id_: replace(each, measure=None) for id_, each in handoffs.items()},
        assessment=replace(whole.assessment, customer_assets={}),
    )


def _without_branches(whole: Organisation, removed: RemovedIds) -> Organisation:
    return replace(
        whole,
        outcome=_outcome(whole.outcome, removed),
        functions={
            id_: _function(each, removed)
            for id_, each in whole.functions.items()
            if id_ not in removed.functions
        },
        roles={
            id_: _role(each, removed)
            for id_, each in whole.roles.items()
            if id_ not in removed.roles
        },
        measures={
            id_: _measure(each, removed)
            for id_, each in whole.measures.items()
            if id_ not in removed.measures
        },
        journey={id_: _stage(each, removed) for id_, each in whole.journey.items()},
        handoffs={
            id_: _handoff(each, removed)
            for id_, each in whole.handoffs.items()
            if id_ not in removed.handoffs
        },
        assessment=_assessment(whole.assessment, removed),
    )


def _kept_measures(ids: tuple[str, ...], removed: RemovedIds) -> tuple[str, ...]:
    return tuple(each for each in ids if each not in removed.measures)


def _outcome(outcome: Outcome, removed: RemovedIds) -> Outcome:
    return replace(
        outcome,
        accountable=removed.role(outcome.accountable),
        measures=_kept_measures(outcome.measures, removed),
        outcomes={id_: _outcome(each, removed) for id_, each in outcome.outcomes.items()},
    )


def _function(function: Function, removed: RemovedIds) -> Function:
    return replace(
        function,
        reports_to=removed.function(function.reports_to),
        accountable=removed.role(function.accountable),
        measures=_kept_measures(function.measures, removed),
        dotted_to=tuple(line for line in function.dotted_to if line.to not in removed.functions),
    )


def _role(role: Role, removed: RemovedIds) -> Role:
    return replace(
        role,
        measured_by=_kept_measures(role.measured_by, removed),
        rewarded_for=tuple(
            each for each in role.rewarded_for if each.measure not in removed.measures
        ),
    )


def _measure(measure: Measure, removed: RemovedIds) -> Measure:
    return replace(measure, works_against=_kept_measures(measure.works_against, removed))


def _stage(stage: Stage, removed: RemovedIds) -> Stage:
    return replace(
        stage, functions=tuple(each for each in stage.functions if removed.function(each))
    )


def _handoff(handoff: Handoff, removed: RemovedIds) -> Handoff:
    measure = None if handoff.measure in removed.measures else handoff.measure
    return replace(handoff, accountable=removed.role(handoff.accountable), measure=measure)


def _assessment(assessment: Assessment, removed: RemovedIds) -> Assessment:
    replies, assets = assessment.chief_customer_officer, assessment.customer_assets
    sharing = assessment.sharing
    commitments = {id_: one for id_, one in sharing.commitments.items() if removed.function(id_)}
    return replace(
        assessment,
        chief_customer_officer={
            id_: replace(one, who=removed.role(one.who)) for id_, one in replies.items()
        },
        power_core_function=removed.function(assessment.power_core_function),
        customer_assets={
            id_: replace(one, owner=removed.role(one.owner)) for id_, one in assets.items()
        },
        sharing=replace(sharing, sponsor=removed.role(sharing.sponsor), commitments=commitments),
    )
