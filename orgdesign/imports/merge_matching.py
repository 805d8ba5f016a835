"""Which parts of an export are which of the file, and what the new ones are to be called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.organisation_builder import ImportedOrganisation
from orgdesign.model import Function, Organisation, OrganisationIndex, Role
from orgdesign.yamlfile import new_id

T = TypeVar("T")
P = TypeVar("P")


class Matching:
    """The functions, roles and measures of an export with those of the file that they are."""

    def __init__(self, old: Organisation, imported: ImportedOrganisation) -> None:
        self.old, self.new, self.imported = old, imported.organisation, imported
        self._index_of_old = OrganisationIndex(self.old)
        self._index_of_new = OrganisationIndex(self.new)
        self.functions = _same_functions(old, self.new)
        self.measures = _matched(old.measures, self.new.measures, lambda m: fold_text(m.name))
        self.roles = self._same_roles()
        self.joining_functions = self._joining()
        self.function_ids = _ids(self.new.functions, self.functions, old.functions, _name)
        self.role_ids = _ids(self.new.roles, self.roles, old.roles, _title)
        self.measure_ids = _ids(self.new.measures, self.measures, old.measures, lambda m: m.name)

    def _same_roles(self) -> dict[str, str]:
        """Return roles by the number of their post, by title and function, and by title alone."""
        old, new = self.old.roles, self.new.roles
        same = {id_: id_ for id_ in self.imported.keyed if id_ in old}
        for key in (self._full_key, lambda role, _: fold_text(role.title)):
            free = {id_: role for id_, role in old.items() if id_ not in same.values()}
            left = {id_: role for id_, role in new.items() if id_ not in same}
            there = {id_: key(role, None) for id_, role in free.items()}
            here = {id_: key(role, self.functions) for id_, role in left.items()}
            if key != self._full_key:
                there, here = _alone(there), _alone(here)
            same |= _matched(there, here, lambda key: key)
        return same

    @staticmethod
    def _full_key(role: Role, functions: Mapping[str, str] | None) -> object:
        home = role.function if functions is None else functions.get(role.function or "")
        return fold_text(role.title), home

    def _joining(self) -> list[str]:
        """Return the functions that are new: of a list of posts only those of new posts."""
        joining = [id_ for id_ in self.new.functions if id_ not in self.functions]
        if not self.imported.is_of_posts:
            return joining
        homes = [r.function for i, r in self.new.roles.items() if i not in self.roles]
        needed = set[str]()
        for home in homes:
            for id_ in _upwards(self.new.functions, home):
                if id_ in self.functions:
                    break
                needed.add(id_)
        return [id_ for id_ in joining if id_ in needed]

    def manager_now(self, role: Role) -> str | None:
        """Return whom a role of the file reports to, said or implied."""
        manager = self._index_of_old.manager_of(role)
        return manager.id if manager else None

    def manager_said(self, role: Role) -> str | None:
        """Return whom the export says that a role reports to, by its id in the file."""
        manager = self._index_of_new.manager_of(role)
        return self.role_ids[manager.id] if manager else None

    def is_above(self, above: str | None, below: str | None) -> bool:
        """Return whether a function of the file is somewhere above another."""
        way = _upwards(self.old.functions, below)
        return above in [*way][1:]


def _upwards(functions: Mapping[str, Function], start: str | None) -> Iterator[str]:
    """Yield a function and those above it, each once."""
    seen = set[str]()
    at = start
    while at is not None and at in functions and at not in seen:
        seen.add(at)
        yield at
        at = functions[at].reports_to


def _name(function: Function) -> str:
    return function.name


def _title(role: Role) -> str:
    return role.title


def _same_functions(old: Organisation, new: Organisation) -> dict[str, str]:
    """Return functions that are called alike; of several alike those under one called alike."""

    def place_key(functions: Mapping[str, Function]) -> Callable[[Function], object]:
        def key(function: Function) -> object:
            above = functions.get(function.reports_to or "")
            return fold_text(function.name), fold_text(above.name) if above else ""

        return key

    exact = {k: id_ for id_, k in _counted(old.functions, place_key(old.functions))}
    same = {
        id_: exact[k] for id_, k in _counted(new.functions, place_key(new.functions)) if k in exact
    }
    free = {id_: f for id_, f in old.functions.items() if id_ not in same.values()}
    left = {id_: f for id_, f in new.functions.items() if id_ not in same}
    return same | _matched(free, left, lambda f: fold_text(f.name))


def _alone(keys: Mapping[str, T]) -> dict[str, T]:
    """Return what stands there once only."""
    often = Counter(keys.values())
    return {id_: key for id_, key in keys.items() if often[key] == 1}


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
