"""Who is called by a comment, if they may see what it is about, and how they hear of it."""

from __future__ import annotations

from flask import url_for
from sqlalchemy import Connection

from orgdesign.model import Organisation
from orgdesign.team.discussion.mentions import find_mentions
from orgdesign.team.discussion.subjects import POSITION, ThreadSubject
from orgdesign.team.discussion.threads import CommentThread
from orgdesign.team.mail.outbox import queue_message
from orgdesign.team.organisations.records import row_of
from orgdesign.team.pages.discussion_page import DiscussionPage, visible_subjects
from orgdesign.team.pages.naming_changes import team_resources
from orgdesign.team.people.people import Person, everybody
from orgdesign.team.rights.viewing_rights import TeamViewer
from orgdesign.web.kit import findings_cache, fold_accents, match_rank

MOST_OFFERED, MOST_LOOKED_AT = 8, 40
"""How many names are offered, and of how many people it is asked whether they see the subject."""


def called_people(
    connection: Connection, page: DiscussionPage, subject: ThreadSubject, text: str
) -> list[str]:
    """Return the ids of those whom a text calls by name, and who see what it is about."""
    people = [person for person in everybody(connection) if not person.is_disabled]
    names = find_mentions(text, [person.name for person in people]) if "@" in text else []
    return [
        person.id
        for person in people
        if person.name in names and sees(connection, page, person, subject)
    ]


def mentionable_people(
    connection: Connection, page: DiscussionPage, subject: ThreadSubject, typed: str
) -> list[str]:
    """Return the names, as typed so far, of those who can be called: who see what it is about."""
    words = fold_accents(typed).split()
    ranked = [
        (rank, person.name, person)
        for person in everybody(connection)
        if not person.is_disabled
        and person.id != page.viewer.id
        and (rank := match_rank(fold_accents(person.name), words)) is not None
    ]
    found: list[str] = []
    for _, name, person in sorted(ranked, key=lambda each: each[:2])[:MOST_LOOKED_AT]:
        if len(found) < MOST_OFFERED and sees(connection, page, person, subject):
            found.append(name)
    return found


def sees(
    connection: Connection, page: DiscussionPage, person: Person, subject: ThreadSubject
) -> bool:
    """Tell whether somebody sees what a thread is about."""
    resources = team_resources()
    viewer = TeamViewer(person.id, person.name, person.id)
    here = page.organisation_id
    lens = resources.access.lenses(connection, viewer, [here]).get(here)
    if lens is None:
        return False
    row = row_of(connection, page.organisation_id)
    if row is None:
        return False
    edition = resources.open_file(row, viewer, lens).now()
    subjects = visible_subjects(edition, findings_cache())
    if subject.kind == "change" and subject.part.startswith(POSITION) and edition.organisation:
        return _has_change(edition.organisation, page.organisation, subject)
    return subjects is not None and subjects.shows(subject)


def _has_change(theirs: Organisation, ours: Organisation, subject: ThreadSubject) -> bool:
    """Tell whether somebody sees a change that has no id yet: it stands elsewhere for them."""
    change = ours.designs[subject.design].changes[int(subject.part.removeprefix(POSITION))]
    design = theirs.designs.get(subject.design)
    return design is not None and change in design.changes


def call_people(
    connection: Connection,
    page: DiscussionPage,
    subject: ThreadSubject,
    thread: CommentThread | str,
    called: list[str],
) -> None:
    """Let those who are called, and those who wrote in a thread before, hear of a comment."""
    address = url_for("team_threads.show_subject", **page.arguments(subject))
    before = thread.authors if isinstance(thread, CommentThread) else frozenset()
    known = {person.id: person for person in everybody(connection) if not person.is_disabled}
    for person in called:
        if person != page.viewer.id:
            queue_message(connection, person, "mention", page.viewer.name, address)
    for author in before - {page.viewer.id, *called}:
        if author in known and sees(connection, page, known[author], subject):
            queue_message(connection, author, "answer", page.viewer.name, address)
