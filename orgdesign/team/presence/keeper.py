"""Who has an organisation open, kept by the streams of their pages: nobody has to say so twice."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from hashlib import blake2s
from queue import Empty, SimpleQueue
from threading import Event, Thread

from sqlalchemy import Connection, and_, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from orgdesign.team.change_listener import tell_changed
from orgdesign.team.database import DatabaseAway, TeamDatabase
from orgdesign.team.discussion.subjects import SubjectKind, ThreadSubject, VisibleSubjects
from orgdesign.team.people.tokens import new_identity
from orgdesign.team.presence.tables import PRESENCE
from orgdesign.team.rights.viewing_rights import TeamViewer
from orgdesign.team.viewer import Viewer
from orgdesign.value_objects import value_object
from orgdesign.web.kit import Stream, Topic

BEAT = 10.0
"""How often a process says which pages it holds, in seconds."""
STALE = timedelta(seconds=3 * BEAT)
"""After how long a page is gone whose process says no more of it."""
LINGER = 2.0
"""For how many seconds somebody stays here between one page and the next."""
PACE = 0.25
"""Within how many seconds what is noted is told."""
CROWD = 20
"""With more people than these, pages follow who is here, and no longer what each looks at."""
PLACE = "place"
"""What stands for the process in the row that says what somebody looks at."""


@value_object
class PresenceTopic(Topic):
    """Who is here, as a page follows it, and whose page that is."""

    organisation: int = 0
    viewer: Viewer | None = None


@value_object
class PresenceNote:
    """What is to be told: that a page was opened or, once ``due``, closed; else what is chosen."""

    organisation: int
    viewer: Viewer
    page: str = ""
    due: float = 0.0
    at: ThreadSubject | None = None


@value_object
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


def presence_version(people: Sequence[PersonHere]) -> str:
    """Return what changes when somebody comes, goes or looks elsewhere.

    In a crowd it changes with the first of them, and with how many tens there are.
    """
    crowd = ([one.viewer for one in people[:CROWD]], len(people) // 10)
    said = repr(crowd if len(people) > CROWD else people)
    return blake2s(said.encode(), digest_size=12).hexdigest()


def is_counted(viewer: Viewer) -> bool:
    """Tell whether somebody is here themselves, and does not look at what another sees."""
    return not (isinstance(viewer, TeamViewer) and viewer.looks_as)


class PresenceKeeper:
    """The pages of one process that are open, told to the database by a thread of its own."""

    def __init__(self, database: TeamDatabase) -> None:
        self._database, self._process = database, new_identity()
        self._waiting: SimpleQueue[PresenceNote] = SimpleQueue()
        self._pages: dict[int, str] = {}

    def start(self, ended: Event) -> None:
        """Begin to tell."""
        Thread(target=self._run, args=(ended,), name="presence", daemon=True).start()

    def note_open(self, stream: Stream) -> None:
        """Note that a page was opened."""
        for topic in stream.topics:
            if isinstance(topic, PresenceTopic) and topic.viewer and is_counted(topic.viewer):
                page = self._pages[id(stream)] = new_identity()
                self._note(PresenceNote(topic.organisation, topic.viewer, page))

    def note_close(self, stream: Stream) -> None:
        """Note that a page was closed; whoever only goes to the next one stays."""
        page = self._pages.pop(id(stream), None)
        for topic in stream.topics:
            if page and isinstance(topic, PresenceTopic) and topic.viewer:
                due = time.monotonic() + LINGER
                self._note(PresenceNote(topic.organisation, topic.viewer, page, due))

    def note_place(self, organisation: int, viewer: Viewer, at: ThreadSubject | None) -> None:
        """Note what somebody looks at."""
        if is_counted(viewer):
            self._note(PresenceNote(organisation, viewer, at=at))

    def _note(self, note: PresenceNote) -> None:
        self._waiting.put(note)

    def _run(self, ended: Event) -> None:
        later: list[PresenceNote] = []
        beaten = 0.0
        while not ended.is_set():
            later += self._next_notes()
            now = time.monotonic()
            due = [note for note in later if note.due <= now]
            with suppress(DatabaseAway):
                if now - beaten > BEAT:
                    self._beat()
                    beaten = now
                with suppress(IntegrityError):  # of an organisation that is gone
                    self._tell(due)
                later = [note for note in later if note.due > now]
        with suppress(DatabaseAway):
            self._leave()

    def _next_notes(self) -> Iterator[PresenceNote]:
        """Yield what is to be told: the first after a moment at most, and what is there with it."""
        with suppress(Empty):
            yield self._waiting.get(timeout=PACE)
            while True:
                yield self._waiting.get_nowait()

    def _tell(self, due: Sequence[PresenceNote]) -> None:
        if not due:
            return
        with self._database.writing() as connection:
            told = {note.organisation for note in due if self._keep(connection, note)}
            for organisation in sorted(told):
                tell_changed(connection, organisation)

    def _keep(self, connection: Connection, note: PresenceNote) -> bool:
        """Keep what is noted, and tell whether that is anything new."""
        if not note.page:
            return _keep_place(connection, note)
        if note.due:
            connection.execute(delete(PRESENCE).where(PRESENCE.c.page == note.page))
        else:
            row = {"page": note.page, "process": self._process, "organisation": note.organisation}
            row |= {"viewer": note.viewer.id, "name": note.viewer.name}
            connection.execute(insert(PRESENCE).values(row).on_conflict_do_nothing())
        return True

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


def _keep_place(connection: Connection, note: PresenceNote) -> bool:
    where = {"kind": note.at.kind if note.at else "", "part": note.at.part if note.at else ""}
    page = f"{note.organisation} {note.viewer.id}"
    p = PRESENCE.c
    known = connection.execute(select(p.kind, p.part).where(p.page == page)).first()
    if known is not None and known == tuple(where.values()):
        return False
    row = {"page": page, "process": PLACE, "organisation": note.organisation, **where}
    row |= {"viewer": note.viewer.id, "name": note.viewer.name}
    added = insert(PRESENCE).values(row)
    connection.execute(added.on_conflict_do_update(constraint="pk_presence", set_=where))
    return True
