"""Opening a link: it leaves the address at once, and counts until it expires or is revoked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, current_app, g, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from orgdesign.team.pages.door import TeamDoor, team_door
from orgdesign.team.people.passwords import is_password
from orgdesign.team.people.sign_ins import find_sign_in
from orgdesign.team.rights.grants import rights_of
from orgdesign.team.rights.links import ShareLink, find_link, visit_link
from orgdesign.team.rights.viewing_rights import viewer_of_link
from orgdesign.web.kit import ClosedAddress

pages = Blueprint("team_links", __name__)
Answer = Response | str | tuple[str, int]

CLOSED = "This link does not open anything any more. Ask whoever gave it to you for another."
WRONG = "This is not the password of this link."
WAITS = "This failed too often. Wait a quarter of an hour."


@pages.get("/l/<token>")
def open_link(token: str) -> Answer:
    """Open a link, or ask for its password; whoever may see it anyway goes there as themselves."""
    with _link_at(token) as (door, connection, link):
        found = find_sign_in(connection, door.token("sign-in"))
        if found and rights_of(connection, found.person.id, link.organisation).allowed:
            g.link = None
            return redirect(url_for("folder.list_organisations"), 303)
        if link.password is not None:
            return _password_page(token)
        if request.method == "HEAD":
            return ""
        return _opened(connection, door, link)


@pages.post("/l/<token>")
def open_with_password(token: str) -> Answer:
    """Open a link that has a password."""
    with _link_at(token) as (door, connection, link):
        account, address = f"link {link.id}", request.remote_addr or ""
        if door.throttle.has_to_wait(connection, account, address):
            return _password_page(token, WAITS, 429)
        if not is_password(link.password, request.form.get("password", "")):
            door.throttle.note_failure(connection, account, address)
            return _password_page(token, WRONG, 403)
        return _opened(connection, door, link)


@contextmanager
def _link_at(token: str) -> Iterator[tuple[TeamDoor, Connection, ShareLink]]:
    """Give the link of an address, which is who asks meanwhile."""
    door = team_door()
    with door.database.writing() as connection:
        g.link = find_link(connection, token)
        if g.link is None:
            raise ClosedAddress(CLOSED)
        yield door, connection, g.link


def _password_page(token: str, message: str = "", status: int = 200) -> Answer:
    return render_template("team/link.html", token=token, message=message), status


def _opened(connection: Connection, door: TeamDoor, link: ShareLink) -> Response:
    cookie = visit_link(connection, link)
    answer = redirect(_place(link), 303)
    door.set_cookie(answer, "link", cookie, framed=bool(link.sites))
    return answer


def _place(link: ShareLink) -> str:
    """Return the page that a link leads to: its view, or the organisation's chart."""
    viewer = viewer_of_link(link)
    g.viewer, g.workspace = viewer, current_app.extensions["workspace_for"](viewer)
    files = g.workspace.files()
    if not files:
        raise ClosedAddress(CLOSED)
    settings = current_app.extensions["settings"]
    key = settings.key("file", files[0].identity)
    if link.view:
        return url_for("views.show_view", key=key, named=settings.key("view", link.view))
    return url_for("chart.show_chart", key=key)


@pages.post("/link/leave")
def leave_link() -> Response:
    """See what a link shows no more in this browser."""
    answer = redirect(url_for("team_sign_in.ask_sign_in"), 303)
    team_door().drop_cookie(answer, "link")
    return answer
