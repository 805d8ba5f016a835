"""What people, groups and links may do, and that it ends when it is taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, insert, update

from orgdesign.redaction import FACT_KINDS, Scope
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations.tables import ORGANISATION
from orgdesign.team.people import people
from orgdesign.team.rights import grants, links
from orgdesign.team.rights.tables import LINK

EVERYTHING = frozenset(FACT_KINDS)


def organisation(connection: Connection, name: str = "northwind.yaml") -> int:
    values = {"name": name, "digest": "", "number": 0}
    made = insert(ORGANISATION).values(values).returning(ORGANISATION.c.id)
    return int(connection.execute(made).scalar_one())


def test_rights_are_those_of_a_person_and_of_their_groups(database: TeamDatabase):
    with database.writing() as connection:
        here, other = organisation(connection), organisation(connection, "other.yaml")
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        board = people.add_group(connection, "", "Board")
        people.join_group(connection, "", board.id, ana.id)
        claims, anywhere = Scope(EVERYTHING, "claims"), Scope(frozenset())
        grants.add_grant(connection, "", here, "edit", claims, person=ana.id)
        shared = grants.add_grant(connection, "", here, "comment", anywhere, group=board.id)

        rights = grants.rights_of(connection, ana.id, here)

        assert rights.branches("edit") == {"claims"}
        assert rights.branches("comment") is None
        assert not rights.may("manage")
        assert not rights.sight.is_whole
        assert grants.rights_of(connection, ana.id, other) == grants.NO_RIGHTS
        assert grants.remove_grant(connection, "", here, shared)
        assert grants.rights_of(connection, ana.id, here).branches("comment") == {"claims"}


def test_whoever_manages_sees_everything_and_one_stays(database: TeamDatabase):
    with database.writing() as connection:
        here = organisation(connection)
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        for scope in (Scope(EVERYTHING, "claims"), Scope(frozenset())):
            with pytest.raises(grants.WrongGrant):
                grants.add_grant(connection, "", here, "manage", scope, person=ana.id)
        only = grants.add_grant(connection, "", here, "manage", Scope(), person=ana.id)
        with pytest.raises(grants.WrongGrant, match="Somebody has to manage"):
            grants.remove_grant(connection, "", here, only)
        assert not grants.remove_grant(connection, "", here + 1, only)


def test_a_link_opens_until_it_is_revoked(database: TeamDatabase):
    with database.writing() as connection:
        here = organisation(connection)
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        terms = links.LinkTerms("For the board", scope=Scope(frozenset({"designs"}), "claims"))
        identity, token = links.add_link(connection, ana.id, here, terms)

        found = links.find_link(connection, token)
        assert found is not None
        cookie = links.visit_link(connection, found)
        seen = links.visited_link(connection, cookie)

        assert seen is not None
        assert (seen.scope, seen.opened) == (terms.scope, 1)
        assert not links.revoke_link(connection, ana.id, here + 1, identity)
        assert links.revoke_link(connection, ana.id, here, identity)
        assert links.find_link(connection, token) is None
        assert links.visited_link(connection, cookie) is None


def test_a_link_expires(database: TeamDatabase):
    with database.writing() as connection:
        here = organisation(connection)
        ana = people.add_person(connection, "", "ana@example.com", "Ana")
        soon, gone = (datetime.now(UTC) + timedelta(days=days) for days in (1, -1))
        _, token = links.add_link(connection, ana.id, here, links.LinkTerms("", expires_at=soon))
        connection.execute(update(LINK).values(expires_at=gone))
        assert links.find_link(connection, token) is None
        with pytest.raises(links.WrongLink):
            links.add_link(connection, ana.id, here, links.LinkTerms("", expires_at=gone))


@pytest.mark.parametrize(
    ("written", "site"),
    [
        ("https://Intranet.Example.com/", "https://intranet.example.com"),
        ("https://org.example:8443", "https://org.example:8443"),
        ("http://intranet.example.com", None),
        ("https://a.example;script-src *", None),
        ("https://*", None),
        ("https://a.example/page", None),
        ("'self'", None),
    ],
)
def test_a_site_that_may_embed_is_a_host_and_nothing_else(written: str, site: str | None):
    if site is None:
        with pytest.raises(links.WrongLink):
            links.embedding_site(written)
    else:
        assert links.embedding_site(written) == site
