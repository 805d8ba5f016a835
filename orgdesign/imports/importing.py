"""An export, or several of one organisation, to what will be written, and what was met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import date
from typing import Literal

from orgdesign.imports.answers import NO_ANSWERS, Answers
from orgdesign.imports.cells import clean_cell
from orgdesign.imports.file_joins import joined_rows, with_lines
from orgdesign.imports.notes import Notes, Unreadable
from orgdesign.imports.org_units import units_of
from orgdesign.imports.organisation_builder import ImportedOrganisation, build_organisation
from orgdesign.imports.person_keys import with_sound_numbers
from orgdesign.imports.positions import positions_of
from orgdesign.imports.reporting_lines import ReportingLines
from orgdesign.imports.roster import roster_of
from orgdesign.imports.snapshots import latest_snapshot
from orgdesign.imports.table import ExportTable
from orgdesign.imports.unit_places import places_of, told_of_several_parents
from orgdesign.value_objects import value_object

By = Literal["units", "managers", "posts"]


def _today() -> date:
    return date.today()


@value_object
class Wishes:
    """How a person wants an export taken: what makes a function, whether to name holders.

    ``answers`` are to what an export leaves open, and ``today`` is the day that decides who is
    here.
    """

    by: By | None = None
    names: bool = False
    organisation: str | None = None
    answers: Answers = NO_ANSWERS
    today: date = field(default_factory=_today)


def import_tables(
    tables: Sequence[ExportTable], notes: Notes, wishes: Wishes | None = None
) -> ImportedOrganisation:
    """Return the organisation that tables describe; lists of units and titles explain codes.

    Raises:
        Unreadable: there is nothing to make a function of.
    """
    wishes = wishes or Wishes()
    lists = [table for table in tables if table.is_list_of_units]
    titles = _titles(table for table in tables if table.is_list_of_titles)
    lines = [table for table in tables if table.is_list_of_lines] if len(tables) > 1 else []
    taken = {id(table) for table in (*lists, *lines)}
    people = [t for t in tables if not (t.is_list_of_titles or id(t) in taken)]
    if not people and lines:
        people, lines = lines, []
    rows = with_sound_numbers(joined_rows(people, notes), notes)
    latest, earlier = latest_snapshot(rows, notes)
    roster = roster_of(latest, wishes.answers, wishes.today, notes)
    roster.gone += earlier
    with_lines(roster.here, lines)
    places = places_of(roster.here, lists, notes)
    told_of_several_parents(places, notes)
    are_posts = bool(people) and all(table.is_list_of_posts for table in people)
    positions = positions_of(roster.here, titles, places.place_of, notes, are_posts=are_posts)
    gone = positions_of(roster.gone, titles, places.place_of, Notes())
    drawing = ReportingLines(positions, gone, wishes.answers)
    drawing.draw(positions, notes if positions else Notes())
    by = wishes.by or ("units" if lists or any(p.place for p in positions) else "managers")
    units = units_of(positions, places, drawing.index, wishes.answers, notes, by=by)
    if not units:
        raise Unreadable(_nothing(people, roster.gone))
    name = clean_cell(wishes.organisation or "") or places.organisation or "My organisation"
    return build_organisation(
        name, units, wishes.answers, notes, names=wishes.names, is_of_posts=are_posts
    )


def _nothing(people: Sequence[ExportTable], gone: Sequence[object]) -> str:
    if gone:
        return "No row is of somebody who is here today; look at the columns of dates and statuses."
    if not any(table.rows for table in people):
        return (
            "No row names a unit, a post or a person: there are headers and nothing below them."
            " Export it again, with its rows."
        )
    return "No row names a unit, a post or a person; look at what was recognised."


def _titles(tables: Iterable[ExportTable]) -> dict[str, str]:
    rows = [row for table in tables for row in table.rows]
    return {row["title_code"]: row["title"] for row in rows if len(row) == 2}
