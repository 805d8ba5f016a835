"""Where a row stands: its units, from columns of levels, paths, codes and lists of units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from orgdesign.imports.cells import ExportRow, full_name
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes, some
from orgdesign.imports.person_keys import name_keys
from orgdesign.imports.positions import Place
from orgdesign.imports.table import ExportTable
from orgdesign.imports.vocabulary import LEVELS

_PATH = re.compile(r"\s*[/\\>»›→⟩|\n]\s*|\s*::\s*|(?:,|^)OU=", re.IGNORECASE)
_SURE_PATH = re.compile(r".\s*(?:>|»|›|→|::|\s/\s|\s\\\s)\s*.")
_IN_BRACKETS = re.compile(r"(.+?)\s*\((.*)\)")
_CODE_BEHIND = re.compile(r"(.+?)\s*[(\[]([\w./-]*\d[\w./-]*)[)\]]")
_COMPANY_BEHIND = re.compile(r"(.+?) - ([A-Z0-9]{1,6})")
_DEEPEST = 30
_PATHS_FROM = 0.3


@dataclass(slots=True)
class UnitPlaces:
    """What an export says of units: names and parents by code or name, and heads by name."""

    organisation: str = ""
    names: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    above: dict[str, dict[str, str]] = field(default_factory=dict)
    """By code or name of a unit on rows of people, what these rows name above it."""
    suffix: str = ""
    paths: set[str] = field(default_factory=set)
    coded: set[str] = field(default_factory=set)
    """The meanings whose cells hold paths, and whose cells end in codes."""

    def place_of(self, row: ExportRow) -> Place:
        """Return the place of a row; it is empty where the row names no unit."""
        if path := row.get("unit_path"):
            return tuple(name for name in _PATH.split(path) if name)
        names = self._levels(row)
        code = row.get("unit_code", "")
        if not names and code:
            names = [self.names.get(code, code)]
        place: list[str] = []
        for name in names:
            if not place or fold_text(place[-1]) != fold_text(name):
                place.append(name)
        if place and place[-1] in self.parents:
            return (place[-1],)
        if row.get("unit_parent") and place:
            return self._climbed(row, place)
        return tuple(place)

    def _levels(self, row: ExportRow) -> list[str]:
        names: list[str] = []
        for level in LEVELS[1:] if self.organisation and "company" in row else LEVELS:
            if level in row:
                names.extend(self._names_in(level, row[level]))
        return [self._without_person(name) for name in names]

    def _names_in(self, level: str, cell: str) -> list[str]:
        if level in self.paths:
            return [name for name in _PATH.split(cell) if name]
        if self.suffix and cell.endswith(self.suffix):
            cell = cell.removesuffix(self.suffix)
        if level in self.coded and (found := _CODE_BEHIND.fullmatch(cell)):
            cell = found[1]
        return [cell]

    def _climbed(self, row: ExportRow, place: list[str]) -> Place:
        """Return the way down to the unit of a row, as far as rows say what is above what."""
        above, scope = row["unit_parent"], _scope(row)
        way, seen = [place[-1]], {fold_text(row.get("unit_code", place[-1]))}
        for _ in range(_DEEPEST):
            name = self.names.get(above, above)
            if fold_text(above) in seen or fold_text(name) == fold_text(way[0]):
                break
            seen.add(fold_text(above))
            way.insert(0, name)
            parents = self._parents(scope, above, name)
            if len(parents) != 1:
                break
            above = next(iter(parents.values()))
        return tuple(way)

    def _parents(self, scope: str, above: str, name: str) -> Mapping[str, str]:
        """Return what is above a unit, in the same division where that is said."""
        keys = [f"{scope}{fold_text(said)}" for said in (above, name)]
        keys += [fold_text(above), fold_text(name)]
        return next((self.above[key] for key in keys if key in self.above), {})

    def _without_person(self, name: str) -> str:
        """Return the name of a unit without its manager's: ``Sales (Ann Bell)``."""
        found = _IN_BRACKETS.fullmatch(name)
        return found[1] if found and name_keys(found[2])[1] in self.people else name


def _scope(row: ExportRow) -> str:
    """Return what tells units of one name in several divisions apart."""
    names = [row[level] for level in LEVELS if level in row]
    return "".join(f"{fold_text(name)}\n" for name in names[:-1])


