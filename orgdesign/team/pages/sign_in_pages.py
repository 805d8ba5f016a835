"""Signing in and out: with a password, or by the provider; and setting a password by a link."""

from __future__ import annotations

from time import time
from urllib.parse import urlsplit

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from orgdesign.team.log.chain import append_entry
from orgdesign.team.pages.door import TeamDoor, team_door
from orgdesign.team.pages.guard import person_by_claims
from orgdesign.team.pages.provider import PASSWORDS, NotSignedIn, ProviderAway
from orgdesign.team.people import people
from orgdesign.team.people.breached_passwords import BREACHED
from orgdesign.team.people.passwords import is_password, password_problem
from orgdesign.team.people.people import Person
from orgdesign.team.people.sign_ins import find_sign_in, sign_in, sign_out
from orgdesign.web.kit import ClosedAddress

Answer = Response | str | tuple[str, int]

pages = Blueprint("team_sign_in", __name__)
provider_pages = Blueprint("team_provider", __name__)
PAGES = (pages, provider_pages)

WRONG = "This address and this password do not go together here."
WAITS = "This failed too often. Wait a quarter of an hour, or ask for a new password."
GONE = "This link was used already, or is too old. Ask an administrator for another."
WRONG_CODE = "This is not the code. Each holds for half a minute, and works once."
HALF_LIFE = 5 * 60
"""For how many seconds a password that was right waits for the second factor."""
UNLIKE = "The two passwords are not the same."


@pages.get("/sign-in")
def ask_sign_in() -> Answer:
    """Ask who it is; whoever is signed in goes on."""
    door = team_door()
    with door.database.reading() as connection:
        if find_sign_in(connection, door.token("sign-in")):
            return redirect(_next(), 303)
    return _sign_in_page()


@pages.post("/sign-in")
def take_password() -> Answer:
    """Sign somebody in by their password, or say that it does not go with the address."""
    door = team_door()
    if not door.settings.value(PASSWORDS):
        abort(404)
    email, password = request.form.get("email", ""), request.form.get("password", "")
    with door.database.writing() as connection:
        if door.throttle.has_to_wait(connection, email, _address()):
            return _sign_in_page(WAITS, 429)
        person = people.find_by_email(connection, email)
        kept = people.password_of(connection, person.id) if person else None
        if not is_password(kept, password) or person is None or person.is_disabled:
            door.throttle.note_failure(connection, email, _address())
            append_entry(connection, person.id if person else "", "sign-in refused")
            return _sign_in_page(WRONG, 403)
        if door.factors.is_set(connection, person.id):
            return _half_signed_in(person)
        door.throttle.forget_account(connection, email)
        return _signed_in(connection, door, person)


def _half_signed_in(person: Person) -> Response:
    """Lead to the second factor somebody whose password was right."""
    session.update(half=person.id, since=int(time()), next=request.form.get("next", ""))
    return redirect(url_for("team_sign_in.ask_code"), 303)


def _half_person(connection: Connection) -> Person | None:
    """Return whose password was right a moment ago in this browser."""
    if time() - float(session.get("since", 0)) > HALF_LIFE:
        return None
    person = people.find_person(connection, str(session.get("half", "")))
    return None if person is None or person.is_disabled else person


@pages.get("/sign-in/code")
def ask_code() -> Answer:
    """Ask for the code of the authenticator."""
    with team_door().database.reading() as connection:
        if _half_person(connection) is None:
            return redirect(url_for("team_sign_in.ask_sign_in"), 303)
    return render_template("team/code.html", message="")


@pages.post("/sign-in/code")
def take_code() -> Answer:
    """Sign in whoever knows the password and has the authenticator."""
    door, code = team_door(), request.form.get("code", "")
    with door.database.writing() as connection:
        person = _half_person(connection)
        if person is None:
            return redirect(url_for("team_sign_in.ask_sign_in"), 303)
        if door.throttle.has_to_wait(connection, person.email, _address()):
            return render_template("team/code.html", message=WAITS), 429
        if not door.factors.is_right(connection, person.id, code):
            door.throttle.note_failure(connection, person.email, _address())
            append_entry(connection, person.id, "sign-in refused", by="second factor")
            return render_template("team/code.html", message=WRONG_CODE), 403
        door.throttle.forget_account(connection, person.email)
        answer = _signed_in(connection, door, person)
    session.clear()
    return answer


