"""What becomes of all that refers to functions when others take their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orgdesign.designs.replay.draft import Draft, unique
from orgdesign.model import Assessment, Handoff, Organisation, Sharing, Stage


def replace_function(draft: Draft, id_: str, by: Sequence[str], heir: str | None) -> None:
    """Take a function out, and let ``by`` stand in the journey where it stood.

    Its reports go to ``heir``. Its roles, hand-offs and commitments go to the first of ``by``;
    where there is none they end, and a role belongs to no function.
    """
    today, first = draft.organisation, next(iter(by), None)
    functions = {
        each.id: replace(each, reports_to=heir) if each.reports_to == id_ else each
        for each in today.functions.values()
        if each.id != id_ or id_ in by
    }
    roles = {
        each.id: replace(each, function=first) if each.function == id_ else each
        for each in today.roles.values()
    }
    draft.change(
        functions=functions,
        roles=roles,
        journey={stage.id: _stage(stage, id_, by) for stage in today.journey.values()},
        handoffs=_handoffs(today.handoffs, id_, first),
        assessment=_assessment(today, id_, first),
    )


def _stage(stage: Stage, id_: str, by: Sequence[str]) -> Stage:
    if id_ not in stage.functions:
        return stage
    standing = [each for one in stage.functions for each in (by if one == id_ else (one,))]
    return replace(stage, functions=unique(standing))


def _handoffs(handoffs: Mapping[str, Handoff], id_: str, first: str | None) -> dict[str, Handoff]:
    """Return the hand-offs; one that no longer crosses from function to function ends."""
    kept = {}
    for one in handoffs.values():
        if id_ not in (one.giver, one.taker):
            kept[one.id] = one
            continue
        giver = first if one.giver == id_ else one.giver
        taker = first if one.taker == id_ else one.taker
        if giver is not None and taker is not None and giver != taker:
            kept[one.id] = replace(one, giver=giver, taker=taker)
    return kept


def _assessment(today: Organisation, id_: str, first: str | None) -> Assessment:
    assessment = today.assessment
    core = assessment.power_core_function
    return replace(
        assessment,
        power_core_function=first if core == id_ else core,
        sharing=_sharing(assessment.sharing, id_, first),
    )


def _sharing(sharing: Sharing, id_: str, first: str | None) -> Sharing:
    if id_ not in sharing.commitments:
        return sharing
    commitments = dict(sharing.commitments)
    pledged = commitments.pop(id_)
    if first is not None:
        commitments.setdefault(first, pledged)
    return replace(sharing, commitments=commitments)
