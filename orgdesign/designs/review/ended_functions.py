"""What a design leaves open about functions that it ends or makes one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.designs.replay import ReplayStep
from orgdesign.designs.review.design_problem import DesignProblem
from orgdesign.model import Design, Organisation, join_words


def merged_without_head(design: Design, steps: Sequence[ReplayStep]) -> Iterator[DesignProblem]:
    """Yield the mergers into a new function of which two roles answer for the parts.

    Whoever is to make it happen answers for it, if they are one of the two; so does the one whose
    seat is left, where a change moves or ends the others.
    """
    for step in steps:
        into = step.change.values.get("into")
        if step.reason or step.change.kind != "merge" or into in step.before.functions:
            continue
        parts = [step.before.functions[id_] for id_ in _ids(step) if id_ in step.before.functions]
        heads = dict.fromkeys(part.accountable for part in parts if part.accountable)
        if len(heads) > 1 and not _is_decided(design, f"{into}", (*heads,)):
            named = {
                "parts": join_words(part.name for part in parts),
                "whole": step.result.functions[f"{into}"].name,
                "heads": join_words(step.before.roles[head].title for head in heads),
            }
            yield DesignProblem("undecided", ("changes", step.at), "merged", named)


def ended_before_customers(
    end: Organisation, steps: Sequence[ReplayStep]
) -> Iterator[DesignProblem]:
    """Yield the functions that customers meet and that end, where nobody comes in their place."""
    for step in steps:
        id_ = f"{step.change.values.get('function')}"
        if step.reason or step.change.kind != "retire" or id_ not in step.before.functions:
            continue
        met = [stage for stage in step.before.journey.values() if id_ in stage.functions]
        if met and not _has_heirs(id_, end, steps):
            named = {
                "function": step.before.functions[id_].name,
                "stages": join_words(f"\u201c{stage.name}\u201d" for stage in met),
            }
            yield DesignProblem("left", ("changes", step.at), "met", named)


def _ids(step: ReplayStep) -> tuple[str, ...]:
    ids = step.change.values.get("functions")
    return ids if isinstance(ids, tuple) else ()


def _is_decided(design: Design, into: str, heads: Sequence[str]) -> bool:
    """Whether a change says who answers for a function, or what becomes of those who did."""
    for change in design.changes:
        values = change.values
        if change.kind == "merge" and values.get("into") == into and change.owner in heads:
            return True
        if values.get("function") == into and values.get("accountable"):
            return True
        if values.get("role") in heads and change.kind in ("move-role", "retire-role"):
            return True
    return False


def _has_heirs(id_: str, end: Organisation, steps: Sequence[ReplayStep]) -> bool:
    """Whether people of a function go elsewhere, or another comes to where customers met it."""
    first = steps[0].before
    comes = any(
        {*stage.functions} - {*first.journey[stage.id].functions}
        for stage in end.journey.values()
        if stage.id in first.journey and id_ in first.journey[stage.id].functions
    )
    return comes or any(
        step.change.kind == "transfer"
        and step.change.values.get("giver") == id_
        and step.change.values.get("taker")
        for step in steps
    )
