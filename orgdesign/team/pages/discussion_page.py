"""The threads of an organisation that somebody sees: those about what they see of it, no others."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import abort, current_app, url_for
from sqlalchemy import Connection
from werkzeug.utils import cached_property

from orgdesign.team.database import TeamDatabase
from orgdesign.team.discussion.subjects import (
    FINDING,
    SUBJECT_WORDS,
    ThreadSubject,
    VisibleSubjects,
    position_name,
)
from orgdesign.team.discussion.threads import CommentThread, threads_of
from orgdesign.team.pages.door import team_door
from orgdesign.team.pages.permission import may_here
from orgdesign.team.pages.team_page import TeamPage
from orgdesign.web.kit import FindingsCache, Settings, findings_cache
from orgdesign.workspace import Edition


def visible_subjects(edition: Edition, findings: FindingsCache) -> VisibleSubjects | None:
    """Return what can be talked about in an organisation as it is seen."""
    if edition.organisation is None:
        return None
    return VisibleSubjects(edition.organisation, partial(findings.hits, edition))


def visible_threads(
    connection: Connection, organisation: int, subjects: VisibleSubjects | None, only: str = ""
) -> list[CommentThread]:
    """Return the threads about what is seen."""
    threads = threads_of(connection, organisation, only)
    return [each for each in threads if subjects and subjects.shows(each.subject)]


def subject_arguments(settings: Settings, subject: ThreadSubject) -> dict[str, Any]:
    """Return what stands for a subject in addresses, where no name may be read."""
    about = FINDING if subject.rule else subject.kind
    key = settings.key("subject", f"{subject.kind}\n{subject.part}\n{subject.rule}")
    design = {"design": settings.key("design", subject.design)} if subject.design else {}
    return {"about": about, "part": key, **design}


class DiscussionPage(TeamPage):
    """What is talked about in an organisation, as whoever asks sees it."""

    written = ""

    @property
    def database(self) -> TeamDatabase:
        """Return where threads are kept."""
        return team_door().database

    @cached_property
    def subjects(self) -> VisibleSubjects:
        """Return what there is to talk about."""
        return visible_subjects(self.edition, findings_cache()) or abort(404)

    @cached_property
    def threads(self) -> list[CommentThread]:
        """Return the threads that are seen, the one changed last first."""
        with self.database.reading() as connection:
            return visible_threads(connection, self.organisation_id, self.subjects)

    def about(self, subject: ThreadSubject) -> list[CommentThread]:
        """Return the threads about a subject, open ones first, then as they were begun."""
        own = [each for each in self.threads if each.subject == subject]
        return sorted(own, key=lambda each: (not each.is_open, each.begun_at))

    def thread(self, id_: str) -> CommentThread:
        """Return a thread; 404 where there is none, or none that is seen."""
        with self.database.reading() as connection:
            found = visible_threads(connection, self.organisation_id, self.subjects, id_)
        return found[0] if found else abort(404)

    @property
    def may_write(self) -> bool:
        """Whether whoever asks may write and answer."""
        return may_here("comment")

    def find_subject(self, about: str, part: str, design: str = "") -> ThreadSubject:
        """Return what an address is about; 404 where that is not there, or not seen."""
        designs = self.organisation.designs
        in_design = next((d for d in designs if self._settings.key("design", d) == design), "")
        if design and not in_design:
            abort(404)
        for subject in self.subjects.of_kind(about, in_design):
            if subject_arguments(self._settings, subject)["part"] == part:
                return subject
        return self._change_before_its_id(part, in_design) or abort(404)

    def _change_before_its_id(self, part: str, design: str) -> ThreadSubject | None:
        """Return the change that an open page knows by its place, as it had no id until lately."""
        changes = self.organisation.designs[design].changes if design else ()
        for at, change in enumerate(changes):
            before = ThreadSubject("change", position_name(at), design)
            if subject_arguments(self._settings, before)["part"] == part and change.id:
                return ThreadSubject("change", change.id, design)
        return None

    def arguments(self, subject: ThreadSubject) -> dict[str, Any]:
        """Return what stands for a subject in addresses."""
        return subject_arguments(self._settings, subject)

    def address(self, subject: ThreadSubject) -> str:
        """Return where the threads about a subject are."""
        return url_for("team_threads.show_subject", **self.arguments(subject))

    def name(self, subject: ThreadSubject) -> str:
        """Return what a subject is called."""
        return self.subjects.name(subject) or ""

    def kind_words(self, subject: ThreadSubject) -> str:
        """Return what kind of thing a subject is, and of which design."""
        kind = "Finding" if subject.rule else SUBJECT_WORDS[subject.kind]
        design = self.organisation.designs.get(subject.design)
        return f"{kind} of {design.name}" if design else kind


def discussion_page(key: str) -> DiscussionPage:
    """Return the threads of the organisation that an address names; 404 where it cannot be read."""
    page = DiscussionPage(key)
    return page if page.has_organisation else abort(404)


def page_settings() -> Settings:
    """Return what keys of addresses are made with."""
    settings: Settings = current_app.extensions["settings"]
    return settings