def places_of(rows: Sequence[ExportRow], lists: Iterable[ExportTable], notes: Notes) -> UnitPlaces:
    """Return what the rows of people, and lists of units, say of places."""
    places = UnitPlaces()
    _find_organisation(places, rows)
    _find_manners(places, rows, notes)
    _collect_people(places, rows)
    for listed in lists:
        _add_list(places, listed.rows, notes)
    for row in rows:
        _add_parent(places, row)
    return places


def _find_organisation(places: UnitPlaces, rows: Sequence[ExportRow]) -> None:
    """Take a company that is the same in each row for the organisation itself."""
    companies = {row.get("company", "") for row in rows}
    if len(companies) == 1 and len(rows) > 1:
        places.organisation = companies.pop()


def _find_manners(places: UnitPlaces, rows: Sequence[ExportRow], notes: Notes) -> None:
    """Find how names of units are written: as paths, with codes, with the company behind."""
    for level in LEVELS:
        cells = [*dict.fromkeys(row[level] for row in rows if level in row)]
        sure = sum(1 for cell in cells if _SURE_PATH.search(cell))
        if (sure >= 2 and sure > _PATHS_FROM * len(cells)) or any(
            cell.startswith("/") for cell in cells
        ):
            places.paths.add(level)
            notes.say(
                f"Names of units such as “{next(filter(_is_path, cells))}” were read as paths."
            )
        elif len(cells) > 1 and all(map(_CODE_BEHIND.fullmatch, cells)):
            places.coded.add(level)
        behind = [_COMPANY_BEHIND.fullmatch(cell) for cell in cells]
        endings = {found[2] for found in behind if found}
        if len(cells) > 1 and all(behind) and len(endings) == 1:
            places.suffix = f" - {endings.pop()}"


def _is_path(cell: str) -> bool:
    return bool(_SURE_PATH.search(cell)) or cell.startswith("/")


def _collect_people(places: UnitPlaces, rows: Sequence[ExportRow]) -> None:
    if not any("(" in row.get(level, "") for row in rows for level in LEVELS):
        return
    for row in rows:
        for name in (full_name(row), row.get("manager_name", "")):
            if len(name) > 1:
                places.people.add(name_keys(name)[1])


def _add_list(places: UnitPlaces, rows: Sequence[ExportRow], notes: Notes) -> None:
    often = Counter(fold_text(_named(row)) for row in rows)
    named = [(row, _told_apart(row, often)) for row in rows if _named(row)]
    for row, name in named:
        places.names.setdefault(row.get("unit_code") or _named(row), name)
        places.listed.append(name)
        for meaning in ("unit_head", "manager", "manager_name", "manager_email"):
            if meaning in row:
                places.heads.setdefault(name, row[meaning])
    for row, name in named:
        if above := row.get("unit_parent"):
            places.parents.setdefault(name, places.names.get(above, above))
    notes.count(
        sum(1 for count in often.values() if count > 1),
        "1 name is that of several units; what is under another says so in brackets.",
        "{n} names are those of several units; what is under another says so in brackets.",
    )


def _told_apart(row: ExportRow, often: Mapping[str, int]) -> str:
    """Return the name of a unit, and of one that shares it and is under another also its code."""
    name, above = _named(row), row.get("unit_parent")
    is_shared = often[fold_text(name)] > 1 and above
    return f"{name} ({row.get('unit_code') or above})" if is_shared else name


def _named(row: Mapping[str, str]) -> str:
    levels = [row[level] for level in LEVELS if level in row]
    return levels[-1] if levels else row.get("unit_code", "")


def _add_parent(places: UnitPlaces, row: ExportRow) -> None:
    """Learn from a row of people what its unit is called, under, and led by."""
    above, name = row.get("unit_parent"), _named(row)
    code = row.get("unit_code")
    if code and name:
        places.names.setdefault(code, name)
    if name and "unit_head" in row:
        places.heads.setdefault(name, row["unit_head"])
    if above and name and above not in (name, code):
        scope = _scope(row)
        for key in dict.fromkeys((fold_text(code or name), f"{scope}{fold_text(code or name)}")):
            places.above.setdefault(key, {}).setdefault(fold_text(above), above)


def told_of_several_parents(places: UnitPlaces, notes: Notes) -> None:
    """Say which units stand under several others, and so are several."""
    several = [
        name for name, parents in places.above.items() if len(parents) > 1 and "\n" not in name
    ]
    if several:
        notes.say(f"Units of one name under several others are several units: {some(several)}.")
