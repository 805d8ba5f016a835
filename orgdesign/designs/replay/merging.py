"""Changes that make one function of several, and several of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay.draft import DesignDraft, ImpossibleChange, SplitQuestion, unique
from orgdesign.designs.replay.functions import check_part
from orgdesign.designs.replay.succession import Succession, replace_function
from orgdesign.model import Alignment, Function, SplitPart, join_words

Values = Mapping[str, Any]


def merge_functions(draft: DesignDraft, values: Values) -> None:
    """Make one function of several: their people, cost and measures added up.

    It stands where the first of them stood. What they say differently it takes from the one
    whose id it keeps, or else from the first of them that says it.
    """
    merged = [draft.function(id_) for id_ in values["functions"]]
    into = values["into"]
    ids = [function.id for function in merged]
    if into not in ids:
        draft.check_free("function", into)
    merged.sort(key=lambda function: function.id != into)
    one = _merged_function(merged, into, values)
    one = replace(one, reports_to=_above(draft, merged, ids))
    origins = unique(origin for id_ in ids for origin in draft.lineage[id_])
    _stand_in(draft, ids[0], one)
    for id_ in ids:
        if id_ != into:
            replace_function(draft, Succession(id_, (into,), into, into))
            draft.gone["function", id_] = f'has been merged into "{into}"'
            del draft.lineage[id_]
    _drop_own_lines(draft, into)
    draft.lineage[into] = origins


def _merged_function(merged: Sequence[Function], into: str, values: Values) -> Function:
    first = merged[0]
    return Function(
        into,
        values.get("name", first.name),
        accountable=next((each.accountable for each in merged if each.accountable), None),
        alignment=_merged_alignment([each.alignment for each in merged]),
        measures=unique(measure for each in merged for measure in each.measures),
        headcount=_sum(each.headcount for each in merged),
        cost=_sum(each.cost for each in merged),
        posts=_merged_posts(merged),
        work=next((each.work for each in merged if each.work), None),
        dotted_to=tuple({line.to: line for each in merged for line in each.dotted_to}.values()),
        attributes={k: v for each in reversed(merged) for k, v in each.attributes.items()},
    )


def _merged_alignment(alignments: Sequence[Alignment]) -> Alignment:
    main = next((each for each in alignments if each.outcome), Alignment())
    served = [
        outcome
        for each in alignments
        for outcome in (*([each.outcome] if each.outcome else []), *each.also)
    ]
    also = tuple(outcome for outcome in unique(served) if outcome != main.outcome)
    return replace(main, also=also)


def _merged_posts(merged: Sequence[Function]) -> float | None:
    """Return the posts of all; where one does not count them, its people are its posts."""
    if all(each.posts is None for each in merged):
        return None
    return _sum(each.headcount if each.posts is None else each.posts for each in merged)


def _sum(amounts: Iterable[float | None]) -> float | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _drop_own_lines(draft: DesignDraft, id_: str) -> None:
    """Drop the dotted lines of a function to itself and to what it reports to."""
    function = draft.function(id_)
    ends = (id_, function.reports_to)
    lines = tuple(line for line in function.dotted_to if line.to not in ends)
    if lines != function.dotted_to:
        draft.put_function(replace(function, dotted_to=lines))


def _above(draft: DesignDraft, merged: Sequence[Function], ids: Sequence[str]) -> str | None:
    """Return what the one reports to: the nearest function over them that is not one of them."""
    inside = set(ids)
    outside = (id_ for id_ in draft.line_above(merged[0].id) if id_ not in inside)
    above = next(outside, None)
    if above is not None and inside & set(draft.line_above(above)):
        other = draft.function(above).name
        raise ImpossibleChange(
            f"{other} stands between the functions that are merged; merge or move it too"
        )
    return above


def _stand_in(draft: DesignDraft, place: str, one: Function) -> None:
    """Put the one where the first of the merged stands, or where its own id does."""
    functions = draft.organisation.functions
    if one.id in functions:
        draft.put_function(one)
        return
    order = [*functions]
    order.insert(order.index(place), one.id)
    draft.change_functions({one.id: one}, order)


def split_function(draft: DesignDraft, values: Values) -> None:
    """Make several functions of one, where it stood.

    Those that do not say what they report to report where it did. Of what belonged to it, each
    part has what it names; the rest stays with the part that keeps its id. Where there is none,
    the rest has no place until somebody decides.
    """
    whole = draft.function(values["function"])
    parts: Sequence[SplitPart] = values["into"]
    if not parts:
        raise ImpossibleChange(f"it does not say what {whole.name} becomes; name at least one")
    ids = sorted((part.id for part in parts), key=lambda id_: id_ != whole.id)
    for part in parts:
        _check_split_part(draft, part, whole, ids)
    origins, order = draft.lineage.pop(whole.id), [*draft.organisation.functions]
    succession = _succession(draft, whole, parts, ids)
    _ask_for_measures(draft, whole, parts)
    replace_function(draft, succession)
    draft.gone["function", whole.id] = f"has been split into {_and_list(ids)}"
    _place_parts(draft, whole, parts, order)
    draft.lineage |= dict.fromkeys(ids, origins)


def _succession(
    draft: DesignDraft, whole: Function, parts: Sequence[SplitPart], ids: Sequence[str]
) -> Succession:
    is_open = len(parts) > 1 and whole.id not in ids
    stages: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for stage in part.stages:
            stages[stage] = (*stages.get(stage, ()), part.id)
    placed = {
        "role": _accountable_roles(parts) | {id_: part.id for part in parts for id_ in part.roles},
        "handoff": {id_: part.id for part in parts for id_ in part.handoffs},
        "function": {id_: part.id for part in parts for id_ in part.functions},
    }
    return Succession(whole.id, tuple(ids), ids[0], ids[0], is_open, placed, stages)


def _accountable_roles(parts: Sequence[SplitPart]) -> dict[str, str]:
    """Return the roles that answer for exactly one part, each with that part."""
    named = [part.accountable for part in parts]
    return {
        part.accountable: part.id
        for part in parts
        if part.accountable and named.count(part.accountable) == 1
    }


def _ask_for_measures(draft: DesignDraft, whole: Function, parts: Sequence[SplitPart]) -> None:
    """Take down the measures of the whole that no part has, though all say what measures them."""
    if not all(part.measures for part in parts):
        return
    held = {measure for part in parts for measure in part.measures}
    ids = tuple(part.id for part in parts)
    for measure in whole.measures:
        if measure not in held:
            question = SplitQuestion(draft.at, "measure", measure, whole.id, ids)
            draft.open["measure", measure] = question


def _check_split_part(
    draft: DesignDraft, part: SplitPart, whole: Function, ids: Sequence[str]
) -> None:
    if part.id != whole.id:
        draft.check_free("function", part.id)
    if part.reports_to == part.id:
        raise ImpossibleChange(f"{part.name} cannot report to itself")
    if part.reports_to == whole.id and whole.id not in ids:
        raise ImpossibleChange(f"{whole.name} is split, so {part.name} cannot report to it")
    check_part(draft, None if part.reports_to in ids else part.reports_to, part.accountable)
    for line in part.dotted_to:
        if line.to not in ids:
            draft.function(line.to)
    for role in part.roles:
        if draft.role(role).function != whole.id:
            title = draft.role(role).title
            raise ImpossibleChange(f"{title} is not in {whole.name}, so the split cannot place it")


def _place_parts(
    draft: DesignDraft, whole: Function, parts: Sequence[SplitPart], order: Sequence[str]
) -> None:
    made = {part.id: part_function(part, whole, len(parts) == 1) for part in parts}
    places = [each for id_ in order for each in (made if id_ == whole.id else (id_,))]
    draft.change_functions(made, places)
    functions = draft.organisation.functions
    for part in parts:
        if part.id in list(_line_above(functions, made[part.id].reports_to)):
            raise ImpossibleChange(f"{part.name} would report to itself, by way of those under it")


def part_function(part: SplitPart, whole: Function, is_only: bool) -> Function:
    """Return the function that a part of a split becomes.

    It says of its alignment, role, measures, work and lines what the whole did, unless it says
    otherwise; people and cost are the whole's only where it becomes nothing else.
    """
    reports_to = part.reports_to or whole.reports_to
    lines = part.dotted_to or whole.dotted_to
    return Function(
        part.id,
        part.name,
        reports_to,
        part.accountable or whole.accountable,
        whole.alignment if part.alignment == Alignment() else part.alignment,
        part.measures or whole.measures,
        whole.headcount if is_only and part.headcount is None else part.headcount,
        whole.cost if is_only and part.cost is None else part.cost,
        part.work or whole.work,
        tuple(line for line in lines if line.to not in (part.id, reports_to)),
        whole.posts if is_only and part.posts is None else part.posts,
        {**whole.attributes, **part.attributes},
    )


def _line_above(functions: Mapping[str, Function], above: str | None) -> Iterator[str]:
    seen: set[str] = set()
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = functions[above].reports_to


def _and_list(ids: Sequence[str]) -> str:
    return join_words(f'"{id_}"' for id_ in ids)
