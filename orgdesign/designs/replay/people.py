"""People, posts and cost that go from one function to another, come, or leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from orgdesign.designs.replay.draft import DesignDraft, ImpossibleChange
from orgdesign.model import Function, number_text

Values = Mapping[str, Any]


def transfer(draft: DesignDraft, values: Values) -> None:
    """Let people, posts and cost go from a function to another, out, or come in."""
    giver, taker = values.get("giver"), values.get("taker")
    if giver is None and taker is None:
        raise ImpossibleChange("it says neither where people come from nor where they go")
    if giver == taker:
        name = draft.function(giver or "").name
        raise ImpossibleChange(f"people cannot go from {name} to itself")
    people, posts = moved_amounts(values)
    cost = values.get("cost")
    if giver is not None:
        draft.put_function(_decrease(draft.function(giver), people, posts, cost))
    if taker is not None:
        draft.put_function(_increase(draft.function(taker), people, posts, cost))


def moved_amounts(values: Values) -> tuple[float, float]:
    """Return how many people and how many posts a transfer moves.

    People take their posts with them, but leavers leave them open. A vacancy that is given up,
    and a new post that nobody holds yet, is a post without a person.
    """
    people, way = values.get("people") or 0.0, values.get("way")
    posts: float | None = values.get("posts")
    if way == "vacancy":
        return 0.0, people if posts is None else posts
    if posts is None:
        posts = 0.0 if way == "leaver" else people
    return people, posts


def _decrease(function: Function, people: float, posts: float, cost: float | None) -> Function:
    headcount = function.headcount
    if people and headcount is None:
        raise ImpossibleChange(f"it is not said how many people {function.name} has")
    if headcount is not None and people > headcount:
        raise ImpossibleChange(
            f"{function.name} has {number_text(headcount)} people, "
            f"so {number_text(people)} cannot leave it"
        )
    if cost is not None and function.cost is None:
        raise ImpossibleChange(f"it is not said what {function.name} costs")
    if cost is not None and function.cost is not None and cost > function.cost:
        raise ImpossibleChange(
            f"{function.name} costs {number_text(function.cost)} a year, "
            f"so {number_text(cost)} cannot go from it"
        )
    then = replace(
        function,
        headcount=None if headcount is None else headcount - people,
        cost=function.cost if cost is None else (function.cost or 0) - cost,
    )
    return _with_posts(function, then, -posts)


def _increase(function: Function, people: float, posts: float, cost: float | None) -> Function:
    headcount = (function.headcount or 0) + people if people else function.headcount
    then = replace(
        function,
        headcount=headcount,
        cost=function.cost if cost is None else (function.cost or 0) + cost,
    )
    return _with_posts(function, then, posts)


def _with_posts(now: Function, then: Function, more: float) -> Function:
    """Return a function with as many posts more; they are counted once they are not its people."""
    had = now.posts if now.posts is not None else now.headcount or 0
    posts = had + more
    if posts < 0:
        raise ImpossibleChange(
            f"{now.name} has {number_text(had)} posts, so {number_text(-more)} cannot go"
        )
    if now.posts is None and posts == (then.headcount or 0):
        return then
    if posts < (then.headcount or 0):
        raise ImpossibleChange(
            f"{now.name} would have {number_text(then.headcount or 0)} people "
            f"on {number_text(posts)} posts"
        )
    return replace(then, posts=posts)
