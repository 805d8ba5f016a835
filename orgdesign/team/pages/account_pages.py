"""My account: my password, and where I am signed in."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from markupsafe import Markup
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from orgdesign.team.pages.door import team_door
from orgdesign.team.people import people
from orgdesign.team.people.breached_passwords import BREACHED
from orgdesign.team.people.passwords import is_password, password_problem
from orgdesign.team.people.second_factor import authenticator_picture
from orgdesign.team.people.sign_ins import SignIn, sign_in, sign_ins_of, sign_out_others

pages = Blueprint("team_account", __name__)
Answer = Response | str | tuple[str, int]
WAITS = "This failed too often. Wait a quarter of an hour."
NOT_YOURS = "This is not the password that you have."
LONGEST_NAME = 100


@pages.get("/account")
def show_account() -> Answer:
    """Show who I am here, and where I am signed in."""
    with team_door().database.reading() as connection:
        return _account_page(connection)


def _mine() -> SignIn:
    found: SignIn | None = g.sign_in
    return found or abort(404)


def _account_page(connection: Connection, message: str = "", status: int = 200) -> Answer:
    mine = _mine()
    mine_in = people.groups_of(connection, mine.person.id)
    return (
        render_template(
            "team/account.html",
            me=mine.person,
            groups=[each for each in people.groups(connection) if each.id in mine_in],
            browsers=sign_ins_of(connection, mine.person.id),
            here=mine.digest,
            has_factor=team_door().factors.is_set(connection, mine.person.id),
            message=message,
        ),
        status,
    )


@pages.post("/account/password")
def change_password() -> Answer:
    """Change my password, for which the one before is needed; I am signed out elsewhere."""
    door, mine = team_door(), _mine()
    with door.database.writing() as connection:
        before, wanted = request.form.get("before", ""), request.form.get("password", "")
        if refused := _refused(connection, before):
            return _account_page(connection, *refused)
        known = door.settings.value(BREACHED)
        problem = password_problem(wanted, mine.person.email, mine.person.name, known)
        if problem or wanted != request.form.get("again", ""):
            return _account_page(connection, problem or "The two passwords are not the same.", 422)
        people.set_password(connection, mine.person.id, mine.person.id, wanted)
        token = sign_in(connection, mine.person, mine.browser)
    answer = redirect(url_for("team_account.show_account"), 303)
    door.set_cookie(answer, "sign-in", token)
    return answer


def _refused(connection: Connection, password: str) -> tuple[str, int] | None:
    """Return how it is refused that somebody at my browser does not know my password."""
    door, me = team_door(), _mine().person
    if not me.has_password:  # the provider asks for what it likes
        return None
    if door.throttle.has_to_wait(connection, me.email, request.remote_addr or ""):
        return WAITS, 429
    if is_password(people.password_of(connection, me.id), password):
        return None
    door.throttle.note_failure(connection, me.email, request.remote_addr or "")
    return NOT_YOURS, 403


@pages.post("/account/name")
def change_name() -> Answer:
    """Be called something else from now on."""
    name = " ".join(request.form.get("name", "").split())
    with team_door().database.writing() as connection:
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            problem = f"Write a name of at most {LONGEST_NAME} characters."
            return _account_page(connection, problem, 422)
        people.rename_person(connection, _mine().person.id, _mine().person.id, name)
    return redirect(url_for("team_account.show_account"), 303)


@pages.get("/account/second-factor")
def show_second_factor() -> Answer:
    """Show whether I have a second factor, and how to set one up."""
    with team_door().database.reading() as connection:
        return _second_factor_page(connection)


def _second_factor_page(
    connection: Connection, message: str = "", status: int = 200, codes: Sequence[str] = ()
) -> Answer:
    door, mine = team_door(), _mine()
    secret = door.factors.begun_secret(connection, mine.person.id)
    return (
        render_template(
            "team/second-factor.html",
            is_set=door.factors.is_set(connection, mine.person.id),
            secret=secret,
            picture=Markup(authenticator_picture(secret, mine.person.email)) if secret else "",  # noqa: S704 - drawn
            codes=codes,
            message=message,
        ),
        status,
    )


@pages.post("/account/second-factor")
def change_second_factor() -> Answer:
    """Begin a second factor, confirm it with a code, or take it away with one."""
    door, mine, code = team_door(), _mine(), request.form.get("code", "")
    person, wanted = mine.person.id, request.form.get("do", "")
    with door.database.writing() as connection:
        if door.throttle.has_to_wait(connection, mine.person.email, request.remote_addr or ""):
            return _second_factor_page(connection, WAITS, 429)
        if wanted == "begin" and not door.factors.is_set(connection, person):
            if refused := _refused(connection, request.form.get("before", "")):
                return _second_factor_page(connection, *refused)
            door.factors.begin(connection, person)
            return _second_factor_page(connection)
        if wanted == "confirm" and (codes := door.factors.confirm(connection, person, code)):
            return _second_factor_page(connection, codes=codes)
        if wanted == "remove" and door.factors.is_right(connection, person, code):
            door.factors.remove(connection, person, person)
            return _second_factor_page(connection)
        door.throttle.note_failure(connection, mine.person.email, request.remote_addr or "")
        return _second_factor_page(connection, "This is not the code.", 403)


@pages.post("/account/elsewhere")
def end_elsewhere() -> Answer:
    """Sign me out of every browser but this one, for which my password is needed."""
    with team_door().database.writing() as connection:
        if refused := _refused(connection, request.form.get("before", "")):
            return _account_page(connection, *refused)
        sign_out_others(connection, _mine())
    return redirect(url_for("team_account.show_account"), 303)
