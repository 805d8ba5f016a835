"""Sharing an organisation: who may what, links, and looking at it as somebody else sees it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from orgdesign.problems import OrgdesignError
from orgdesign.redaction import FACT_KINDS, Scope
from orgdesign.team.pages.door import team_door
from orgdesign.team.people import people
from orgdesign.team.people.sign_ins import view_as
from orgdesign.team.rights import grants, links
from orgdesign.team.rights.grants import Level
from orgdesign.team.rights.links import LinkTerms
from orgdesign.team.rights.viewing_rights import LooksAs
from orgdesign.web.kit import FilePage, find_file

pages = Blueprint("team_share", __name__)
Answer = Response | str | tuple[str, int]

FACT_WORDS = {
    "holders": "Who holds a role",
    "headcount": "Headcount and posts",
    "cost": "Cost",
    "measures": "Measures",
    "rewards": "What roles are rewarded for",
    "attributes": "Attributes",
    "private": "What is marked as private",
    "designs": "Designs",
    "reasons": "Reasons, risks and scores",
    "assessment": "The assessment",
}


def organisation_here() -> int:
    """Return the id of the organisation that the address names."""
    key = str((request.view_args or {}).get("key"))
    return int(find_file(key).history.organisation)  # type: ignore[attr-defined]


@pages.get("/o/<key>/share")
def show_sharing(key: str) -> str:
    """Show who may what, and the links."""
    with team_door().database.reading() as connection:
        return _sharing_page(connection, key)


def _sharing_page(connection: Connection, key: str, **more: Any) -> str:
    organisation = organisation_here()
    page = FilePage(key)
    everybody = people.everybody(connection)
    groups = people.groups(connection)
    known = page.edition.organisation
    return render_template(
        "team/share.html",
        page=page,
        grants=grants.grants_on(connection, organisation),
        links=links.links_on(connection, organisation),
        names=people.names_of_all(connection),
        people=[each for each in everybody if not each.is_disabled],
        groups=groups,
        functions={each.id: each.name for each in known.functions.values()} if known else {},
        views={each.id: each.name for each in known.views.values()} if known else {},
        levels=grants.LEVEL_WORDS,
        facts=FACT_WORDS,
        **{"message": "", "link": "", **more},
    )


@pages.post("/o/<key>/share/grants")
def add_grant(key: str) -> Answer:
    """Let a person or a group do something."""
    with team_door().database.writing() as connection:
        kind, _, holder = request.form.get("who", "").partition(":")
        known = people.everybody(connection) if kind == "person" else people.groups(connection)
        if kind not in ("person", "group") or holder not in {each.id for each in known}:
            return _sharing_page(connection, key, message="Choose a person or a group."), 422
        may: Any = request.form.get("may", "read")
        scope = Scope() if may == "manage" else _scope(key, may)
        named: dict[str, Any] = {kind: holder}
        try:
            grants.add_grant(connection, g.viewer.id, organisation_here(), may, scope, **named)
        except OrgdesignError as refusal:
            return _sharing_page(connection, key, message=str(refusal)), 422
    return redirect(url_for("team_share.show_sharing"), 303)


def _scope(key: str, may: Level = "read") -> Scope:
    """Return the branch and the facts that a form names; only branches that there are.

    Whoever proposes in designs sees designs, ticked or not.
    """
    known = FilePage(key).edition.organisation
    branch = request.form.get("branch", "")
    if branch and (known is None or branch not in known.functions):
        abort(422, "There is no such branch. Choose one of the list.")
    facts = frozenset(request.form.getlist("facts")) & {*FACT_KINDS}
    needed = {"designs"} if may == "propose" else set()
    return Scope(frozenset({*facts, *needed}), branch or None)


@pages.post("/o/<key>/share/grants/<int:grant>/remove")
def remove_grant(key: str, grant: int) -> Answer:
    """Take a grant back."""
    with team_door().database.writing() as connection:
        try:
            is_there = grants.remove_grant(connection, g.viewer.id, organisation_here(), grant)
        except OrgdesignError as refusal:
            return _sharing_page(connection, key, message=str(refusal)), 409
        if not is_there:
            abort(404)
    return redirect(url_for("team_share.show_sharing"), 303)


@pages.post("/o/<key>/share/links")
def add_link(key: str) -> Answer:
    """Make a link, and show it, this once."""
    with team_door().database.writing() as connection:
        try:
            _, token = links.add_link(connection, g.viewer.id, organisation_here(), _terms(key))
        except OrgdesignError as refusal:
            return _sharing_page(connection, key, message=str(refusal)), 422
        address = team_door().settings.url + url_for("team_links.open_link", token=token)
        return _sharing_page(connection, key, link=address)


def _terms(key: str) -> LinkTerms:
    form = request.form
    may: Any = "comment" if form.get("may") == "comment" else "read"
    return LinkTerms(
        form.get("name", ""),
        may,
        _scope(key),
        form.get("view", ""),
        form.get("password", ""),
        tuple(form.get("sites", "").split()),
        _end_of(form.get("expires", "")),
    )


def _end_of(day: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(day), time.max, UTC) if day else None
    except ValueError:
        raise links.WrongLink("Write the day as 2027-01-31.") from None


@pages.post("/o/<key>/share/links/<link>/revoke")
def revoke_link(key: str, link: str) -> Response:
    """Let a link show nothing from now on."""
    with team_door().database.writing() as connection:
        if not links.revoke_link(connection, g.viewer.id, organisation_here(), link):
            abort(404)
    return redirect(url_for("team_share.show_sharing"), 303)


@pages.post("/o/<key>/share/look/<kind>/<whom>")
def look_as(key: str, kind: str, whom: str) -> Response:
    """Show this organisation as a person or a link sees it, until that is ended."""
    looked = LooksAs.parse(f"{organisation_here()} {kind} {whom}")
    if looked is None or g.sign_in is None:
        abort(404)
    with team_door().database.writing() as connection:
        view_as(connection, g.sign_in, str(looked))
    return redirect(url_for("chart.show_chart"), 303)


@pages.post("/look/end")
def stop_looking() -> Response:
    """See with one's own eyes again."""
    if g.sign_in is None:
        abort(404)
    with team_door().database.writing() as connection:
        view_as(connection, g.sign_in, "")
    return redirect(url_for("folder.list_organisations"), 303)
