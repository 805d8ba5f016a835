"""Where a row stands: its units, from columns of levels, paths, codes and lists of units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from orgdesign.imports.notes import Notes
from orgdesign.imports.reporting import plain_name
from orgdesign.imports.table import Row, Table
from orgdesign.imports.vocabulary import LEVELS

Place = tuple[str, ...]
"""The names of units, the largest first: a unit is called by the way to it."""

_PATH = re.compile(r"\s*[/\\>]\s*")
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]*)\)")


@dataclass(slots=True)
class Places:
    """What an export says of units: names and parents by code or name, and heads by name."""

    organisation: str = ""
    names: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)
    people: set[str] = field(default_factory=set)

    def of(self, row: Row) -> Place:
        """Return the place of a row; it is empty where the row names no unit."""
        if path := row.get("unit_path"):
            return tuple(each for each in _PATH.split(path) if each)
        levels = [row[level] for level in LEVELS if level in row]
        if self.organisation and levels:
            levels = levels[1:]
        code = row.get("unit_code", "")
        if not levels and code:
            levels = [self.names.get(code, code)]
        place: list[str] = []
        for level in map(self._without_person, levels):
            if not place or place[-1].casefold() != level.casefold():
                place.append(level)
        return (place[-1],) if place and place[-1] in self.parents else tuple(place)

    def _without_person(self, name: str) -> str:
        """Return the name of a unit without its manager's: ``Sales (Ann Bell)``."""
        found = _IN_BRACKETS.fullmatch(name)
        return found[1] if found and plain_name(found[2]) in self.people else name


def places_of(rows: Sequence[Row], lists: Iterable[Table], notes: Notes) -> Places:
    """Return what the rows of people, and lists of units, say of places."""
    places = Places()
    _find_organisation(places, rows)
    _collect_people(places, rows)
    for each in lists:
        _add_list(places, each.rows, notes)
    for row in rows:
        _add_parent(places, row)
    return places


def _find_organisation(places: Places, rows: Sequence[Row]) -> None:
    """Take a company that is the same in each row for the organisation itself."""
    companies = {row.get("company", "") for row in rows}
    if len(companies) == 1 and len(rows) > 1:
        places.organisation = companies.pop()


def _collect_people(places: Places, rows: Sequence[Row]) -> None:
    for row in rows:
        full = f"{row.get('first_name', '')} {row.get('last_name', '')}"
        for name in (row.get("name", full), row.get("manager_name", "")):
            if len(name) > 1:
                places.people.add(plain_name(name))


def _add_list(places: Places, rows: Sequence[Row], notes: Notes) -> None:
    often = Counter(_named(row).casefold() for row in rows)
    named = [(row, _told_apart(row, often)) for row in rows if _named(row)]
    for row, name in named:
        places.names.setdefault(row.get("unit_code") or _named(row), name)
        places.listed.append(name)
        if head := row.get("manager") or row.get("manager_name") or row.get("manager_email"):
            places.heads[name] = head
    for row, name in named:
        if above := row.get("unit_parent"):
            places.parents.setdefault(name, places.names.get(above, above))
    notes.count(
        sum(1 for count in often.values() if count > 1),
        "1 name is that of several units; what is under another says so in brackets.",
        "{n} names are those of several units; what is under another says so in brackets.",
    )


def _told_apart(row: Row, often: Mapping[str, int]) -> str:
    """Return the name of a unit, and of one that shares it and is under another also its code."""
    name, above = _named(row), row.get("unit_parent")
    is_shared = often[name.casefold()] > 1 and above
    return f"{name} ({row.get('unit_code') or above})" if is_shared else name


def _named(row: Mapping[str, str]) -> str:
    levels = [row[level] for level in LEVELS if level in row]
    return levels[-1] if levels else row.get("unit_code", "")


def _add_parent(places: Places, row: Row) -> None:
    """Learn from a row of people what its unit is under."""
    above, name = row.get("unit_parent"), _named(row)
    code = row.get("unit_code")
    if code and name:
        places.names.setdefault(code, name)
    if above and name and above not in (name, code):
        places.parents.setdefault(name, above)