def _address() -> str:
    return request.remote_addr or ""


def _signed_in(
    connection: Connection, door: TeamDoor, person: Person, sealed: bytes | None = None
) -> Response:
    """Answer with a new cookie, and the page that was asked for before."""
    browser = request.headers.get("User-Agent", "")
    token = sign_in(connection, person, browser, before=door.token("sign-in"), provider=sealed)
    answer = redirect(_next(), 303)
    door.set_cookie(answer, "sign-in", token)
    door.drop_cookie(answer, "link")
    return answer


def _next() -> str:
    """Return the page of ours that was asked for; the first one where it is not ours."""
    wanted = request.values.get("next", "") or session.pop("next", "")
    parts = urlsplit(wanted)
    is_path = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted
    is_ours = is_path and wanted.isprintable() and not parts.scheme and not parts.netloc
    return wanted if is_ours else url_for("folder.list_organisations")


def _sign_in_page(message: str = "", status: int = 200) -> Answer:
    door = team_door()
    return (
        render_template(
            "team/sign-in.html",
            message=message,
            next=request.values.get("next", ""),
            email=request.form.get("email", ""),
            has_passwords=door.settings.value(PASSWORDS),
            has_provider=door.provider is not None,
        ),
        status,
    )


@pages.get("/password/<token>")
def ask_password(token: str) -> Answer:
    """Ask whoever has the link for a password of theirs."""
    with team_door().database.reading() as connection:
        person = people.one_time_person(connection, token)
    if person is None:
        raise ClosedAddress(GONE)
    return render_template("team/password.html", person=person, token=token, message="")


@pages.post("/password/<token>")
def set_password(token: str) -> Answer:
    """Set the password of whoever has the link, once, and sign them in."""
    door = team_door()
    password = request.form.get("password", "")
    with door.database.writing() as connection:
        person = people.one_time_person(connection, token)
        if person is None:
            raise ClosedAddress(GONE)
        problem = password_problem(
            password, person.email, person.name, door.settings.value(BREACHED)
        )
        if password != request.form.get("again", ""):
            problem = problem or UNLIKE
        if problem:
            shown = {"person": person, "token": token, "message": problem}
            return render_template("team/password.html", **shown), 422
        people.set_password(connection, person.id, person.id, password)
        if door.factors.is_set(connection, person.id):
            return _half_signed_in(person)
        return _signed_in(connection, door, person)


@pages.post("/sign-out")
def end_sign_in() -> Answer:
    """Sign out of this browser."""
    door = team_door()
    with door.database.writing() as connection:
        found = find_sign_in(connection, door.token("sign-in"))
        if found:
            sign_out(connection, found)
    answer = redirect(url_for("team_sign_in.ask_sign_in"), 303)
    door.drop_cookie(answer, "sign-in")
    session.clear()
    return answer


@provider_pages.get("/sign-in/provider")
def go_to_provider() -> Answer:
    """Send somebody to the provider, who sends them back."""
    provider = team_door().provider or abort(404)
    session.clear()
    session["next"] = request.args.get("next", "")
    try:
        return provider.way_there(f"{team_door().settings.url}{url_for('team_provider.come_back')}")
    except (NotSignedIn, ProviderAway) as refusal:
        return _sign_in_page(str(refusal), 403 if isinstance(refusal, NotSignedIn) else 503)


@provider_pages.get("/sign-in/provider/back")
def come_back() -> Answer:
    """Sign in whom the provider sent back, if all of what it says is right."""
    door = team_door()
    provider = door.provider or abort(404)
    try:
        claims, sealed = provider.claims_brought()
    except (NotSignedIn, ProviderAway) as refusal:
        return _sign_in_page(str(refusal), 403 if isinstance(refusal, NotSignedIn) else 503)
    with door.database.writing() as connection:
        identity = person_by_claims(connection, claims)
        person = people.find_person(connection, identity) if identity else None
        if person is None:
            append_entry(connection, "", "sign-in refused", by="provider")
            return _sign_in_page("The provider knows you, and you may not sign in here.", 403)
        answer = _signed_in(connection, door, person, sealed)
    session.clear()
    return answer
