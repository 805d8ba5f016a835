"""Who is here today: leavers, rows of the past and of the future, rows that stand twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from orgdesign.imports.answers import STATES, Answers
from orgdesign.imports.cells import ExportRow, full_name, is_no, is_number, is_yes
from orgdesign.imports.dates import NO_DAY, Day, day_in, month_is_first
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes, OpenPoint, count_text, rows_named, some, were
from orgdesign.imports.statuses import State, is_vacancy, marked_name, state_of

_DATES = ("ended", "started", "effective")
_NAMES = frozenset({"name", "first_name", "last_name"})
_STATUSES = frozenset({"status", "active", "inactive"})
_PLACES = (
    "title",
    "title_code",
    "company",
    "division",
    "department",
    "unit",
    "team",
    "unit_path",
    "unit_code",
    "post",
)


@dataclass(slots=True)
class Roster:
    """The rows of those who are here today, and of those who were and may still be named."""

    here: list[ExportRow] = field(default_factory=list)
    gone: list[ExportRow] = field(default_factory=list)


@dataclass(slots=True)
class _Calendar:
    """Today, and whether each column of dates writes the month first."""

    today: Day
    month_first: dict[str, bool]

    def day(self, row: ExportRow, meaning: str) -> Day:
        text = row.get(meaning)
        return day_in(text, self.month_first[meaning]) if text else NO_DAY


def roster_of(rows: Sequence[ExportRow], answers: Answers, today: date, notes: Notes) -> Roster:
    """Return the rows of those who are there today, the latest of each."""
    cells = {m: [row[m] for row in rows if m in row] for m in _DATES}
    calendar = _Calendar(
        (today.year, today.month, today.day), {m: month_is_first(c) for m, c in cells.items()}
    )
    _part_names_from_statuses(rows)
    roster, later, kept = Roster(), list[ExportRow](), list[ExportRow]()
    unknown: Counter[str] = Counter()
    for row in rows:
        state = _state(row, answers, calendar, unknown)
        if state in ("gone", "later"):
            (roster.gone if state == "gone" else later).append(row)
            continue
        row.is_vacant = state == "vacant"
        roster.here.append(row)
        if (
            calendar.day(row, "ended") not in (NO_DAY,)
            and calendar.day(row, "ended") < calendar.today
        ):
            kept.append(row)
    _tell(notes, roster, later, kept, unknown)
    roster.here = _once(_latest(roster.here, calendar, notes), notes)
    return roster


def _part_names_from_statuses(rows: Sequence[ExportRow]) -> None:
    """Take what a name says in brackets of who is away or gone for the status of its row."""
    for row in rows:
        for meaning in _NAMES & row.keys():
            row[meaning], status = marked_name(row[meaning])
            if status and not row.keys() & _STATUSES:
                row["status"] = status


def _state(row: ExportRow, answers: Answers, calendar: _Calendar, unknown: Counter[str]) -> State:
    """Return whether a row is of somebody who is here, and count the statuses that say nothing."""
    if (
        calendar.day(row, "started") > calendar.today
        or calendar.day(row, "effective") > calendar.today
    ):
        return "later"
    said = _stated(row, answers)
    if said == "unknown":
        unknown[row["status"]] += 1
    if said in ("gone", "later"):
        return said
    ended = calendar.day(row, "ended")
    if NO_DAY < ended < calendar.today and said in ("unknown", None):
        return "gone"
    if fold_text(full_name(row)) == "eliminated":
        return "gone"
    return said or "here"


def _stated(row: ExportRow, answers: Answers) -> State | None:
    """Return what the columns of statuses say; None where there are none."""
    if "inactive" in row and (is_yes(row["inactive"]) or day_in(row["inactive"]) != NO_DAY):
        return "gone"
    if "active" in row:
        said = row["active"]
        if is_no(said):
            return "gone"
        if not is_yes(said):
            return state_of(said)
    if "status" not in row:
        return "here" if "active" in row else None
    decided = answers.answer("status", row["status"])
    return decided if decided in STATES else state_of(row["status"])  # type: ignore[return-value]


def _tell(
    notes: Notes,
    roster: Roster,
    later: Sequence[ExportRow],
    kept: Sequence[ExportRow],
    unknown: Counter[str],
) -> None:
    notes.count(
        len(roster.gone),
        "1 row is of somebody who has left, or of a post that was closed; it was left out.",
        "{n} rows are of people who have left, or of posts that were closed; they were left out.",
    )
    if later:
        begin = "begins" if len(later) == 1 else "begin"
        notes.say(
            f"{count_text(len(later), 'row')} {begin} in the future, and"
            f" {were(len(later))} left out ({rows_named(row.line for row in later)})."
        )
    if kept:
        notes.say(
            f"{count_text(len(kept), 'row')} with a leaving date in the past and a status of"
            f" somebody who is here counted as here ({rows_named(row.line for row in kept)})."
        )
    for word, count in unknown.most_common():
        notes.ask(OpenPoint("status", word, count_text(count, "row"), STATES, "here"))
    if unknown:
        listed = some([f'"{word}" ({count:,})' for word, count in unknown.most_common()], 8)
        notes.say(f"Statuses that are not known counted as here: {listed}. Say what they mean.")


def _latest(rows: Sequence[ExportRow], calendar: _Calendar, notes: Notes) -> list[ExportRow]:
    """Return of each person the rows of the latest date; several of one date are several posts."""
    if not any("effective" in row for row in rows):
        return [*rows]
    newest: dict[str, Day] = {}
    for row in rows:
        if key := row.get("person"):
            newest[key] = max(newest.get(key, NO_DAY), calendar.day(row, "effective"))
    latest = [
        row
        for row in rows
        if "person" not in row or calendar.day(row, "effective") == newest[row["person"]]
    ]
    notes.count(
        len(rows) - len(latest),
        "1 earlier row of somebody was left out: the latest by date counts.",
        "{n} earlier rows were left out: of each person the latest by date counts.",
    )
    return latest


def _once(rows: Sequence[ExportRow], notes: Notes) -> list[ExportRow]:
    """Return each post of each person once; further managers of one post become dotted lines."""
    seen: dict[object, list[ExportRow]] = {}
    once: list[ExportRow] = []
    same = 0
    second: list[ExportRow] = []
    managers: list[ExportRow] = []
    for row in rows:
        key = _key(row)
        held = seen.setdefault(key, []) if key else []
        if any(row == other for other in held):
            same += 1
            continue
        twin = next((other for other in held if _is_same_post(other, row)), None)
        if twin is not None:
            _add_manager(twin, row)
            managers.append(row)
            continue
        if held:
            row.is_second = True
            second.append(row)
        held.append(row)
        once.append(row)
    notes.count(
        same, "1 row stands twice; it counts once.", "{n} rows stand twice; they count once."
    )
    _tell_of_posts(notes, second, managers)
    return once


def _tell_of_posts(
    notes: Notes, second: Sequence[ExportRow], managers: Sequence[ExportRow]
) -> None:
    if second:
        people = count_text(
            len({row.get("person", row.line) for row in second}), "person", "people"
        )
        notes.say(
            f"{people} in more than one post: each post is a role, and the person counts once"
            f" ({rows_named(row.line for row in second)})."
        )
    if managers:
        notes.say(
            f"{count_text(len(managers), 'row')} say more of a post that an earlier row has: the"
            " earlier row counts, and a further manager is a dotted line"
            f" ({rows_named(row.line for row in managers)})."
        )


def _is_same_post(one: ExportRow, other: ExportRow) -> bool:
    return all(fold_text(one.get(m, "")) == fold_text(other.get(m, "")) for m in _PLACES)


def _add_manager(row: ExportRow, further: ExportRow) -> None:
    for meaning in ("manager", "manager_name", "manager_email", "dotted"):
        said = further.get(meaning)
        if said and said != row.get(meaning):
            row["dotted"] = f"{row['dotted']}\n{said}" if "dotted" in row else said
            return


def _key(row: ExportRow) -> object:
    if is_vacancy(full_name(row)):
        return None
    if is_number(row.get("person")):
        return row["person"].casefold()
    if is_number(row.get("post")):
        return row["post"].casefold(), full_name(row).casefold()
    return None
