"""Changes that make one function of several, and several of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay.draft import Draft, ImpossibleChange, unique
from orgdesign.designs.replay.functions import check_part, of_part
from orgdesign.designs.replay.succession import replace_function
from orgdesign.model import Alignment, Function, Part

Values = Mapping[str, Any]


def merge(draft: Draft, values: Values) -> None:
    """Make one function of several: their people, cost and measures added up.

    It stands where the first of them stood. What they say differently it takes from the one
    whose id it keeps, or else from the first of them that says it.
    """
    merged = [draft.function(each) for each in values["functions"]]
    into = values["into"]
    ids = [each.id for each in merged]
    if into not in ids:
        draft.check_free("function", into)
    merged.sort(key=lambda each: each.id != into)
    one = replace(_one_of(merged, into, values), reports_to=_above(draft, merged, ids))
    origins = unique(origin for each in ids for origin in draft.lineage[each])
    _stand_in(draft, ids[0], one)
    for each in ids:
        if each != into:
            replace_function(draft, each, (into,), into)
            draft.gone["function", each] = f'has been merged into "{into}"'
            del draft.lineage[each]
    draft.lineage[into] = origins


def _one_of(merged: Sequence[Function], into: str, values: Values) -> Function:
    first = merged[0]
    return Function(
        into,
        values.get("name", first.name),
        accountable=next((each.accountable for each in merged if each.accountable), None),
        alignment=_alignment([each.alignment for each in merged]),
        measures=unique(measure for each in merged for measure in each.measures),
        headcount=_added(each.headcount for each in merged),
        cost=_added(each.cost for each in merged),
        work=next((each.work for each in merged if each.work), None),
    )


def _alignment(alignments: Sequence[Alignment]) -> Alignment:
    main = next((each for each in alignments if each.outcome), Alignment())
    served = [
        outcome
        for each in alignments
        for outcome in (*([each.outcome] if each.outcome else []), *each.also)
    ]
    return replace(main, also=tuple(each for each in unique(served) if each != main.outcome))


def _added(amounts: Iterable[float | None]) -> float | None:
    known = [each for each in amounts if each is not None]
    return sum(known) if known else None


def _above(draft: Draft, merged: Sequence[Function], ids: Sequence[str]) -> str | None:
    """Return what the one reports to: the nearest function over them that is not one of them."""
    inside = set(ids)
    outside = (each for each in draft.over(merged[0].id) if each not in inside)
    above = next(outside, None)
    if above is not None and inside & set(draft.over(above)):
        other = draft.function(above).name
        raise ImpossibleChange(
            f"{other} stands between the functions that are merged; merge or move it too"
        )
    return above


def _stand_in(draft: Draft, place: str, one: Function) -> None:
    """Put the one where the first of the merged stands, or where its own id does."""
    functions = draft.organisation.functions
    if one.id in functions:
        draft.put_function(one)
        return
    placed: dict[str, Function] = {}
    for each in functions.values():
        if each.id == place:
            placed[one.id] = one
        placed[each.id] = each
    draft.change(functions=placed)


def split(draft: Draft, values: Values) -> None:
    """Make several functions of one, where it stood.

    Those that do not say what they report to report where it did. What referred to it refers
    to the one that keeps its id, or else to the first.
    """
    whole = draft.function(values["function"])
    parts: Sequence[Part] = values["into"]
    ids = sorted((part.id for part in parts), key=lambda each: each != whole.id)
    if not ids:
        raise ImpossibleChange(f"{whole.name} is to be split into nothing; name two functions")
    for part in parts:
        _check(draft, part, whole, ids)
    origins, order = draft.lineage.pop(whole.id), [*draft.organisation.functions]
    replace_function(draft, whole.id, ids, ids[0])
    draft.gone["function", whole.id] = f"has been split into {_listed(ids)}"
    _place(draft, whole, parts, order)
    draft.lineage |= dict.fromkeys(ids, origins)


def _check(draft: Draft, part: Part, whole: Function, ids: Sequence[str]) -> None:
    if part.id != whole.id:
        draft.check_free("function", part.id)
    if part.reports_to == part.id:
        raise ImpossibleChange(f"{part.name} cannot report to itself")
    if part.reports_to == whole.id and whole.id not in ids:
        raise ImpossibleChange(f"{whole.name} is split, so {part.name} cannot report to it")
    check_part(draft, None if part.reports_to in ids else part.reports_to, part.accountable)


def _place(draft: Draft, whole: Function, parts: Sequence[Part], order: Sequence[str]) -> None:
    made = {part.id: of_part(part, whole.reports_to) for part in parts}
    known = {**draft.organisation.functions, **made}
    places = (each for one in order for each in (made if one == whole.id else (one,)))
    functions = {each: known[each] for each in places}
    draft.change(functions=functions)
    for part in parts:
        if any(each == part.id for each in list(_over(functions, made[part.id].reports_to))):
            raise ImpossibleChange(f"{part.name} would report to itself, by way of those under it")


def _over(functions: Mapping[str, Function], above: str | None) -> Iterable[str]:
    seen: set[str] = set()
    while above is not None and above not in seen:
        seen.add(above)
        yield above
        above = functions[above].reports_to


def _listed(ids: Sequence[str]) -> str:
    return " and ".join(f'"{each}"' for each in ids)
