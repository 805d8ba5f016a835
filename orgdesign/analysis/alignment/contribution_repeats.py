"""A contribution that says nothing of its own."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.analysis.finding import Finding, Place
from orgdesign.analysis.rule import rule
from orgdesign.analysis.words import root, words
from orgdesign.organisation import Function, Organisation

_FILLERS = frozenset(
    words(
        "a all an and are department do does for function handles in is manages of office our"
        " responsible runs team the to unit we work"
    )
)


@rule(
    "alignment",
    "hint",
    title="Contribution that repeats",
    why="A name or a borrowed sentence tells no customer who does what for them.",
)
def contribution_repeats(organisation: Organisation) -> Iterator[Finding]:
    """Yield each function whose contribution is only its own name, or that of another."""
    first: dict[tuple[str, ...], Function] = {}
    for function in organisation.functions.values():
        said = words(function.alignment.contribution or "")
        if _only_names(said, function):
            yield _repeats(function, "only repeats its name")
        elif said:
            other = first.setdefault(tuple(said), function)
            if other is not function:
                yield _repeats(function, f"is the same as that of {other.name}", other)


def _only_names(said: list[str], function: Function) -> bool:
    name = {root(word) for word in words(function.name)}
    own = {root(word) for word in said if word not in _FILLERS}
    return bool(own) and own <= name


def _repeats(function: Function, how: str, *others: Function) -> Finding:
    at = ("alignment", "contribution")
    return Finding(
        f"What {function.name} says it contributes {how}.",
        Place("function", function.id, at),
        f"Write what {function.name} does for the customer that no other function does.",
        tuple(Place("function", other.id, at) for other in others),
    )
