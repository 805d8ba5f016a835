"""Who asks, decided once and before any page: the host, the site, the person, and what they need.

Whatever is not allowed by `needs.py` is not answered; an organisation that is not somebody's is not
there for them.
"""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from cachetools import TTLCache
from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response as AnyResponse

from orgdesign.team.log.chain import append_entry
from orgdesign.team.pages.door import TeamDoor, team_door
from orgdesign.team.pages.needs import Need, is_reading, need_of
from orgdesign.team.pages.permission import NOT_YOURS, refusal, rights_here
from orgdesign.team.pages.provider import NotSignedIn, ProviderAway, ProviderClaims
from orgdesign.team.people.people import person_of_provider, set_claimed_groups
from orgdesign.team.people.sign_ins import SignIn, find_sign_in, note_asked, note_seen, sign_out
from orgdesign.team.rights.links import ShareLink, visited_link
from orgdesign.team.rights.viewing_rights import LooksAs, TeamViewer, viewer_of_link
from orgdesign.team.settings import VARIABLES, Variable, one_of
from orgdesign.web.kit import OTHER_HOST, OTHER_SITE, SAFE_METHODS, find_file, seal_response

SIGN_IN_FIRST = "Sign in to see this."
SECOND_FACTOR_FIRST = "Set up your second factor first."
SECOND_FACTOR = Variable(
    "ORGDESIGN_SECOND_FACTOR",
    "who needs a second factor beside a password",
    one_of("nobody", "administrators", "everybody"),
    "nobody",
)
HSTS = Variable(
    "ORGDESIGN_HSTS", "for which hosts browsers keep to https", one_of("host", "subdomains"), "host"
)
VARIABLES.extend((SECOND_FACTOR, HSTS))


def guard_team(app: Flask, door: TeamDoor) -> None:
    """Let nobody see a page before it is known who they are and what they may."""
    app.extensions["team_door"] = door
    app.extensions["team_seen"] = TTLCache(MOST_LOOKING, LOOKED_AGAIN)
    app.extensions["stream_subject"] = lambda: g.viewer.id if "viewer" in g else ""

    @app.before_request
    def decide() -> AnyResponse | None:
        if request.host != urlsplit(door.settings.url).netloc and request.endpoint != HEALTH:
            abort(403, OTHER_HOST)
        if not _is_own_site(door.settings.url):
            abort(403, OTHER_SITE)
        if request.endpoint is None:
            return None
        need = need_of(request.endpoint, request.method)
        if need is None:
            abort(403, NOT_YOURS)
        return None if need == "open" else _let_in(door, need)

    @app.after_request
    def seal(answer: Response) -> Response:
        return _sealed(answer)


HEALTH = "health"
EXPORTS = (
    "exports.make", "making.file", "print.download_picture", "plates.download_picture",
    "shared_view.make", "shared_sheet.make",
)  # fmt: skip
"""The pages from which files go out."""
LOOKED_AGAIN, MOST_LOOKING = 60 * 60, 10_000
"""After how many seconds it is noted anew that somebody looks, and of how many that is known."""


