"""What becomes of all that refers to functions when others take their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from orgdesign.designs.replay.draft import DesignDraft, SplitQuestion, unique
from orgdesign.model import Assessment, DottedLine, Function, Handoff, Organisation, Sharing, Stage
from orgdesign.value_objects import value_object

ENDED_WITH = "has ended with a function of it"


@value_object
class Succession:
    """Who comes after a function that goes, and what of it goes where.

    ``by`` stand in the journey where it stood; ``default`` has all that is placed nowhere, if
    anyone has; ``heir`` has those that report to it. What ``is_open`` says of it is asked.
    """

    id: str
    by: tuple[str, ...] = ()
    heir: str | None = None
    default: str | None = None
    is_open: bool = False
    placed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    stages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def place(self, kind: str, id_: str) -> str | None:
        """Return the function to which a part of a kind goes; None where it is not said."""
        return self.placed.get(kind, {}).get(id_) or (None if self.is_open else self.default)

    def is_placed(self, kind: str, id_: str) -> bool:
        """Whether it is said where a part of a kind goes."""
        return not self.is_open or id_ in self.placed.get(kind, {})


def replace_function(draft: DesignDraft, gone: Succession) -> None:
    """Take a function out, and let others stand where it stood.

    Its roles go to where it is said, and belong to no function where it is not. Hand-offs and
    commitments go to the first that comes after it; where there is none they end.
    """
    today = draft.organisation
    _ask(draft, gone)
    draft.change_functions(_changed_functions(draft, gone))
    draft.change(
        roles={
            role.id: replace(role, function=gone.place("role", role.id))
            if role.function == gone.id
            else role
            for role in today.roles.values()
        },
        journey={stage.id: _stage(stage, gone) for stage in today.journey.values()},
        handoffs=_handoffs(draft, today.handoffs, gone),
        assessment=_assessment(today, gone.id, gone.default),
    )


def _changed_functions(draft: DesignDraft, gone: Succession) -> dict[str, Function | None]:
    """Return the function that goes, and those that had a line to it as they are without it."""
    changed: dict[str, Function | None] = {}
    for function in draft.lines.leading_to(gone.id):
        above, lines = function.reports_to, function.dotted_to
        if above == gone.id:
            above = gone.placed.get("function", {}).get(function.id, gone.heir)
        led = replace(function, reports_to=above)
        if any(line.to == gone.id for line in lines):
            led = replace(led, dotted_to=_lines(led, gone))
        changed[function.id] = led
    if gone.id not in gone.by:
        changed[gone.id] = None
    return changed


def _lines(function: Function, gone: Succession) -> tuple[DottedLine, ...]:
    """Return the dotted lines of a function, with those to the one that goes led elsewhere."""
    led = {(gone.default if line.to == gone.id else line.to): line for line in function.dotted_to}
    ends = (None, function.id, function.reports_to)
    return tuple(replace(line, to=to) for to, line in led.items() if to and to not in ends)


def _ask(draft: DesignDraft, gone: Succession) -> None:
    """Take down what nobody has said of a function that is split."""
    if not gone.is_open:
        return
    today = draft.organisation
    belonging = [("role", role.id) for role in today.roles.values() if role.function == gone.id]
    belonging += [
        ("function", each.id) for each in today.functions.values() if each.reports_to == gone.id
    ]
    belonging += [
        ("handoff", each.id)
        for each in today.handoffs.values()
        if gone.id in (each.giver, each.taker)
    ]
    for kind, id_ in belonging:
        if not gone.is_placed(kind, id_):
            question = SplitQuestion(draft.at, kind, id_, gone.id, gone.by)
            draft.open[kind, id_] = question


def _stage(stage: Stage, gone: Succession) -> Stage:
    if gone.id not in stage.functions:
        return stage
    by: Sequence[str] = gone.stages.get(stage.id, gone.by)
    standing = [each for id_ in stage.functions for each in (by if id_ == gone.id else (id_,))]
    return replace(stage, functions=unique(standing))


def _handoffs(
    draft: DesignDraft, handoffs: Mapping[str, Handoff], gone: Succession
) -> dict[str, Handoff]:
    """Return the hand-offs; one that no longer crosses from function to function ends."""
    left = {}
    for handoff in handoffs.values():
        if gone.id not in (handoff.giver, handoff.taker):
            left[handoff.id] = handoff
            continue
        heir = gone.placed.get("handoff", {}).get(handoff.id, gone.default)
        giver = heir if handoff.giver == gone.id else handoff.giver
        taker = heir if handoff.taker == gone.id else handoff.taker
        if giver is not None and taker is not None and giver != taker:
            left[handoff.id] = replace(handoff, giver=giver, taker=taker)
        else:
            draft.gone["handoff", handoff.id] = ENDED_WITH
            draft.open.pop(("handoff", handoff.id), None)
    return left


def _assessment(today: Organisation, id_: str, heir: str | None) -> Assessment:
    assessment = today.assessment
    core = assessment.power_core_function
    return replace(
        assessment,
        power_core_function=heir if core == id_ else core,
        sharing=_sharing(assessment.sharing, id_, heir),
    )


def _sharing(sharing: Sharing, id_: str, heir: str | None) -> Sharing:
    if id_ not in sharing.commitments:
        return sharing
    commitments = dict(sharing.commitments)
    pledged = commitments.pop(id_)
    if heir is not None:
        commitments.setdefault(heir, pledged)
    return replace(sharing, commitments=commitments)
