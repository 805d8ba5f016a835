"""People, posts and cost in words: how many, and from how many to how many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from orgdesign.designs.replay import ReplayStep
from orgdesign.model import Function, join_words, number_text


def amounts_become(step: ReplayStep) -> str:
    """Return how people, posts and cost of the functions that a change alters become others.

    Empty where all of them together have as many afterwards, and nothing goes between them.
    """
    old, new = step.before.functions, step.result.functions
    if old is new:
        return ""
    if step.change.kind == "transfer":
        return "; ".join(_of_each(step))
    gone = [each for id_, each in old.items() if new.get(id_) is not each]
    come = [each for id_, each in new.items() if old.get(id_) is not each]
    return join_words(amounts_differ(gone, come), nothing="")


def _of_each(step: ReplayStep) -> Iterator[str]:
    """Yield for each function of a transfer what it has before and afterwards."""
    for key in ("giver", "taker"):
        id_ = step.change.values.get(key)
        if isinstance(id_, str) and id_ in step.result.functions and not step.reason:
            old, new = step.before.functions[id_], step.result.functions[id_]
            if said := ", ".join(amount_arrows(old, new)):
                yield f"{new.name}: {said}"


def amount_arrows(old: Function, new: Function) -> Iterator[str]:
    """Yield from how many people, posts and cost a function goes to how many: ``3 → 5 people``.

    What is given on one side only is no arrow, as not given is not nothing.
    """
    for field, unit, counted in _ARROWS:
        before, after = getattr(old, field), getattr(new, field)
        if before is None and after:
            yield f"now {counted(after)}"
        elif before and after is None:
            yield f"was {counted(before)}"
        elif None not in (before, after) and before != after:
            yield f"{number_text(before)} → {number_text(after)} {unit}"


def amounts_differ(gone: Iterable[Function], come: Iterable[Function]) -> Iterator[str]:
    """Yield how people, posts and cost of functions become those of others, where they differ."""
    old, new = [*gone], [*come]
    added: list[str] = []
    lost: list[str] = []
    for field, counted, become in _FIELDS:
        before = _sum(getattr(each, field) for each in old)
        after = _sum(getattr(each, field) for each in new)
        if before is None and after:
            added.append(counted(after))
        elif before and after is None:
            lost.append(counted(before))
        elif before is not None and after is not None and before != after:
            yield become(before, after)
    if lost:
        yield f"nothing more is said of {join_words(lost)}"
    if added:
        yield f"with {join_words(added)}"


def _sum(amounts: Iterable[float | None]) -> float | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _people(amount: float) -> str:
    return f"{number_text(amount)} {'person' if amount == 1 else 'people'}"


def _posts(amount: float) -> str:
    return f"{number_text(amount)} {'post' if amount == 1 else 'posts'}"


def _cost(amount: float) -> str:
    return f"a cost of {number_text(amount)} a year"


def _become(counted: Callable[[float], str], verb: str) -> Callable[[float, float], str]:
    return lambda old, new: f"{counted(old)} {verb} {number_text(new)}"


_FIELDS: tuple[
    tuple[str, Callable[[float], str], Callable[[float, float], str]],
    ...,
] = (
    ("headcount", _people, _become(_people, "become")),
    ("posts", _posts, _become(_posts, "become")),
    ("cost", _cost, _become(_cost, "becomes")),
)
_ARROWS: tuple[tuple[str, str, Callable[[float], str]], ...] = (
    ("headcount", "people", _people),
    ("posts", "posts", _posts),
    ("cost", "a year", lambda amount: f"{number_text(amount)} a year"),
)
