"""A newer export into a file that people have worked on: what is theirs stays theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from orgdesign.imports.failures import Unreadable
from orgdesign.imports.notes import counted, some
from orgdesign.imports.organisation_builder import Imported
from orgdesign.model import Function, Organisation, Role
from orgdesign.yamlfile import Reading
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set, apply
from orgdesign.yamlfile.new_ids import new_id
from orgdesign.yamlfile.writing import Value

T = TypeVar("T")
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Merged:
    """A file with a newer export in it: its bytes, and what joined, left and moved."""

    data: bytes
    sentences: tuple[str, ...]
    is_changed: bool


def merged(reading: Reading, imported: Imported) -> Merged:
    """Return a file with reporting lines, headcounts and seats as a newer export has them.

    Functions are the same by name, roles by title and function. Only what an export says is
    changed; what left it stays in the file, as people may have written more about it.

    Raises:
        Unreadable: the file has problems.
        CannotEdit: its text cannot be changed by splices.
    """
    if reading.organisation is None:
        raise Unreadable("The file to merge into has problems; mend what orgdesign check lists.")
    plan = _Plan(reading.organisation, imported.organisation)
    edits = [*plan.function_edits(), *plan.role_edits()]
    data = apply(reading, edits).data if edits else b""
    return Merged(data, tuple(plan.sentences()), bool(edits))


class _Plan:
    """Which parts of the export are which of the file, and what differs."""

    def __init__(self, old: Organisation, new: Organisation) -> None:
        self.old, self.new = old, new
        self.functions = _matched(old.functions, new.functions, lambda f: f.name.casefold())
        self.roles = _matched(
            {id_: (role.title.casefold(), role.function) for id_, role in old.roles.items()},
            {id_: (role.title.casefold(), self._there(role)) for id_, role in new.roles.items()},
            lambda key: key,
        )
        self.function_ids = _ids(new.functions, self.functions, old.functions, lambda f: f.name)
        self.role_ids = _ids(new.roles, self.roles, old.roles, lambda r: r.title)
        self.moved: list[str] = []

    def _there(self, role: Role) -> str | None:
        return self.functions.get(role.function or "")

    def function_edits(self) -> Iterator[Edit]:
        """Yield the edits of functions, of those that join first."""
        self.moved.clear()
        for id_, function in self.new.functions.items():
            if id_ not in self.functions:
                yield Add(("functions",), self.function_ids[id_], self._function(function))
        for id_, there in self.functions.items():
            yield from self._differences(self.old.functions[there], self.new.functions[id_])

    def _function(self, function: Function) -> Mapping[str, Value]:
        values: dict[str, Value] = {"name": function.name}
        if function.reports_to:
            values["reports_to"] = self.function_ids[function.reports_to]
        if function.accountable:
            values["accountable"] = self.role_ids[function.accountable]
        if function.headcount is not None:
            values["headcount"] = function.headcount
        return values

    def _differences(self, old: Function, new: Function) -> Iterator[Edit]:
        path = ("functions", old.id)
        above = self.function_ids[new.reports_to] if new.reports_to else None
        if above != old.reports_to:
            self.moved.append(old.name)
            yield Set((*path, "reports_to"), above) if above else Remove((*path, "reports_to"))
        if new.headcount is not None and new.headcount != old.headcount:
            yield Set((*path, "headcount"), new.headcount)
        if new.accountable and not old.accountable:
            yield Set((*path, "accountable"), self.role_ids[new.accountable])

    def role_edits(self) -> Iterator[Edit]:
        """Yield the edits of roles."""
        for id_, role in self.new.roles.items():
            there = self.roles.get(id_)
            if there is None:
                yield Add(("roles",), self.role_ids[id_], self._role(role))
                continue
            if role.vacant != self.old.roles[there].vacant:
                yield Set(("roles", there, "vacant"), role.vacant)
            if role.holder and role.holder != self.old.roles[there].holder:
                yield Set(("roles", there, "holder"), role.holder)

    def _role(self, role: Role) -> Mapping[str, Value]:
        values: dict[str, Value] = {"title": role.title}
        if role.holder:
            values["holder"] = role.holder
        if role.vacant:
            values["vacant"] = True
        if role.function:
            values["function"] = self.function_ids[role.function]
        if role.accountabilities:
            values["accountabilities"] = role.accountabilities
        return values

    def sentences(self) -> Iterator[str]:
        """Yield what joined, left and moved."""
        told = (
            ("Joined", "function", _names(self.new.functions, self.functions)),
            ("Moved", "function", self.moved),
            ("No longer in the export, and kept", "function", self._left_functions()),
            ("Joined", "role", [r.title for i, r in self.new.roles.items() if i not in self.roles]),
            ("No longer in the export, and kept", "role", self._left_roles()),
        )
        for what, kind, names in told:
            if names:
                yield f"{what}: {counted(len(names), kind)}: {some(names)}."

    def _left_functions(self) -> list[str]:
        here = set(self.functions.values())
        return [each.name for id_, each in self.old.functions.items() if id_ not in here]

    def _left_roles(self) -> list[str]:
        here = set(self.roles.values())
        return [each.title for id_, each in self.old.roles.items() if id_ not in here]


def _names(functions: Mapping[str, Function], matched: Mapping[str, str]) -> Sequence[str]:
    return [each.name for id_, each in functions.items() if id_ not in matched]


def _matched(
    old: Mapping[str, T], new: Mapping[str, T], key: Callable[[T], object]
) -> dict[str, str]:
    """Return ids of the file by those of the export; of several alike the first is the first."""
    there = {found: id_ for id_, found in _counted(old, key)}
    return {id_: there[found] for id_, found in _counted(new, key) if found in there}


def _counted(
    parts: Mapping[str, T], key: Callable[[T], object]
) -> Iterator[tuple[str, tuple[object, int]]]:
    seen: Counter[object] = Counter()
    for id_, part in parts.items():
        seen[key(part)] += 1
        yield id_, (key(part), seen[key(part)])


def _ids(
    new: Mapping[str, P], matched: Mapping[str, str], old: Mapping[str, P], name: Callable[[P], str]
) -> dict[str, str]:
    """Return the id that each part of the export has in the file, or is to have."""
    ids, taken = dict(matched), set(old)
    for id_, part in new.items():
        if id_ not in ids:
            ids[id_] = new_id(name(part), taken)
            taken.add(ids[id_])
    return ids