def _is_own_site(url: str) -> bool:
    """Tell our own pages from scripts and forms of other sites; links from elsewhere may come."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    origin = request.headers.get("Origin")
    if request.method not in SAFE_METHODS:
        is_hidden = origin == "null" and site == "same-origin"  # a page that tells no referrer
        return site in ("same-origin", "none") and (origin == url or is_hidden)
    is_page = request.headers.get("Sec-Fetch-Mode") == "navigate"
    return (site in ("same-origin", "none") or is_page) and origin in (None, url)


def _let_in(door: TeamDoor, need: Need) -> AnyResponse | None:
    """Note who asks; the way to sign in, or to what they may, where they may not see this."""
    viewer = _viewer(door)
    if viewer is None:
        return _way_in()
    g.viewer = viewer
    g.workspace = current_app.extensions["workspace_for"](viewer)
    is_safe = is_reading(str(request.endpoint), request.method)
    refused = refusal(viewer, rights_here(), need, is_safe=is_safe)
    if refused is not None:
        _note_refused(door, viewer)
        is_open_page = "HX-Request" in request.headers and request.method in SAFE_METHODS
        if refused.status == 404 and is_open_page:
            return _leave_page(url_for("folder.list_organisations"))
        abort(refused.status, refused.words)
    if _lacks_second_factor(door, viewer):
        return _to_second_factor()
    _note_asked(door, viewer)
    return None


def _lacks_second_factor(door: TeamDoor, viewer: TeamViewer) -> bool:
    """Tell whether somebody who signed in with a password has yet to set a second factor."""
    found: SignIn | None = g.sign_in
    wanted = str(door.settings.value(SECOND_FACTOR))
    is_asked = wanted == "everybody" or (wanted == "administrators" and viewer.is_admin)
    if not is_asked or found is None or found.provider is not None or viewer.link is not None:
        return False
    if str(request.endpoint).partition(".")[0] == "team_account":
        return False
    with door.database.reading() as connection:
        return not door.factors.is_set(connection, found.person.id)


def _to_second_factor() -> AnyResponse:
    to = url_for("team_account.show_second_factor")
    if request.method not in SAFE_METHODS:
        abort(403, SECOND_FACTOR_FIRST)
    return _leave_page(to) if "HX-Request" in request.headers else redirect(to, 303)


def _note_asked(door: TeamDoor, viewer: TeamViewer) -> None:
    """Note in the log what goes out as a file, and, once an hour, which facts are looked at."""
    if "key" not in (request.view_args or {}):
        return
    organisation: int = find_file(str(request.view_args["key"])).history.organisation  # type: ignore
    facts = sorted(frozenset().union(*(scope.facts for _, scope in rights_here().allowed)))
    seen = current_app.extensions["team_seen"]
    who = (viewer.id, organisation, tuple(facts))
    is_new, is_export = facts and who not in seen, request.endpoint in EXPORTS
    if not is_new and not is_export:
        return
    with door.database.writing() as connection:
        if is_export:
            append_entry(connection, viewer.id, "exported", chain=organisation, by=request.endpoint)
        if is_new:
            seen[who] = True
            append_entry(connection, viewer.id, "viewed", chain=organisation, facts=facts)


def _note_refused(door: TeamDoor, viewer: TeamViewer) -> None:
    """Note in the log, once an hour, that somebody asked for a page that is not open to them."""
    who, seen = (viewer.id, request.endpoint), current_app.extensions["team_seen"]
    if who not in seen:
        seen[who] = True
        with door.database.writing() as connection:
            append_entry(connection, viewer.id, "refused", by=request.endpoint)


def _way_in() -> AnyResponse:
    if request.method not in SAFE_METHODS:
        abort(403, SIGN_IN_FIRST)
    if "HX-Request" in request.headers:
        return _leave_page(url_for("team_sign_in.ask_sign_in"))
    is_page = request.headers.get("Sec-Fetch-Dest", "document") == "document"
    if not is_page:
        abort(403, SIGN_IN_FIRST)
    return redirect(url_for("team_sign_in.ask_sign_in", next=request.full_path.rstrip("?")), 303)


def _leave_page(to: str) -> Response:
    """Let a page that is open in a browser go elsewhere: what it shows is not theirs any more."""
    return Response("", headers={"HX-Redirect": to})


def _viewer(door: TeamDoor) -> TeamViewer | None:
    with door.database.reading() as connection:
        found = find_sign_in(connection, door.token("sign-in"))
        link = visited_link(connection, door.token("link")) if door.token("link") else None
    g.sign_in, g.link = found, link
    if link is not None:
        return viewer_of_link(link)
    if found is None or not _is_still(door, found):
        return None
    person, looks_as = found.person, LooksAs.parse(found.views_as)
    author = person.id if looks_as is None else f"looks:{person.id}"
    return TeamViewer(author, person.name, person.id, person.is_admin, looks_as=looks_as)


def _is_still(door: TeamDoor, found: SignIn) -> bool:
    """Note that somebody is here; ask the provider, where that is due, whether they still may."""
    is_asked = found.is_to_be_asked and found.provider is not None
    if not is_asked and not found.is_to_be_noted:
        return True
    with door.database.writing() as connection:
        if is_asked and not ask_provider(connection, door, found):
            return False
        note_seen(connection, found)
        return True


def ask_provider(connection: Connection, door: TeamDoor, found: SignIn) -> bool:
    """Ask the provider again about somebody who signed in by it; sign them out if it says so."""
    try:
        if door.provider is None or found.provider is None:
            raise NotSignedIn(SIGN_IN_FIRST)
        claims, sealed = door.provider.ask_again(found.provider)
        if person_by_claims(connection, claims) != found.person.id:
            raise NotSignedIn(SIGN_IN_FIRST)
    except NotSignedIn:
        sign_out(connection, found)
        return False
    except ProviderAway:
        abort(503, "The provider that people sign in with does not answer. Try again in a moment.")
    note_asked(connection, found, sealed)
    return True


def person_by_claims(connection: Connection, claims: ProviderClaims) -> str | None:
    """Return the id of whom the provider means, in the groups that it says."""
    person = person_of_provider(
        connection,
        claims.issuer,
        claims.subject,
        claims.email,
        claims.name,
        is_verified=claims.is_verified,
    )
    if person is None or person.is_disabled:
        return None
    if claims.groups is not None:
        set_claimed_groups(connection, person.id, claims.groups)
    return person.id


def _sealed(answer: Response) -> Response:
    """Say to browsers what they may do with an answer; only a link's own sites may frame it."""
    seal_response(answer)
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    if team_door().is_secure:
        below = "; includeSubDomains" if team_door().settings.value(HSTS) == "subdomains" else ""
        answer.headers["Strict-Transport-Security"] = f"max-age=31536000{below}"
    link: ShareLink | None = g.get("link")
    if link is not None and link.sites:
        policy = answer.headers["Content-Security-Policy"]
        framing = f"frame-ancestors {' '.join(link.sites)}"
        answer.headers["Content-Security-Policy"] = policy.replace(
            "frame-ancestors 'none'", framing
        )
        del answer.headers["X-Frame-Options"]
    if request.endpoint in QUIET:
        answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


QUIET = ("team_links.open_link", "team_links.open_with_password", "team_sign_in.ask_password")
"""The pages whose address holds a token, which no other may be told."""
logging.getLogger("authlib").setLevel(logging.CRITICAL)  # its messages may quote what it was sent
