"""References: every id that a file refers to is the id of a part of the right kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orgdesign.organisation import DESIRED
from orgdesign.reading.cycles import cycle_faults
from orgdesign.reading.faults import Fault
from orgdesign.reading.schema import uses_of
from orgdesign.reading.source import Source
from orgdesign.reading.suggestions import Suggester
from orgdesign.reading.tree import Path

_SECTIONS = {
    "function": "functions",
    "role": "roles",
    "measure": "measures",
    "stage": "journey",
    "hand-off": "handoffs",
}
_WHERE = {**_SECTIONS, "outcome": "outcome", "phase": "the phases of this design"}


def reference_faults(data: dict[str, Any], source: Source) -> list[Fault]:
    """Return every reference that leads nowhere, and every id that cannot stand."""
    today = _parts(data)
    designs = {each: _design_parts(today, raw) for each, raw in mapping(data, "designs").items()}
    suggester = Suggester()
    faults = []
    for path, kind, name in uses_of(data):
        known = designs[str(path[1])] if path[0] == "designs" else today
        if name not in known[kind]:
            faults.append(Fault(path, _missing(kind, name, known[kind], suggester)))
    faults += outcome_faults(data, source)
    faults += cycle_faults(mapping(data, "functions"))
    return faults


def mapping(data: Any, key: str) -> dict[str, Any]:
    """Return a mapping under a key, or an empty one where something else stands."""
    found = data.get(key) if type(data) is dict else None
    return found if type(found) is dict else {}


def _parts(data: dict[str, Any]) -> dict[str, Mapping[str, Any]]:
    parts: dict[str, Mapping[str, Any]] = {
        kind: mapping(data, section) for kind, section in _SECTIONS.items()
    }
    parts["outcome"] = {DESIRED: None} | {key: None for key, _ in _outcomes(data)}
    parts["phase"] = {}
    return parts


def _design_parts(today: dict[str, Any], design: Any) -> dict[str, Mapping[str, Any]]:
    parts = dict(today)
    parts["phase"] = mapping(design, "phases")
    changes = design.get("changes") if type(design) is dict else None
    made: dict[str, dict[str, None]] = {"function": {}, "role": {}}
    for change in changes if type(changes) is list else ():
        for kind, name in _made_by(change):
            made[kind][name] = None
    for kind, names in made.items():
        if names:
            parts[kind] = {**today[kind], **names}
    return parts


def _made_by(change: Any) -> Iterator[tuple[str, str]]:
    told = change.get("change") if type(change) is dict else None
    if told == "split":
        yield from (("function", name) for name in mapping(change, "into"))
    kind, key = _MAKERS.get(told, ("", "")) if isinstance(told, str) else ("", "")
    if isinstance(change, dict) and isinstance(change.get(key), str):
        yield kind, change[key]


_MAKERS = {"add": ("function", "function"), "merge": ("function", "into"), "add-role": ("role", "role")}


def _outcomes(data: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    waiting: list[tuple[Any, Path]] = [(data.get("outcome"), ("outcome",))]
    while waiting:
        raw, path = waiting.pop()
        inner = mapping(raw, "outcomes")
        for key, value in inner.items():
            yield key, (*path, "outcomes", key)
        waiting += [(v, (*path, "outcomes", k)) for k, v in reversed(inner.items())]


def outcome_faults(data: dict[str, Any], source: Source) -> list[Fault]:
    """Return outcome ids that are reserved, or stand twice in the tree."""
    first: dict[str, Path] = {}
    faults = []
    for key, path in _outcomes(data):
        if key == DESIRED:
            message = f'"{DESIRED}" is what the outcome at the root is called; choose another id'
            faults.append(Fault(path, message, at_key=True))
        elif key in first:
            line, _ = source.locate_key(first[key])
            message = f'another outcome, on line {line}, has the id "{key}"; choose another id'
            faults.append(Fault(path, message, at_key=True))
        first.setdefault(key, path)
    return faults


def _missing(kind: str, name: str, known: Mapping[str, Any], suggester: Suggester) -> str:
    near = suggester.nearest(name, known)
    told = f'no {kind} is called "{name}"'
    if near is not None:
        return f'{told}; did you mean "{near}"?'
    section = _WHERE[kind]
    return f"{told}; add it under {section}, or correct the name"
