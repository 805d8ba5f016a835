"""Rows to posts: who has left, who stands twice, and who shares a post."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from orgdesign.imports.cleaning import day, is_yes, month_is_first, number
from orgdesign.imports.notes import Notes
from orgdesign.imports.table import Row

_GONE = {
    *("inactive", "terminated", "left", "leaver", "closed", "eliminated", "resigned", "retired"),
    *("dismissed", "deceased", "former", "disabled", "deleted", "termed", "false", "f", "t", "no"),
}
_OPEN = {"vacant", "vacancy", "open", "unfilled", "to be hired", "tbh", "tbc", "to be confirmed"}
_MANAGERS = ("manager", "manager_chain", "manager_email", "manager_name")
_FROM_PER_CENT = 5
_MOST_SHARING = 3
_TELL_OF_SOMEBODY = {"title", "title_code", "email", "count", "fte"}


@dataclass(slots=True, eq=False)
class Post:
    """A seat, or several alike that a row adds up.

    A row that only names a unit is such a group, of nobody.
    ``people`` is how many work there, in people or full-time equivalents; ``place`` are the
    units it stands in, the largest first; ``above`` is whom it reports to.
    """

    title: str
    people: float
    place: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    email: str = ""
    holders: tuple[str, ...] = ()
    vacant: bool = False
    is_group: bool = False
    bosses: tuple[tuple[str, str], ...] = ()
    dotted: str = ""
    accountabilities: str = ""
    above: Post | None = None
    level: int = 0


def current(rows: Sequence[Row], notes: Notes) -> list[Row]:
    """Return the rows of those who are there now: without leavers, and the latest of each."""
    present = [row for row in rows if not _has_left(row)]
    notes.count(
        len(rows) - len(present),
        "1 row is of somebody who has left, or of a post that was closed; it was left out.",
        "{n} rows are of people who have left, or of posts that were closed; they were left out.",
    )
    return _once(_latest(present, notes), notes)


def _has_left(row: Row) -> bool:
    status = row.get("status", "").casefold()
    is_gone = status in _GONE or "terminat" in status or "inactive" in status
    return is_gone or ("ended" in row and "status" not in row) or _name(row) == "eliminated"


def _name(row: Row) -> str:
    return row.get("name", "").casefold()


def _latest(rows: Sequence[Row], notes: Notes) -> list[Row]:
    dates = [row["effective"] for row in rows if "effective" in row]
    if not dates:
        return [*rows]
    month_first = month_is_first(dates)
    latest: dict[object, Row] = {}
    for at, row in enumerate(rows):
        key = row.get("person") or at
        held = latest.get(key)
        when = day(row.get("effective", ""), month_first)
        if held is None or when >= day(held.get("effective", ""), month_first):
            latest[key] = row
    notes.count(
        len(rows) - len(latest),
        "1 earlier row of somebody was left out: the latest by date counts.",
        "{n} earlier rows were left out: of each person the latest by date counts.",
    )
    return [*latest.values()]


def _once(rows: Sequence[Row], notes: Notes) -> list[Row]:
    """Return the rows of which each has a number, or a name in its post, of its own."""
    seen: dict[object, Row] = {}
    once: list[Row] = []
    same = other = 0
    for row in rows:
        key = _key(row)
        held = seen.setdefault(key, row) if key else row
        if held is row:
            once.append(row)
        elif row == held:
            same += 1
        else:
            other += 1
    notes.count(
        same, "1 row stands twice; it counts once.", "{n} rows stand twice; they count once."
    )
    notes.count(
        other,
        "1 row has the number of an earlier one and says something else; the earlier one counts.",
        "{n} rows have the number of an earlier one and say something else; the earlier count.",
    )
    return once


def _key(row: Row) -> object:
    if _is_number(row.get("person")):
        return row["person"].casefold()
    if _is_number(row.get("post")):
        return row["post"].casefold(), _full_name(row).casefold()
    return None


def _is_number(key: str | None) -> bool:
    return bool(key) and set(key or "") != {"0"}


def posts_of(
    rows: Sequence[Row],
    titles: Mapping[str, str],
    place_of: Callable[[Row], tuple[str, ...]],
    notes: Notes,
) -> list[Post]:
    """Return the posts that rows describe; a post that several people share is one."""
    full_time = _full_time(rows)
    posts: dict[object, list[Post]] = {}
    for at, row in enumerate(rows):
        number = row.get("post", "")
        key = number.casefold() if _is_number(number) else at
        posts.setdefault(key, []).append(_post(row, titles, place_of(row), full_time))
    shares = [alike for alike in posts.values() if 1 < len(alike) <= _MOST_SHARING]
    notes.count(
        len(shares),
        "1 post is shared by several people; it is one role.",
        "{n} posts are shared by several people; each is one role.",
    )
    shared = (_together(alike) for alike in posts.values())
    return [post for several in shared for post in several]


def _together(posts: list[Post]) -> list[Post]:
    """Return one post for several that share a number; or all, if it can be no post's own."""
    first = posts[0]
    if 1 < len(posts) <= _MOST_SHARING:
        first.people = sum(post.people for post in posts)
        first.vacant = all(post.vacant for post in posts)
        first.holders = tuple(dict.fromkeys(name for post in posts for name in post.holders))
        first.keys = tuple(dict.fromkeys(key for post in posts for key in post.keys))
        return [first]
    return posts


def _full_time(rows: Iterable[Row]) -> float:
    """Return what stands for one full-time post: 1, or 100 where the column is in per cent."""
    given = sorted(value for row in rows if (value := number(row.get("fte", ""))) is not None)
    return 100 if given and given[len(given) // 2] > _FROM_PER_CENT else 1


def _post(row: Row, titles: Mapping[str, str], place: tuple[str, ...], full_time: float) -> Post:
    code = row.get("title_code", "")
    vacant, keys = (
        _is_vacant(row),
        tuple(key for key in (row.get("person"), row.get("post")) if key and _is_number(key)),
    )
    names = (_full_name(row),) if _full_name(row) and not vacant else ()
    is_nobody = not (keys or names or vacant or row.keys() & _TELL_OF_SOMEBODY)
    return Post(
        title=row.get("title") or titles.get(code, code),
        people=0 if vacant or is_nobody else _people(row, full_time),
        place=place,
        keys=keys,
        email=row.get("email", ""),
        holders=names,
        vacant=vacant,
        is_group=is_nobody or (not (keys or names or "email" in row) and "count" in row),
        bosses=tuple((meaning, row[meaning]) for meaning in _MANAGERS if meaning in row),
        dotted=row.get("dotted", ""),
        accountabilities=row.get("accountabilities", ""),
    )


def _people(row: Row, full_time: float) -> float:
    value = number(row.get("fte", ""))
    if value is not None:
        return max(0.0, value / full_time)
    value = number(row.get("count", ""))
    return 1.0 if value is None else max(0.0, value)


def _is_vacant(row: Row) -> bool:
    words = {row.get("status", "").casefold(), _full_name(row).casefold()}
    return (
        bool(words & _OPEN)
        or any("vacan" in word for word in words)
        or is_yes(row.get("vacant", ""))
    )


def _full_name(row: Row) -> str:
    parts = (row.get("first_name", ""), row.get("last_name", ""))
    return row.get("name") or " ".join(part for part in parts if part)
