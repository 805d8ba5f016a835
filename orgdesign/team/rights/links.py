"""Links: an organisation shown to whoever has the link, until it expires or is revoked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import urlsplit

from sqlalchemy import Connection, Row, delete, func, insert, or_, select, update

from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Scope
from orgdesign.team.log.chain import append_entry
from orgdesign.team.people.passwords import password_digest
from orgdesign.team.people.people import tell_access_changed
from orgdesign.team.people.tokens import new_identity, new_token, token_digest
from orgdesign.team.rights.tables import LINK, LINK_VISIT
from orgdesign.value_objects import value_object

NOTHING_MORE = Scope(frozenset())
"""What stands in the whole organisation, without a fact of any kind that can be hidden."""


class WrongLink(OrgdesignError):  # noqa: N818 - what a user calls it
    """A link that cannot be."""


@value_object
class ShareLink:
    """A link to an organisation, or to a view of it."""

    id: str
    organisation: int
    name: str
    may: Literal["read", "comment"]
    scope: Scope
    view: str = ""
    password: str | None = None
    sites: tuple[str, ...] = ()
    created_at: datetime | None = None
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    opened: int = 0
    opened_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still shows anything."""
        expires = self.expires_at
        return self.revoked_at is None and (expires is None or expires > datetime.now(UTC))


@value_object
class LinkTerms:
    """What a new link is to be like."""

    name: str
    may: Literal["read", "comment"] = "read"
    scope: Scope = NOTHING_MORE
    view: str = ""
    password: str = ""
    sites: tuple[str, ...] = ()
    expires_at: datetime | None = None


def add_link(
    connection: Connection, actor: str, organisation: int, terms: LinkTerms
) -> tuple[str, str]:
    """Return the id of a new link and its token, which is told this once.

    Raises ``WrongLink`` where a site is none, or the day is gone.
    """
    if terms.expires_at and terms.expires_at <= datetime.now(UTC):
        raise WrongLink("The link would not work at all: choose a day that is to come.")
    identity, token = new_identity(), new_token()
    values = {
        "organisation": organisation,
        "name": terms.name.strip() or "Link",
        "may": terms.may,
        "branch": terms.scope.branch,
        "facts": sorted(terms.scope.facts),
        "view": terms.view or None,
        "sites": [embedding_site(each) for each in terms.sites],
        "expires_at": terms.expires_at,
    }
    kept = password_digest(terms.password) if terms.password else None
    secret = {"digest": token_digest(token), "password": kept, "created_by": actor}
    connection.execute(insert(LINK).values(id=identity, **values, **secret))
    about = {key: values[key] for key in ("may", "branch", "facts", "sites")}
    append_entry(connection, actor, "link added", chain=organisation, link=identity, **about)
    return identity, token


def embedding_site(said: str) -> str:
    """Return a site as browsers name it; raises ``WrongLink`` where it is none."""
    parts = urlsplit(said.strip())
    host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
    is_host = bool(host) and all(sign.isalnum() or sign in "-." for sign in host)
    if parts.scheme != "https" or not is_host or parts.path not in ("", "/") or parts.query:
        raise WrongLink("Write a site as https://intranet.example.com, without a path.")
    return f"https://{host}:{parts.port}" if parts.port else f"https://{host}"


def links_on(connection: Connection, organisation: int) -> list[ShareLink]:
    """Return the links of an organisation, the newest first."""
    found = select(LINK).where(LINK.c.organisation == organisation)
    rows = connection.execute(found.order_by(LINK.c.created_at.desc(), LINK.c.id))
    return [_link(row) for row in rows]


def find_link(connection: Connection, token: str) -> ShareLink | None:
    """Return the link that a token opens, if it still opens anything."""
    found = select(LINK).where(LINK.c.digest == token_digest(token), *_OPEN)
    row = connection.execute(found).one_or_none()
    return _link(row) if row else None


def link_by_id(connection: Connection, organisation: int, identity: str) -> ShareLink | None:
    """Return a link of an organisation by its id."""
    found = select(LINK).where(LINK.c.id == identity, LINK.c.organisation == organisation)
    row = connection.execute(found).one_or_none()
    return _link(row) if row else None


def visit_link(connection: Connection, link: ShareLink) -> str:
    """Count that a link was opened, and return the token of the cookie for what it shows."""
    cookie = new_token()
    connection.execute(insert(LINK_VISIT).values(digest=token_digest(cookie), link=link.id))
    counted = {"opened": LINK.c.opened + 1, "opened_at": func.now()}
    connection.execute(update(LINK).where(LINK.c.id == link.id).values(counted))
    append_entry(
        connection, f"link:{link.id}", "link opened", chain=link.organisation, link=link.id
    )
    return cookie


def visited_link(connection: Connection, cookie: str) -> ShareLink | None:
    """Return the link that a browser opened, if it still shows anything."""
    found = (
        select(LINK)
        .join(LINK_VISIT, LINK_VISIT.c.link == LINK.c.id)
        .where(LINK_VISIT.c.digest == token_digest(cookie), *_OPEN)
        .where(LINK_VISIT.c.created_at > func.now() - _VISIT)
    )
    row = connection.execute(found).one_or_none()
    return _link(row) if row else None


def revoke_link(connection: Connection, actor: str, organisation: int, identity: str) -> bool:
    """Let a link show nothing from now on, and tell whether there was such a one."""
    there = link_by_id(connection, organisation, identity)
    if there is None:
        return False
    revoked = {"revoked_at": func.now()}
    connection.execute(update(LINK).where(LINK.c.id == identity).values(revoked))
    connection.execute(delete(LINK_VISIT).where(LINK_VISIT.c.link == identity))
    append_entry(connection, actor, "link revoked", chain=organisation, link=identity)
    tell_access_changed(connection, [f"link:{identity}"])
    return True


_OPEN: Sequence[Any] = (
    LINK.c.revoked_at.is_(None),
    or_(LINK.c.expires_at.is_(None), LINK.c.expires_at > func.now()),
)
_VISIT = func.make_interval(0, 0, 0, 0, 12)
"""How long a browser goes on seeing what a link shows without opening it again."""


def _link(row: Row[Any]) -> ShareLink:
    return ShareLink(
        row.id,
        row.organisation,
        row.name,
        row.may,
        Scope(frozenset(row.facts), row.branch),
        row.view or "",
        row.password,
        tuple(row.sites),
        row.created_at,
        row.expires_at,
        row.revoked_at,
        row.opened,
        row.opened_at,
    )
