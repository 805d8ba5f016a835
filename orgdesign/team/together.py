"""Working together, put into the app: comments, reviews of designs, who is here, and messages."""

from __future__ import annotations

from threading import Event, Thread

from flask import Flask, g

from orgdesign.team.discussion.renames import follow_renames
from orgdesign.team.discussion.threads import threads_version
from orgdesign.team.mail.outbox import keep_sending
from orgdesign.team.organisations.database_store import DatabaseStore
from orgdesign.team.organisations.records import row_of
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.pages import presence_pages, review_pages, thread_pages
from orgdesign.team.pages.discussion_page import visible_subjects, visible_threads
from orgdesign.team.pages.page_parts import fill_page_slots
from orgdesign.team.presence.keeper import (
    PresenceKeeper,
    PresenceTopic,
    people_here,
    presence_version,
)
from orgdesign.team.reviews.reviews import reviews_of, reviews_version
from orgdesign.team.reviews.save_guard import hold_review
from orgdesign.team.rights.viewing_rights import TeamViewer
from orgdesign.team.settings import TeamSettings
from orgdesign.value_objects import value_object
from orgdesign.web.kit import FindingsCache, Streams, Topic
from orgdesign.workspace import Edition, OpenFile

PAGES = (thread_pages.pages, review_pages.pages, presence_pages.pages)
TOPICS = ("comments", "presence", "reviews")
"""What a page follows beside the organisation itself; its head names them."""


def install(app: Flask, resources: TeamResources, settings: TeamSettings) -> None:
    """Let people comment, review and see each other, in the app of one process."""
    app.extensions["team_resources"] = resources
    resources.on_save.extend([hold_review, follow_renames])
    keeper = PresenceKeeper(resources.database)
    app.extensions["presence"] = keeper
    streams: Streams = app.extensions["streams"]
    streams.on_open.append(keeper.note_open)
    streams.on_close.append(keeper.note_close)
    findings: FindingsCache = app.extensions["findings"]
    app.extensions["topics"] = lambda file: file_topics(resources, findings, file)
    for pages in PAGES:
        app.register_blueprint(pages)
    fill_page_slots(app)
    app.jinja_env.globals["page_topics"] = " ".join(TOPICS)
    beside = app.extensions.setdefault("beside_requests", [])
    beside.append(lambda ended: _begin(resources, settings, keeper, ended))


def _begin(
    resources: TeamResources, settings: TeamSettings, keeper: PresenceKeeper, ended: Event
) -> None:
    """Start what goes on beside the requests of a process, until that has ended."""
    keeper.start(ended)
    arguments = (resources.database, settings, ended)
    Thread(target=keep_sending, args=arguments, name="mail", daemon=True).start()


def file_topics(
    resources: TeamResources, findings: FindingsCache, file: OpenFile
) -> tuple[Topic, ...]:
    """Return what the page of an organisation follows beside its text: of what is seen alone."""
    store = file.history
    assert isinstance(store, DatabaseStore)  # noqa: S101 - a team server has no other
    seen, source = _SeenTogether(resources, findings, store, g.viewer), store.identity
    return (
        Topic("comments", seen.key("comments"), seen.threads_version, source),
        Topic("reviews", seen.key("reviews"), seen.reviews_version, source),
        PresenceTopic(
            "presence",
            seen.key("presence"),
            seen.people_version,
            source,
            organisation=store.organisation,
            viewer=seen.viewer,
        ),
    )


@value_object
class _SeenTogether:
    """What somebody sees of those who work on an organisation with them."""

    resources: TeamResources
    findings: FindingsCache
    store: DatabaseStore
    viewer: TeamViewer

    def key(self, name: str) -> str:
        return f"{name}\n{self.store.identity}\n{self.store.view}"

    def threads_version(self) -> str:
        subjects = visible_subjects(self._edition(), self.findings)
        with self.resources.database.reading() as connection:
            threads = visible_threads(connection, self.store.organisation, subjects)
        return threads_version(threads)

    def people_version(self) -> str:
        subjects = visible_subjects(self._edition(), self.findings)
        with self.resources.database.reading() as connection:
            return presence_version(people_here(connection, self.store.organisation, subjects))

    def reviews_version(self) -> str:
        seen = self._edition().organisation
        with self.resources.database.reading() as connection:
            known = reviews_of(connection, self.store.organisation)
        return reviews_version(known, seen.designs if seen else {})

    def _edition(self) -> Edition:
        """Return what they see now: the file of a request knows only what it was then."""
        with self.resources.database.reading() as connection:
            row = row_of(connection, self.store.organisation)
        if row is None:
            return Edition("")
        return self.resources.open_file(row, self.viewer, self.store.lens).now()
