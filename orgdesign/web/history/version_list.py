"""The history of a file: every version, what changed in it, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from orgdesign.problems import OrgdesignError
from orgdesign.storage import OUTSIDE_CHANGE, JournalError, Version
from orgdesign.value_objects import value_object
from orgdesign.web.kit import (
    TextDifference,
    counted,
    find_file,
    not_modified,
    recent,
    text_difference,
)
from orgdesign.workspace import OpenFile
from orgdesign.yamlfile import read

pages = Blueprint("history", __name__)
pages.before_request(not_modified)

AT_ONCE = 25
"""How many versions a page lists."""
MOST_REMEMBERED = 500
"""Of how many versions a process remembers what came with them: 120 lines of each at most."""
BROUGHT_BACK = "Brought back. The file says again what it said then; nothing is lost."
MOVED_ON = (
    "The file has changed since this page was opened, so nothing was brought back."
    " Its newest version is at the top now: look at it, then choose again."
)

Answer = str | tuple[str, int] | Response


@value_object
class VersionEntry:
    """A version as its page lists it: what came with it, compared with the version before."""

    key: str
    version: Version
    difference: TextDifference | None
    is_now: bool = False

    @property
    def is_outside(self) -> bool:
        """Whether the change was made with another program."""
        return self.version.sentence == OUTSIDE_CHANGE


@value_object
class Day:
    """The versions of one day, the newest first."""

    name: str
    entries: tuple[VersionEntry, ...]


@pages.get("/o/<key>/history")
def show_history(key: str) -> Answer:
    """Show the newest versions of a file, or those before a version."""
    told = BROUGHT_BACK if "brought" in request.args else ""
    return _history_page(key, find_file(key), told), 200


@pages.post("/o/<key>/history")
def bring_back(key: str) -> Answer:
    """Let the file say again what it said in a version, as a new version."""
    file = find_file(key)
    version = _version_for(file, request.form.get("version", ""))
    try:
        if request.form.get("base") != file.now().version:
            return _history_page(key, file, wrong=MOVED_ON), 409
        if wrong := _wrong_with(file, version):
            return _history_page(key, file, wrong=wrong), 422
        file.bring_back(version.id)
    except OrgdesignError as failure:
        return _history_page(key, file, wrong=str(failure)), 409
    return redirect(url_for("history.show_history", brought=1), 303)


def _history_page(key: str, file: OpenFile, told: str = "", wrong: str = "") -> str:
    edition, before = file.now(), request.args.get("before", "")
    file.history.record_outside_change(edition.version)
    try:
        versions = file.history.versions(None if before else AT_ONCE + 1)
    except JournalError as failure:
        versions, wrong = [], wrong or str(failure)
    start = _start(versions, before)
    listed = versions[start : start + AT_ONCE + 1]
    entries = list(_entries(file, listed, edition.version if not start else ""))
    return render_template(
        "history.html",
        key=key,
        file=file,
        edition=edition,
        days=list(_days(entries)),
        here=url_for(".show_history", before=before or None),
        older=entries[-1].key if len(listed) > AT_ONCE else "",
        is_newest=not start,
        told=told,
        wrong=wrong,
    )


def _entries(file: OpenFile, listed: Sequence[Version], now: str) -> Iterator[VersionEntry]:
    """Yield an entry for each version but the last, which the one before it is compared with."""
    whole = [*listed, None] if len(listed) <= AT_ONCE else listed
    for at, (version, before) in enumerate(pairwise(whole)):
        assert version is not None  # noqa: S101 - only the one past the last is None
        is_now = at == 0 and version.digest == now
        yield VersionEntry(_key(version), version, _compared(file, before, version), is_now)


def _compared(file: OpenFile, before: Version | None, version: Version) -> TextDifference | None:
    """Return what came with a version; None where there is nothing to compare it with."""
    if before is None:
        return None
    try:
        return recent(
            "differences",
            MOST_REMEMBERED,
            (before.digest, version.digest),
            lambda: text_difference(_text(file, before), _text(file, version)),
        )
    except JournalError:
        return None


def _text(file: OpenFile, version: Version) -> str:
    return file.history.text(version).decode("utf-8-sig", "replace")


def _wrong_with(file: OpenFile, version: Version) -> str:
    """Return why a version cannot be brought back: it has problems, and would break the page."""
    problems = read(file.history.text(version), file.name).problems
    if not problems:
        return ""
    first = f"Line {problems[0].line}: {problems[0].message}."
    found = counted(len(problems), "problem")
    return f"That version has {found}, so it was not brought back. {first}"


def _version_for(file: OpenFile, key: str) -> Version:
    found = (version for version in file.history.versions() if _key(version) == key)
    return next(found, None) or abort(404)


def _start(versions: Sequence[Version], key: str) -> int:
    """Return where the versions older than one begin; the newest come first."""
    keys = (at + 1 for at, version in enumerate(versions) if key and _key(version) == key)
    return next(keys, 0)


def _key(version: Version) -> str:
    return str(current_app.extensions["settings"].key("version", str(version.id)))


def _days(entries: Sequence[VersionEntry]) -> Iterator[Day]:
    today = datetime.now().astimezone().date()
    for day, group in groupby(entries, lambda entry: entry.version.when.astimezone().date()):
        yield Day(_day_in_words(day, today), tuple(group))


def _day_in_words(day: date, today: date) -> str:
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day:%A} {day.day} {day:%B}{year}"
