"""Who has an organisation open, kept by the streams of their pages: nobody has to say so twice."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2s
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any

from sqlalchemy import Connection, and_, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from orgdesign.team.database import TeamDatabase
from orgdesign.team.discussion.subjects import SubjectKind, ThreadSubject, VisibleSubjects
from orgdesign.team.notifications import tell_changed
from orgdesign.team.people.tokens import new_identity
from orgdesign.team.presence.tables import PRESENCE
from orgdesign.team.rights.viewing_rights import TeamViewer
from orgdesign.team.viewer import Viewer
from orgdesign.web.kit import Stream, Topic

BEAT = 10.0
"""How often a process says which pages it holds, in seconds."""
STALE = timedelta(seconds=3 * BEAT)
"""After how long a page is gone whose process says no more of it."""
LINGER = 2.0
"""For how many seconds somebody stays here between one page and the next."""
PLACE = "place"
"""What stands for the process in the row that says what somebody looks at."""


@dataclass(frozen=True, slots=True)
class PresenceTopic(Topic):
    """Who is here, as a page follows it, and whose page that is."""

    organisation: int = 0
    viewer: Viewer | None = None


@dataclass(frozen=True, slots=True)
class PersonHere:
    """Somebody who has the organisation open, and what they look at."""

    viewer: str
    name: str
    at: ThreadSubject | None

    @property
    def initials(self) -> str:
        """Return the first letters of their names."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words))


def people_here(
    connection: Connection, organisation: int, subjects: VisibleSubjects | None
) -> list[PersonHere]:
    """Return who is here, without those who look at what is not seen: they are nowhere."""
    p, place = PRESENCE.c, PRESENCE.alias("place")
    where = and_(
        place.c.organisation == p.organisation,
        place.c.viewer == p.viewer,
        place.c.process == PLACE,
    )
    rows = connection.execute(
        select(p.viewer, p.name, place.c.kind, place.c.part)
        .select_from(PRESENCE.outerjoin(place, where))
        .where(p.organisation == organisation, p.process != PLACE, p.seen_at > func.now() - STALE)
        .distinct()
        .order_by(p.name, p.viewer)
    )
    found = [PersonHere(row.viewer, row.name, _subject(row.kind, row.part)) for row in rows]
    return [one for one in found if one.at is None or (subjects and subjects.shows(one.at))]


def _subject(kind: SubjectKind | None, part: str | None) -> ThreadSubject | None:
    return ThreadSubject(kind, part or "") if kind else None


def presence_version(people: Iterable[PersonHere]) -> str:
    """Return what changes when somebody comes, goes or looks elsewhere."""
    return blake2s(repr([*people]).encode(), digest_size=12).hexdigest()


def is_counted(viewer: Viewer) -> bool:
    """Tell whether somebody is here themselves, and does not look at what another sees."""
    return not (isinstance(viewer, TeamViewer) and viewer.looks_as)


class PresenceKeeper:
    """The pages of one process that are open, told to the database by a thread of its own."""

    def __init__(self, database: TeamDatabase) -> None:
        self._database, self._process = database, new_identity()
        self._waiting: SimpleQueue[tuple[float, str, PresenceTopic]] = SimpleQueue()
        self._pages: dict[int, str] = {}

    def start(self, ended: Event) -> None:
        """Begin to tell."""
        Thread(target=self._run, args=(ended,), name="presence", daemon=True).start()

    def note_open(self, stream: Stream) -> None:
        """Note that a page was opened."""
        for topic in stream.topics:
            if isinstance(topic, PresenceTopic) and topic.viewer and is_counted(topic.viewer):
                page = self._pages[id(stream)] = new_identity()
                self._waiting.put((time.monotonic(), page, topic))

    def note_close(self, stream: Stream) -> None:
        """Note that a page was closed; whoever only goes to the next one stays."""
        page = self._pages.pop(id(stream), None)
        for topic in stream.topics:
            if page and isinstance(topic, PresenceTopic):
                self._waiting.put((time.monotonic() + LINGER, f"-{page}", topic))

    def note_place(self, organisation: int, viewer: Viewer, at: ThreadSubject | None) -> None:
        """Note what somebody looks at."""
        where = {"kind": at.kind if at else "", "part": at.part if at else ""}
        row: dict[str, Any] = {
            "page": f"{organisation} {viewer.id}",
            "process": PLACE,
            "name": viewer.name,
        }
        row |= {"organisation": organisation, "viewer": viewer.id, "name": viewer.name, **where}
        if not is_counted(viewer):
            return
        differs = (PRESENCE.c.kind != where["kind"]) | (PRESENCE.c.part != where["part"])
        with self._database.writing() as connection:
            changed = connection.execute(
                insert(PRESENCE)
                .values(row)
                .on_conflict_do_update(constraint="pk_presence", set_=where, where=differs)
            )
            if changed.rowcount:
                tell_changed(connection, organisation)

    def _run(self, ended: Event) -> None:
        later: list[tuple[float, str, PresenceTopic]] = []
        beaten = 0.0
        while not ended.is_set():
            with suppress(Empty):
                later.append(self._waiting.get(timeout=0.5))
                while True:
                    later.append(self._waiting.get_nowait())
            now = time.monotonic()
            due = [one for one in later if one[0] <= now]
            with suppress(Exception):  # the database may be away for a while
                if due:
                    self._tell(due)
                    later = [one for one in later if one not in due]
                if now - beaten > BEAT:
                    self._beat()
                    beaten = now
        with suppress(Exception):
            self._leave()

    def _tell(self, due: Iterable[tuple[float, str, PresenceTopic]]) -> None:
        with self._database.writing() as connection:
            organisations = set()
            for _, page, topic in due:
                organisations.add(topic.organisation)
                if page.startswith("-"):
                    connection.execute(delete(PRESENCE).where(PRESENCE.c.page == page[1:]))
                elif topic.viewer:
                    self._insert(connection, page, topic.organisation, topic.viewer)
            for organisation in sorted(organisations):
                tell_changed(connection, organisation)

    def _insert(self, connection: Connection, page: str, organisation: int, viewer: Viewer) -> None:
        row = {"page": page, "process": self._process, "organisation": organisation}
        row |= {"viewer": viewer.id, "name": viewer.name}
        connection.execute(insert(PRESENCE).values(row).on_conflict_do_nothing())

    def _beat(self) -> None:
        """Say that this process lives, and forget the pages of those that say so no more."""
        p = PRESENCE.c
        with self._database.writing() as connection:
            mine = update(PRESENCE).where(p.process == self._process)
            connection.execute(mine.values(seen_at=func.now()))
            stale = delete(PRESENCE).where(p.process != PLACE, p.seen_at < func.now() - STALE)
            gone = connection.execute(stale.returning(p.organisation)).scalars()
            for organisation in sorted(set(gone)):
                tell_changed(connection, organisation)

    def _leave(self) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(PRESENCE).where(PRESENCE.c.process == self._process))
