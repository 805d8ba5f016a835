"""An export, or several of one organisation, to what will be written, and what was met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from orgdesign.imports.building import Imported, built
from orgdesign.imports.cleaning import cleaned
from orgdesign.imports.failures import Unreadable
from orgdesign.imports.notes import Notes
from orgdesign.imports.places import places_of
from orgdesign.imports.posts import current, posts_of
from orgdesign.imports.reporting import lines_drawn
from orgdesign.imports.table import Row, Table
from orgdesign.imports.units import units_of

By = Literal["units", "managers", "posts"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants an export taken: what makes a function, and whether to name holders."""

    by: By | None = None
    names: bool = False
    organisation: str | None = None


_ANY = Wishes()


def imported(tables: Sequence[Table], notes: Notes, wishes: Wishes = _ANY) -> Imported:
    """Return the organisation that tables describe; lists of units and titles explain codes.

    Raises:
        Unreadable: there is nothing to make a function of.
    """
    lists = [each for each in tables if each.is_list_of_units]
    titles = _titles(each for each in tables if each.is_list_of_titles)
    people = [t for t in tables if not (t.is_list_of_units or t.is_list_of_titles)]
    rows = current([row for each in people for row in each.rows], notes)
    places = places_of(rows, lists, notes)
    posts = posts_of(rows, titles, places.of, notes)
    index = lines_drawn(posts, notes) if posts else lines_drawn([], Notes())
    by = wishes.by or ("units" if lists or any(post.place for post in posts) else "managers")
    units = units_of(posts, places, index, notes, by=by)
    if not units:
        raise Unreadable("No row names a unit, a post or a person; look at what was recognised.")
    name = cleaned(wishes.organisation or "") or places.organisation or "My organisation"
    return built(name, units, index, notes, names=wishes.names)


def _titles(tables: Iterable[Table]) -> dict[str, str]:
    rows: list[Row] = [row for each in tables for row in each.rows]
    return {row["title_code"]: row["title"] for row in rows if len(row) == 2}
