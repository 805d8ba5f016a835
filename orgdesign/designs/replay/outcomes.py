"""Changes of what the customer notices: outcomes, measures, hand-offs, stages, the name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay.draft import DesignDraft, ImpossibleChange, unique
from orgdesign.model import DESIRED, Alignment, Handoff, Measure, Outcome, Stage

Values = Mapping[str, Any]


def rename_organisation(draft: DesignDraft, values: Values) -> None:
    """Give the organisation another name."""
    draft.change(name=values["name"])


def add_outcome(draft: DesignDraft, values: Values) -> None:
    """Add an outcome under another, or under the desired one."""
    said = dict(values)
    id_, under = said.pop("outcome"), said.pop("under", None) or DESIRED
    draft.check_free("outcome", id_)
    draft.outcome(under)
    _check_outcome(draft, said)
    new = Outcome(id_, **said)

    def with_new(one: Outcome) -> Outcome:
        return replace(one, outcomes={**one.outcomes, id_: new}) if one.id == under else one

    draft.change_outcomes(with_new)
    draft.gone.pop(("outcome", id_), None)


def change_outcome(draft: DesignDraft, values: Values) -> None:
    """Change what is named of an outcome, and leave the rest of it."""
    said = dict(values)
    changed = draft.outcome(said.pop("outcome")).id
    _check_outcome(draft, said)
    draft.change_outcomes(lambda one: replace(one, **said) if one.id == changed else one)


def _check_outcome(draft: DesignDraft, said: Values) -> None:
    if said.get("accountable") is not None:
        draft.role(said["accountable"])
    for measure in said.get("measures", ()):
        draft.measure(measure)


def retire_outcome(draft: DesignDraft, values: Values) -> None:
    """End an outcome; those under it, and what serves it, are for another, or for none."""
    ended = draft.outcome(values["outcome"])
    heir = values.get("replaced_by")
    if ended.id == DESIRED:
        raise ImpossibleChange("the desired outcome cannot end; change what it says")
    if heir is not None and any(one.id == draft.outcome(heir).id for one in ended.walk()):
        raise ImpossibleChange("what serves it cannot serve an outcome that ends with it")

    def without(one: Outcome) -> Outcome:
        if ended.id not in one.outcomes:
            return one
        inner = {**one.outcomes, **ended.outcomes}
        return replace(one, outcomes={id_: each for id_, each in inner.items() if id_ != ended.id})

    draft.change_outcomes(without)
    organisation = draft.organisation
    draft.change(
        functions={
            one.id: replace(one, alignment=_alignment_without(one.alignment, ended.id, heir))
            for one in organisation.functions.values()
        },
        journey={
            one.id: replace(one, outcome=heir) if one.outcome == ended.id else one
            for one in organisation.journey.values()
        },
        decisions={
            id_: replace(one, outcome=heir) if one.outcome == ended.id else one
            for id_, one in organisation.decisions.items()
        },
    )
    draft.gone["outcome", ended.id] = "has ended"


def _alignment_without(alignment: Alignment, ended: str, heir: str | None) -> Alignment:
    if ended != alignment.outcome and ended not in alignment.also:
        return alignment
    outcome = heir if alignment.outcome == ended else alignment.outcome
    also = [heir if one == ended else one for one in alignment.also]
    return replace(
        alignment,
        outcome=outcome,
        also=unique(one for one in also if one is not None and one != outcome),
    )


def add_measure(draft: DesignDraft, values: Values) -> None:
    """Add a measure."""
    said = dict(values)
    id_ = said.pop("measure")
    draft.check_free("measure", id_)
    for other in said.get("works_against", ()):
        draft.measure(other)
    draft.put_part("measure", Measure(id_, **said))
    draft.gone.pop(("measure", id_), None)


def change_measure(draft: DesignDraft, values: Values) -> None:
    """Change what is named of a measure, and leave the rest of it."""
    said = dict(values)
    measure = draft.measure(said.pop("measure"))
    for other in said.get("works_against", ()):
        draft.measure(other)
    draft.put_part("measure", replace(measure, **said))


def retire_measure(draft: DesignDraft, values: Values) -> None:
    """End a measure; what was told by it is told by another, or no more."""
    ended, heir = draft.measure(values["measure"]).id, values.get("replaced_by")
    if heir is not None and draft.measure(heir).id == ended:
        raise ImpossibleChange("a measure that ends cannot take its own place")

    def successors(ids: tuple[str, ...]) -> tuple[str, ...]:
        return unique(one for id_ in ids if (one := heir if id_ == ended else id_))

    organisation = draft.organisation
    draft.change_outcomes(lambda one: replace(one, measures=successors(one.measures)))
    draft.change(
        functions={
            one.id: replace(one, measures=successors(one.measures))
            for one in organisation.functions.values()
        },
        roles={
            one.id: replace(
                one,
                measured_by=successors(one.measured_by),
                rewarded_for=_rewards(one.rewarded_for, ended, heir),
            )
            for one in organisation.roles.values()
        },
        handoffs={
            one.id: replace(one, measure=heir) if one.measure == ended else one
            for one in organisation.handoffs.values()
        },
        measures={
            one.id: replace(
                one,
                works_against=tuple(id_ for id_ in successors(one.works_against) if id_ != one.id),
            )
            for one in organisation.measures.values()
        },
    )
    draft.take_out("measure", ended, "has ended")


def _rewards(rewards: tuple[Any, ...], ended: str, heir: str | None) -> tuple[Any, ...]:
    then = [replace(one, measure=heir) if one.measure == ended and heir else one for one in rewards]
    return tuple(one for one in then if one.measure != ended)


def add_handoff(draft: DesignDraft, values: Values) -> None:
    """Add a hand-off."""
    said = dict(values)
    id_ = said.pop("handoff")
    draft.check_free("handoff", id_)
    _put_handoff(draft, Handoff(id_, **said))
    draft.gone.pop(("handoff", id_), None)


def change_handoff(draft: DesignDraft, values: Values) -> None:
    """Change what is named of a hand-off, and leave the rest of it."""
    said = dict(values)
    handoff = draft.handoff(said.pop("handoff"))
    _put_handoff(draft, replace(handoff, **said))
    if "giver" in said or "taker" in said:
        draft.open.pop(("handoff", handoff.id), None)


def _put_handoff(draft: DesignDraft, handoff: Handoff) -> None:
    giver, taker = draft.function(handoff.giver), draft.function(handoff.taker)
    if giver.id == taker.id:
        raise ImpossibleChange(f"{giver.name} cannot hand over to itself")
    if handoff.stage is not None:
        draft.stage(handoff.stage)
    if handoff.accountable is not None:
        draft.role(handoff.accountable)
    if handoff.measure is not None:
        draft.measure(handoff.measure)
    draft.put_part("handoff", handoff)


def retire_handoff(draft: DesignDraft, values: Values) -> None:
    """End a hand-off."""
    draft.take_out("handoff", draft.handoff(values["handoff"]).id, "has ended")


def add_stage(draft: DesignDraft, values: Values) -> None:
    """Add a stage of the journey, before another or as the last one."""
    said = dict(values)
    id_, before = said.pop("stage"), said.pop("before", None)
    draft.check_free("stage", id_)
    _check_stage(draft, said)
    journey = dict(draft.organisation.journey)
    new = Stage(id_, **said)
    if before is None:
        draft.put_part("stage", new)
    else:
        draft.stage(before)
        pairs = [((id_, new),) * (key == before) + ((key, one),) for key, one in journey.items()]
        draft.change(journey=dict(pair for several in pairs for pair in several))
    draft.gone.pop(("stage", id_), None)


def change_stage(draft: DesignDraft, values: Values) -> None:
    """Change what is named of a stage of the journey, and leave the rest of it."""
    said = dict(values)
    stage = draft.stage(said.pop("stage"))
    _check_stage(draft, said)
    draft.put_part("stage", replace(stage, **said))


def _check_stage(draft: DesignDraft, said: Values) -> None:
    for function in said.get("functions", ()):
        draft.function(function)
    if said.get("outcome") is not None:
        draft.outcome(said["outcome"])


def retire_stage(draft: DesignDraft, values: Values) -> None:
    """End a stage of the journey; its hand-offs go on without it."""
    ended = draft.stage(values["stage"]).id
    organisation = draft.organisation
    maturity = dict(organisation.assessment.maturity)
    maturity.pop(ended, None)
    draft.change(
        handoffs={
            one.id: replace(one, stage=None) if one.stage == ended else one
            for one in organisation.handoffs.values()
        },
        journey={
            one.id: replace(one, after=tuple(id_ for id_ in one.after if id_ != ended))
            for one in organisation.journey.values()
        },
        assessment=replace(organisation.assessment, maturity=maturity),
        decisions={
            id_: replace(one, stage=None) if one.stage == ended else one
            for id_, one in organisation.decisions.items()
        },
    )
    draft.take_out("stage", ended, "has ended")
