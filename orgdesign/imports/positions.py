"""Rows to positions: seats, who holds them, who shares one, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from orgdesign.imports.cells import ExportRow, full_name, is_number, is_yes, number
from orgdesign.imports.notes import Notes, count_text, rows_named, were
from orgdesign.imports.statuses import is_vacancy, placeholder, state_of

Place = tuple[str, ...]
"""The names of units, the largest first: a unit is called by the way to it."""

_MANAGERS = ("manager", "manager_chain", "manager_email", "manager_name", "manager_title")
_FROM_PER_CENT = 5
_MOST_SHARING = 3
_TELL_OF_SOMEBODY = {"title", "title_code", "email", "count", "fte"}
_WHO = {"person", "other_id", "login", "email", "count", "vacant"}


@dataclass(slots=True, eq=False)
class Position:
    """A seat, or several alike that a row adds up.

    A row that only names a unit is such a group, of nobody. ``people`` is how many work there,
    in people or full-time equivalents; ``place`` are the units it stands in, the largest first;
    ``above`` is whom it reports to; ``row`` is all that the export says.
    """

    title: str
    people: float
    row: ExportRow
    place: Place = ()
    keys: tuple[str, ...] = ()
    post_key: str = ""
    other_keys: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    """What else its holders are called."""
    vacant: bool = False
    is_group: bool = False
    managers: tuple[tuple[str, str], ...] = ()
    above: Position | None = None
    dotted_to: tuple[Position, ...] = ()
    level: int = 0
    is_unknown: bool = False
    """Whether it names a manager who is not found."""
    is_only_post: bool = False
    """Whether it comes of a list of posts, which says nothing of people."""

    @property
    def line(self) -> int:
        """Where it stands in its file."""
        return self.row.line

    @property
    def placeholder(self) -> str:
        """What stands in place of a holder's name, in one spelling; empty where somebody does."""
        name = full_name(self.row)
        return placeholder(name) if self.vacant and is_vacancy(name) else ""


def positions_of(
    rows: Sequence[ExportRow],
    titles: Mapping[str, str],
    place_of: Callable[[ExportRow], Place],
    notes: Notes,
    *,
    are_posts: bool = False,
) -> list[Position]:
    """Return the positions that rows describe; a post that several people share is one.

    Of a list of posts, which says nothing of people, nobody is counted.
    """
    full_time = _full_time(rows)
    _free_seats(rows, notes)
    positions: dict[object, list[Position]] = {}
    for at, row in enumerate(rows):
        key = row["post"].casefold() if is_number(row.get("post")) else at
        made = _position(row, titles, place_of(row), full_time)
        if are_posts:
            made.people, made.is_group, made.is_only_post = 0, False, True
        positions.setdefault(key, []).append(made)
    shares = [alike for alike in positions.values() if 1 < len(alike) <= _MOST_SHARING]
    notes.count(
        len(shares),
        "1 post is shared by several people; it is one role.",
        "{n} posts are shared by several people; each is one role.",
    )
    return [made for alike in positions.values() for made in _together(alike)]


def _free_seats(rows: Sequence[ExportRow], notes: Notes) -> None:
    """Take a post that names nobody for vacant, in a list in which most posts name somebody."""
    posts = [row for row in rows if is_number(row.get("post")) and not row.keys() & _WHO]
    named = sum(1 for row in rows if "post" in row and full_name(row))
    nobody = [row for row in posts if not full_name(row) and not row.is_vacant]
    if not nobody or named <= len(nobody):
        return
    for row in nobody:
        row.is_vacant = True
    notes.say(
        f"{count_text(len(nobody), 'post')} of a list that names who holds them"
        f" {'names' if len(nobody) == 1 else 'name'} nobody, and {were(len(nobody))} taken for"
        f" vacant ({rows_named(row.line for row in nobody)})."
    )


def _together(positions: list[Position]) -> list[Position]:
    """Return one position for several that share a number; or all, if it can be no post's own."""
    first = positions[0]
    if not 1 < len(positions) <= _MOST_SHARING:
        return positions
    first.people = sum(position.people for position in positions)
    first.vacant = all(position.vacant for position in positions)
    first.holders = tuple(dict.fromkeys(name for p in positions for name in p.holders))
    first.called = tuple(dict.fromkeys(name for p in positions for name in p.called))
    first.keys = tuple(dict.fromkeys(key for p in positions for key in p.keys))
    first.other_keys = tuple(dict.fromkeys(key for p in positions for key in p.other_keys))
    return [first]


def _full_time(rows: Iterable[ExportRow]) -> float:
    """Return what stands for one full-time post: 1, or 100 where the column is in per cent."""
    given = sorted(value for row in rows if (value := number(row.get("fte", ""))) is not None)
    return 100 if given and given[len(given) // 2] > _FROM_PER_CENT else 1


def _position(
    row: ExportRow, titles: Mapping[str, str], place: Place, full_time: float
) -> Position:
    code = row.get("title_code", "")
    name = full_name(row)
    vacant = _is_vacant(row, name)
    keys = tuple(row[m] for m in ("person", "row") if is_number(row.get(m)))
    post_key = row["post"] if is_number(row.get("post")) else ""
    is_nobody = not (keys or post_key or name or vacant or row.keys() & _TELL_OF_SOMEBODY)
    is_sum = not (keys or post_key or name or "email" in row) and "count" in row
    return Position(
        title=row.get("title") or titles.get(code, code),
        people=0 if vacant or is_nobody else _people(row, full_time),
        row=row,
        place=place,
        keys=keys,
        post_key=post_key,
        other_keys=tuple(row[m] for m in ("other_id", "login", "email") if m in row),
        holders=(name,) if name and not vacant else (),
        called=() if vacant else tuple(_other_names(row)),
        vacant=vacant,
        is_group=is_nobody or is_sum,
        managers=_managers(row),
    )


def _other_names(row: ExportRow) -> Iterator[str]:
    """Yield what else a person is called, alone and before the last name."""
    if called := row.get("other_name"):
        yield called
        if last := row.get("last_name"):
            yield f"{called} {last}"


def _managers(row: ExportRow) -> tuple[tuple[str, str], ...]:
    """Return what a row says of whom it reports to, by column."""
    said = [(meaning, row[meaning]) for meaning in _MANAGERS if meaning in row]
    parts = (row.get("manager_first_name", ""), row.get("manager_last_name", ""))
    if "manager_name" not in row and any(parts):
        said.append(("manager_name", " ".join(part for part in parts if part)))
    return tuple(said)


def _people(row: ExportRow, full_time: float) -> float:
    value = number(row.get("fte", ""))
    if value is not None:
        return max(0.0, value / full_time)
    value = number(row.get("count", ""))
    if value is not None:
        return max(0.0, value)
    return 0.0 if row.is_second else 1.0


def _is_vacant(row: ExportRow, name: str) -> bool:
    if is_vacancy(name):
        return True
    if "vacant" in row and (is_yes(row["vacant"]) or state_of(row["vacant"]) == "vacant"):
        return True
    return row.is_vacant
