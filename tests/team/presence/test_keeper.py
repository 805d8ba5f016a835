"""Who is here is told by open pages, and not to whoever does not see where they are."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from sqlalchemy import insert, update

from orgdesign.team.database import TeamDatabase
from orgdesign.team.discussion.subjects import ThreadSubject, VisibleSubjects
from orgdesign.team.organisations.tables import ORGANISATION
from orgdesign.team.presence import keeper as keeping
from orgdesign.team.presence.keeper import PersonHere, PresenceKeeper, PresenceTopic, people_here
from orgdesign.team.presence.tables import PRESENCE
from orgdesign.team.rights.viewing_rights import LooksAs, TeamViewer
from orgdesign.team.viewer import Viewer
from orgdesign.web.kit import Stream
from orgdesign.yamlfile import read
from tests.team.reviews.conftest import SHOP

ANA, BEN = Viewer("ana", "Ana Maria Ruiz"), Viewer("ben", "Ben")


@pytest.fixture
def shop(database: TeamDatabase) -> int:
    with database.writing() as connection:
        values = {"name": "shop.yaml", "digest": "", "number": 0}
        made = insert(ORGANISATION).values(values).returning(ORGANISATION.c.id)
        return int(connection.execute(made).scalar_one())


@pytest.fixture
def keeper(database: TeamDatabase, monkeypatch: pytest.MonkeyPatch) -> Iterator[PresenceKeeper]:
    monkeypatch.setattr(keeping, "LINGER", 0.2)
    ended = Event()
    made = PresenceKeeper(database)
    made.start(ended)
    yield made
    ended.set()
    for thread in threading.enumerate():
        if thread.name == "presence":
            thread.join()


def page_of(viewer: Viewer, organisation: int) -> Stream:
    topic = PresenceTopic("presence", "", str, organisation=organisation, viewer=viewer)
    nowhere: Any = None
    return Stream(nowhere, (topic,), viewer.id, is_chunked=False)


def subjects(text: bytes = SHOP) -> VisibleSubjects:
    organisation = read(text, "shop.yaml").organisation
    assert organisation
    return VisibleSubjects(organisation, lambda: ())


def until(database: TeamDatabase, organisation: int, wanted: Callable[[list[PersonHere]], bool]):
    for _ in range(1_000):
        with database.reading() as connection:
            people = people_here(connection, organisation, subjects())
        if wanted(people):
            return people
        time.sleep(0.02)
    raise AssertionError(people)


def let_pass(database: TeamDatabase, organisation: int, keeper: PresenceKeeper) -> None:
    """Wait until all that was noted so far is told: what is noted of others is told after it."""
    page = page_of(BEN, organisation)
    keeper.note_open(page)
    until(database, organisation, lambda people: any(one.viewer == BEN.id for one in people))
    keeper.note_close(page)
    until(database, organisation, lambda people: all(one.viewer != BEN.id for one in people))


def test_somebody_is_here_once_until_their_last_page_is_closed(
    database: TeamDatabase, shop: int, keeper: PresenceKeeper
):
    one, two = page_of(ANA, shop), page_of(ANA, shop)
    keeper.note_open(one)
    keeper.note_open(two)
    [ana] = until(database, shop, lambda people: len(people) == 1)
    assert (ana.name, ana.initials, ana.at) == ("Ana Maria Ruiz", "AR", None)

    keeper.note_close(one)
    let_pass(database, shop, keeper)
    until(database, shop, lambda people: len(people) == 1)
    keeper.note_close(two)
    until(database, shop, lambda people: not people)


def test_whoever_looks_at_what_is_not_seen_is_nowhere(
    database: TeamDatabase, shop: int, keeper: PresenceKeeper
):
    keeper.note_open(page_of(ANA, shop))
    keeper.note_place(shop, ANA, ThreadSubject("function", "baking"))
    until(database, shop, lambda people: bool(people and people[0].at))

    without = SHOP.replace(b"baking", b"hidden")
    with database.reading() as connection:
        assert people_here(connection, shop, subjects(without)) == []
        assert people_here(connection, shop + 1, subjects()) == []


def test_pages_of_a_process_that_was_killed_are_gone(
    database: TeamDatabase, shop: int, keeper: PresenceKeeper
):
    keeper.note_open(page_of(ANA, shop))
    until(database, shop, lambda people: len(people) == 1)
    with database.writing() as connection:
        long_ago = keeping.func.now() - 2 * keeping.STALE
        connection.execute(update(PRESENCE).values(seen_at=long_ago))

    until(database, shop, lambda people: not people)


def test_whoever_looks_as_another_is_not_told_of(
    database: TeamDatabase, shop: int, keeper: PresenceKeeper
):
    looks = TeamViewer("looks:ana", "Ana", "ana", looks_as=LooksAs(shop, "person", "ben"))
    keeper.note_open(page_of(looks, shop))
    keeper.note_place(shop, looks, ThreadSubject("function", "baking"))
    let_pass(database, shop, keeper)

    until(database, shop, lambda people: not people)
