"""The parts of a file that can be referred to, as plain data: well shaped or not."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, MutableMapping
from typing import Any

from orgdesign.model import DESIRED, PART_KINDS
from orgdesign.value_objects import value_object
from orgdesign.yamlfile.tree import Path

NOUN_SECTIONS = {kind.noun: kind.section for kind in PART_KINDS.values() if kind.name != "outcome"}
"""The key under which the parts of each kind stand."""

WITHIN_DESIGNS = ("phase", "option", "change")
"""The kinds of parts that only the design refers to in which they stand."""

KnownParts = dict[str, MutableMapping[str, Any] | None]
"""The ids of each kind; None where they cannot be told."""


@value_object
class MadePart:
    """A part that a change of a design makes, where its id stands, and what it is made of.

    ``options`` are those that the change is of: two that exclude each other can make the same.
    """

    kind: str
    id: str
    path: Path
    of: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    def stands_beside(self, other: MadePart) -> bool:
        """Whether both can be made: neither is of an option that the other is not of."""
        return not (self.options and other.options) or bool({*self.options} & {*other.options})


def mapping(data: Any, key: str) -> dict[str, Any]:
    """Return the mapping under a key, or an empty one where something else stands."""
    found = data.get(key) if type(data) is dict else None
    return found if type(found) is dict else {}


def items(data: Any, key: str) -> list[Any]:
    """Return the list under a key, or an empty one where something else stands."""
    found = data.get(key) if type(data) is dict else None
    return found if type(found) is list else []


def parts_of(data: dict[str, Any]) -> KnownParts:
    """Return the ids that a file defines.

    A kind's ids cannot be told where its section has another shape or, as it may be
    misspelt, where it is missing and the file has keys of no meaning.
    """
    known: KnownParts = {kind: _section(data, section) for kind, section in NOUN_SECTIONS.items()}
    known["outcome"] = {DESIRED: None} | {key: None for key, _ in outcomes_of(data)}
    known |= {kind: {} for kind in WITHIN_DESIGNS}
    known["criterion"] = _section(data, "criteria")
    if type(data.get("outcome")) is not dict:
        known["outcome"] = None
    return known


def _section(data: dict[str, Any], key: str) -> dict[str, Any] | None:
    section = data.get(key)
    if section is None:
        strange = any(key not in _KEYS and not key.startswith("x-") for key in data)
        return None if strange else {}
    return section if type(section) is dict else None


_KEYS = frozenset(
    (
        *("organization", "outcome", "designs", "assessment", "rules", "attributes", "sections"),
        *("views", "decisions", "brand", "language", "example", "imports", "criteria"),
        *NOUN_SECTIONS.values(),
    )
)


def outcomes_of(data: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    """Yield the id of each outcome under the root, and its path, in the order of the file."""
    waiting: list[tuple[Any, Path]] = [(data.get("outcome"), ("outcome",))]
    while waiting:
        raw, path = waiting.pop()
        if len(path) > 1:
            yield str(path[-1]), path
        inner = mapping(raw, "outcomes")
        waiting += [(inner[key], (*path, "outcomes", key)) for key in reversed(inner)]


def parts_with(today: KnownParts, design: Any, made: list[MadePart]) -> KnownParts:
    """Return the ids that a design may refer to: today's, its phases, and what it makes."""
    known = dict(today)
    known["phase"] = mapping(design, "phases")
    known["option"] = mapping(design, "options")
    known["change"] = dict.fromkeys(ids_of_changes(design))
    for kind in (*NOUN_SECTIONS, "outcome"):
        ids = known[kind]
        new = {each.id: None for each in made if each.kind == kind}
        if new and ids is not None:
            known[kind] = ChainMap(new, ids)  # a copy for each design would cost too much
    return known


def ids_of_changes(design: Any) -> Iterator[str]:
    """Yield the ids that changes of a design have of their own."""
    for change in items(design, "changes"):
        id_ = change.get("id") if type(change) is dict else None
        if isinstance(id_, str):
            yield id_


def made_by(name: str, design: Any) -> list[MadePart]:
    """Return what the changes of a design make, in order."""
    changes = items(design, "changes")
    return [
        made
        for at, change in enumerate(changes)
        if type(change) is dict
        for made in _parts_made(change, ("designs", name, "changes", at))
    ]


def _parts_made(change: dict[str, Any], path: Path) -> Iterator[MadePart]:
    told, options = change.get("change"), tuple(map(str, items(change, "options")))
    if told == "split":
        split = str(change.get("function"))
        for name in mapping(change, "into"):
            yield MadePart("function", name, (*path, "into", name), (split,), options)
        return
    kind, key = _MAKERS.get(told, ("", "")) if isinstance(told, str) else ("", "")
    made = change.get(key)
    if isinstance(made, str):
        merged = tuple(map(str, items(change, "functions"))) if told == "merge" else ()
        yield MadePart(kind, made, (*path, key), merged, options)


_MAKERS = {
    **{f"add-{kind.name}": (kind.noun, kind.name) for kind in PART_KINDS.values()},
    "add": ("function", "function"),
    "merge": ("function", "into"),
}
