"""My account: my password, and where I am signed in."""

from __future__ import annotations

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from orgdesign.team.pages.guard import team_door
from orgdesign.team.people import people
from orgdesign.team.people.passwords import is_password, password_problem
from orgdesign.team.people.sign_ins import SignIn, sign_in, sign_ins_of, sign_out_others

pages = Blueprint("team_account", __name__)
Answer = Response | str | tuple[str, int]
WAITS = "This failed too often. Wait a quarter of an hour."


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
        if door.throttle.has_to_wait(connection, mine.person.email, request.remote_addr or ""):
            return _account_page(
                connection, "This failed too often. Wait a quarter of an hour.", 429
            )
        if not is_password(people.password_of(connection, mine.person.id), before):
            door.throttle.note_failure(connection, mine.person.email, request.remote_addr or "")
            return _account_page(connection, "This is not the password that you have.", 403)
        problem = password_problem(wanted, mine.person.email, mine.person.name)
        if problem or wanted != request.form.get("again", ""):
            return _account_page(connection, problem or "The two passwords are not the same.", 422)
        people.set_password(connection, mine.person.id, mine.person.id, wanted)
        token = sign_in(connection, mine.person, mine.browser)
    answer = redirect(url_for("team_account.show_account"), 303)
    door.set_cookie(answer, "sign-in", token)
    return answer


@pages.post("/account/elsewhere")
def end_elsewhere() -> Answer:
    """Sign me out of every browser but this one."""
    with team_door().database.writing() as connection:
        sign_out_others(connection, _mine())
    return redirect(url_for("team_account.show_account"), 303)
