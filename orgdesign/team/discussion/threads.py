"""Threads and their comments: written, answered, mended, taken back, resolved and opened again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import blake2s
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from orgdesign.problems import OrgdesignError
from orgdesign.team.change_listener import tell_changed
from orgdesign.team.discussion.mentions import TextPiece, text_pieces
from orgdesign.team.discussion.subjects import ThreadSubject
from orgdesign.team.discussion.tables import COMMENT, MENTION, THREAD
from orgdesign.team.log.chain import append_entry
from orgdesign.team.people.tables import PERSON
from orgdesign.team.people.tokens import new_identity
from orgdesign.team.viewer import Viewer
from orgdesign.value_objects import value_object

MOST_LETTERS = 10_000
"""How long a comment may be."""


class WrongComment(OrgdesignError):  # noqa: N818 - what a user calls it
    """A comment that cannot be kept as it is."""


@value_object
class ThreadComment:
    """What somebody wrote in a thread."""

    id: str
    author: str
    author_name: str
    text: str
    created_at: datetime
    edited_at: datetime | None = None
    mentions: tuple[str, ...] = ()

    @property
    def pieces(self) -> list[TextPiece]:
        """Return the text in pieces, of which some call somebody."""
        return [*text_pieces(self.text, self.mentions)]


@value_object
class CommentThread:
    """What was said about a subject, the oldest first."""

    id: str
    subject: ThreadSubject
    begun_at: datetime
    changed_at: datetime
    resolved_at: datetime | None
    resolved_by: str
    comments: tuple[ThreadComment, ...]

    @property
    def is_open(self) -> bool:
        """Whether it is not resolved yet."""
        return self.resolved_at is None

    @property
    def authors(self) -> frozenset[str]:
        """Return the ids of all who wrote in it."""
        return frozenset(comment.author for comment in self.comments)


def threads_of(connection: Connection, organisation: int, only: str = "") -> list[CommentThread]:
    """Return the threads of an organisation, the one changed last first, or ``only`` one of them.

    Whoever asks leaves out those about what is not seen (`VisibleSubjects`).
    """
    chosen = [THREAD.c.organisation == organisation, *([THREAD.c.id == only] if only else [])]
    threads = connection.execute(
        select(THREAD).where(*chosen).order_by(THREAD.c.changed_at.desc(), THREAD.c.id)
    ).all()
    rows = connection.execute(
        select(COMMENT)
        .join(THREAD, THREAD.c.id == COMMENT.c.thread)
        .where(*chosen)
        .order_by(COMMENT.c.created_at, COMMENT.c.id)
    )
    called = _called(connection, chosen)
    comments: dict[str, list[ThreadComment]] = {}
    for row in rows:
        comments.setdefault(row.thread, []).append(_comment(row, called.get(row.id, ())))
    return [_thread(row, comments.get(row.id, [])) for row in threads]


def _called(connection: Connection, chosen: Sequence[Any]) -> dict[str, list[str]]:
    """Return the names of those who are called, by the id of the comment."""
    rows = connection.execute(
        select(MENTION.c.comment, PERSON.c.name)
        .join(PERSON, PERSON.c.id == MENTION.c.person)
        .join(COMMENT, COMMENT.c.id == MENTION.c.comment)
        .join(THREAD, THREAD.c.id == COMMENT.c.thread)
        .where(*chosen)
    )
    called: dict[str, list[str]] = {}
    for comment, name in rows:
        called.setdefault(comment, []).append(name)
    return called


def _comment(row: Row[Any], called: Sequence[str]) -> ThreadComment:
    kept = (row.id, row.author, row.author_name, row.text, row.created_at, row.edited_at)
    return ThreadComment(*kept, tuple(called))


def _thread(row: Row[Any], comments: Sequence[ThreadComment]) -> CommentThread:
    subject = ThreadSubject(row.kind, row.part, row.design, row.rule)
    by = row.resolved_by or ""
    times = (row.created_at, row.changed_at)
    return CommentThread(row.id, subject, *times, row.resolved_at, by, tuple(comments))


def threads_version(threads: Iterable[CommentThread]) -> str:
    """Return what changes when any of these threads does, and with no other."""
    said = repr([(each.id, each.changed_at, each.resolved_at) for each in threads])
    return blake2s(said.encode(), digest_size=12).hexdigest()


def begin_thread(
    connection: Connection, viewer: Viewer, organisation: int, subject: ThreadSubject
) -> str:
    """Begin a thread about a subject, and return its id; nobody has written in it yet."""
    id_ = new_identity()
    where = {"kind": subject.kind, "part": subject.part}
    where |= {"design": subject.design, "rule": subject.rule}
    connection.execute(insert(THREAD).values(id=id_, organisation=organisation, **where))
    append_entry(connection, viewer.id, "thread begun", chain=organisation, thread=id_)
    return id_


def add_comment(
    connection: Connection, viewer: Viewer, thread: CommentThread | str, text: str, submission: str
) -> str | None:
    """Write in a thread; None where the same form came before. Raises ``WrongComment``."""
    id_ = thread if isinstance(thread, str) else thread.id
    values = {"id": new_identity(), "thread": id_, "text": _require_text(text)}
    values |= {"author": viewer.id, "author_name": viewer.name}
    added = connection.execute(
        insert(COMMENT)
        .values(values | {"submission": submission or None})
        .on_conflict_do_nothing()
        .returning(COMMENT.c.id)
    ).scalar()
    if added:
        _note_change(connection, id_, resolved_at=None, resolved_by=None)
    return added


def is_comment_sent(connection: Connection, submission: str) -> bool:
    """Tell whether a form was kept as a comment already."""
    found = select(COMMENT.c.id).where(COMMENT.c.submission == submission)
    return bool(submission) and connection.execute(found).first() is not None


def edit_comment(
    connection: Connection, viewer: Viewer, thread: CommentThread, comment: str, text: str
) -> bool:
    """Put other words in place of one's own; tell whether there was such a comment."""
    own = _own(viewer, thread, comment)
    values = {"text": _require_text(text), "edited_at": func.now()}
    found = connection.execute(update(COMMENT).where(*own).values(values)).rowcount
    if found:
        _note_change(connection, thread.id)
    return bool(found)


