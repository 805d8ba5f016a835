"""Parts that are made on the spot, while something else is being written."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model import DESIRED, Change, Organisation, SplitPart
from orgdesign.web.kit.form import ids_of
from orgdesign.yamlfile import Path, new_id
from orgdesign.yamlfile.editing import Add, Edit


def taken_ids(organisation: Organisation, kind: str) -> set[str]:
    """Return the ids of a kind that are taken: by the parts of today, and by those of designs."""
    changes = (change for design in organisation.designs.values() for change in design.changes)
    made = (id_ for change in changes for of, id_ in _parts_made_by(change) if of == kind)
    return {*ids_of(organisation, kind), *made}


def _parts_made_by(change: Change) -> Iterator[tuple[str, str]]:
    """Yield the kind and id of each part that a change of a design makes."""
    into = change.values.get("into", ())
    match change.kind:
        case "add":
            yield "function", str(change.values["function"])
        case "merge":
            yield "function", str(into)
        case "split" if isinstance(into, tuple):
            yield from (("function", one.id) for one in into if isinstance(one, SplitPart))
        case "add-role":
            yield "role", str(change.values["role"])


def new_role(organisation: Organisation, title: str) -> tuple[str, list[Edit]]:
    """Return the id of the role with a title, and what makes it where there is none."""
    for role in organisation.roles.values():
        if role.title.casefold() == title.casefold():
            return role.id, []
    id_ = new_id(title, taken_ids(organisation, "role"))
    return id_, [Add(("roles",), id_, {"title": title})]


def new_measure(organisation: Organisation, name: str) -> tuple[str, list[Edit]]:
    """Return the id of the measure with a name, and what makes it where there is none."""
    for measure in organisation.measures.values():
        if measure.name.casefold() == name.casefold():
            return measure.id, []
    id_ = new_id(name, organisation.measures)
    return id_, [Add(("measures",), id_, {"name": name})]


def new_outcome(organisation: Organisation, statement: str, under: str) -> tuple[str, list[Edit]]:
    """Return the id of the outcome with a statement, and what makes it ``under`` another."""
    outcomes = ids_of(organisation, "outcome")
    for outcome in organisation.outcome.walk():
        if outcome.statement.casefold() == statement.casefold():
            return outcome.id, []
    id_ = new_id(statement, outcomes)
    path = outcome_path(organisation, under) or ("outcome",)
    return id_, [Add((*path, "outcomes"), id_, {"statement": statement})]


def outcome_path(organisation: Organisation, outcome: str) -> Path | None:
    """Return where an outcome stands in the file."""
    waiting: list[tuple[Path, object]] = [(("outcome",), organisation.outcome)]
    while waiting:
        path, one = waiting.pop()
        if one.id == outcome:  # type: ignore[attr-defined]
            return path
        inner = one.outcomes.items()  # type: ignore[attr-defined]
        waiting += [((*path, "outcomes", key), each) for key, each in inner]
    return None


__all__ = [
    "DESIRED",
    "new_id",
    "new_measure",
    "new_outcome",
    "new_role",
    "outcome_path",
    "taken_ids",
]
