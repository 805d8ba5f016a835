"""What must come before what: the changes of a design that need others to be made first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orgdesign.model import Change, Design, Part

Thing = tuple[str, str]
"""A function or a role, by its kind and id."""

_REFERS = {
    "function": "function",
    "reports_to": "function",
    "role": "role",
    "accountable": "role",
}


def prerequisites(design: Design) -> Mapping[int, tuple[int, ...]]:
    """Return, by position, the changes that bring about what a change is about.

    A change is about functions and roles; those that another change adds, merges or splits into
    are there only once that one is made.
    """
    makers: dict[Thing, int] = {}
    for at, change in enumerate(design.changes):
        for thing in made_by(change):
            makers.setdefault(thing, at)
    return {
        at: tuple(sorted({makers[each] for each in _named(change) if makers.get(each, at) != at}))
        for at, change in enumerate(design.changes)
    }


def made_by(change: Change) -> Iterator[Thing]:
    """Yield the functions and roles that a change brings about."""
    values: Mapping[str, Any] = change.values
    match change.kind:
        case "add":
            yield "function", values["function"]
        case "merge":
            if values["into"] not in values["functions"]:
                yield "function", values["into"]
        case "split":
            yield from (("function", part.id) for part in values["into"])
        case "add-role":
            yield "role", values["role"]


def _named(change: Change) -> Iterator[Thing]:
    """Yield the functions and roles that a change names."""
    values: Mapping[str, Any] = change.values
    yield from ((_REFERS[name], id_) for name, id_ in values.items() if name in _REFERS and id_)
    yield from (("function", each) for each in values.get("functions", ()))
    into = values.get("into", ())
    for part in into if not isinstance(into, str) else ():
        assert isinstance(part, Part)  # noqa: S101 - only a split has them
        yield from (("function", each) for each in (part.reports_to,) if each)
        yield from (("role", each) for each in (part.accountable,) if each)
    if change.owner:
        yield "role", change.owner