def remove_comment(
    connection: Connection, viewer: Viewer, thread: CommentThread, comment: str
) -> bool:
    """Take one's own comment back; a thread of nothing else goes with it."""
    found = connection.execute(delete(COMMENT).where(*_own(viewer, thread, comment))).rowcount
    if not found:
        return False
    append_entry(connection, viewer.id, "comment removed", thread=thread.id)
    left = select(COMMENT.c.id).where(COMMENT.c.thread == thread.id)
    if connection.execute(left).first() is None:
        organisation = _organisation_of(connection, thread.id)
        connection.execute(delete(THREAD).where(THREAD.c.id == thread.id))
        tell_changed(connection, organisation)
    else:
        _note_change(connection, thread.id)
    return True


def resolve_thread(
    connection: Connection, viewer: Viewer, thread: CommentThread, *, is_open: bool
) -> None:
    """Note that a thread is settled, or that it is not."""
    at = None if is_open else datetime.now(UTC)
    _note_change(
        connection, thread.id, resolved_at=at, resolved_by=None if is_open else viewer.name
    )


def note_mentions(connection: Connection, comment: str, people: Iterable[str]) -> None:
    """Note who is called in a comment."""
    for person in people:
        values = {"comment": comment, "person": person}
        connection.execute(insert(MENTION).values(values).on_conflict_do_nothing())


def _own(viewer: Viewer, thread: CommentThread, comment: str) -> tuple[Any, ...]:
    by = COMMENT.c.author == viewer.id
    return COMMENT.c.id == comment, COMMENT.c.thread == thread.id, by


def _require_text(text: str) -> str:
    said = text.replace("\r\n", "\n").replace("\0", "").strip()
    if not said:
        raise WrongComment("Write something first.")
    if len(said) > MOST_LETTERS:
        raise WrongComment(f"A comment has at most {MOST_LETTERS:,} letters. Make two of it.")
    return said


def _note_change(connection: Connection, thread: str, **values: Any) -> None:
    changed = values | {"changed_at": func.clock_timestamp()}
    connection.execute(update(THREAD).where(THREAD.c.id == thread).values(changed))
    tell_changed(connection, _organisation_of(connection, thread))


def _organisation_of(connection: Connection, thread: str) -> int:
    found = select(THREAD.c.organisation).where(THREAD.c.id == thread)
    return int(connection.execute(found).scalar_one())
