"""People and groups: who may come in at all, as an administrator sees to it."""

from __future__ import annotations

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from orgdesign.team.pages.door import team_door
from orgdesign.team.people import people
from orgdesign.team.people.people import Person
from orgdesign.team.people.second_factor import people_with_second_factor

pages = Blueprint("team_people", __name__)

NO_ADDRESS = "Write an e-mail address, such as ana@example.com."
YOURSELF = "You cannot do this to yourself; another administrator can."


@pages.get("/people")
def list_people() -> str:
    """Show people and groups."""
    with team_door().database.reading() as connection:
        return _people_page(connection)


def _people_page(
    connection: Connection, *, message: str = "", link: str = "", whose: str = ""
) -> str:
    groups = people.groups(connection)
    everybody = people.everybody(connection)
    names = {person.id: person.name for person in everybody}
    return render_template(
        "team/people.html",
        people=everybody,
        groups=groups,
        members={group.id: people.members(connection, group.id) for group in groups},
        names=names,
        with_factor=people_with_second_factor(connection),
        message=message,
        link=link,
        whose=whose,
        me=g.viewer.person,
    )


@pages.post("/people")
def invite() -> str | tuple[str, int]:
    """Add somebody, and show the link by which they come in, this once."""
    email, name = request.form.get("email", "").strip(), request.form.get("name", "")
    with team_door().database.writing() as connection:
        if email.count("@") != 1 or not all(email.split("@")) or not email.isprintable():
            return _people_page(connection, message=NO_ADDRESS), 422
        is_admin = request.form.get("admin") == "yes"
        person = people.add_person(connection, g.viewer.person, email, name, is_admin=is_admin)
        token = people.new_one_time(connection, g.viewer.person, person.id, "invitation")
        return _people_page(connection, link=_password_link(token), whose=person.name)


def _password_link(token: str) -> str:
    return team_door().settings.url + url_for("team_sign_in.ask_password", token=token)


@pages.post("/people/<person>")
def change_person(person: str) -> Response | str | tuple[str, int]:
    """Keep somebody out or let them in again, make them an administrator, or let them come anew."""
    with team_door().database.writing() as connection:
        whom = people.find_person(connection, person) or abort(404)
        wanted = request.form.get("do", "")
        if wanted == "new password":
            token = people.new_one_time(connection, g.viewer.person, whom.id, "new password")
            return _people_page(connection, link=_password_link(token), whose=whom.name)
        if whom.id == g.viewer.person:
            return _people_page(connection, message=YOURSELF), 422
        _change(connection, whom, wanted)
    return redirect(url_for("team_people.list_people"), 303)


def _change(connection: Connection, whom: Person, wanted: str) -> None:
    actor = g.viewer.person
    match wanted:
        case "disable":
            people.disable_person(connection, actor, whom.id)
        case "enable":
            people.enable_person(connection, actor, whom.id)
        case "admin" | "no admin":
            people.set_admin(connection, actor, whom.id, is_admin=wanted == "admin")
        case "no second factor":
            team_door().factors.remove(connection, actor, whom.id)
        case _:
            abort(400)


@pages.post("/groups")
def add_group() -> Response:
    """Add a group."""
    with team_door().database.writing() as connection:
        people.add_group(connection, g.viewer.person, request.form.get("name", ""))
    return redirect(url_for("team_people.list_people"), 303)


@pages.post("/groups/<group>")
def change_group(group: str) -> Response:
    """Put somebody into a group, or take them out of it."""
    with team_door().database.writing() as connection:
        known = {each.id for each in people.groups(connection)}
        whom = people.find_person(connection, request.form.get("person", ""))
        if group not in known or whom is None:
            abort(404)
        leaves = request.form.get("do") == "leave"
        change = people.leave_group if leaves else people.join_group
        change(connection, g.viewer.person, group, whom.id)
    return redirect(url_for("team_people.list_people"), 303)
