"""A contribution that says nothing of its own."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rule import rule
from orgdesign.diagnosis.wording import joined, quoted
from orgdesign.diagnosis.words import line, root, words
from orgdesign.model import Function, Organisation

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
    """Yield each contribution that is only its function's name, or that several functions share.

    A shared one is told of once, where it stands for the second time.
    """
    functions = organisation.functions.values()
    same: dict[tuple[str, ...], list[Function]] = {}
    for function in functions:
        same.setdefault(_said(function), []).append(function)
    for function in functions:
        sharing = same[_said(function)]
        if _only_names(function):
            yield _repeats_its_name(function)
        elif _said(function) and sharing[1:2] == [function]:
            yield _is_shared(function, sharing)


def _said(function: Function) -> tuple[str, ...]:
    return tuple(words(function.alignment.contribution or ""))


def _only_names(function: Function) -> bool:
    name = {root(word) for word in words(function.name)}
    own = {root(word) for word in _said(function) if word not in _FILLERS}
    return bool(own) and own <= name


def _repeats_its_name(function: Function) -> Finding:
    return Finding(
        f"What {function.name} says it contributes only repeats its name.",
        _contribution(function),
        f"Write in one sentence what {function.name} does for the customer.",
    )


def _is_shared(second: Function, sharing: list[Function]) -> Finding:
    names = joined(function.name for function in sharing)
    return Finding(
        f"{names} give the same contribution: {quoted(line(second.alignment.contribution or ''))}.",
        _contribution(second),
        "Write for each what it does for the customer that the others do not.",
        tuple(_contribution(each) for each in sharing if each is not second),
    )


def _contribution(function: Function) -> Place:
    return Place("function", function.id, ("alignment", "contribution"))
