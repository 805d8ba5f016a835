"""Who may what, put into the app: the guard before every page, and the pages about people."""

from __future__ import annotations

from hashlib import blake2s

from flask import Flask, g
from sqlalchemy import Connection

from orgdesign.team.log.chain import append_entry
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.pages import (
    account_pages,
    link_pages,
    log_pages,
    people_pages,
    share_pages,
    sign_in_pages,
)
from orgdesign.team.pages.asking_again import ask_beside_requests
from orgdesign.team.pages.door import TeamDoor
from orgdesign.team.pages.guard import guard_team
from orgdesign.team.pages.permission import AllowedOffers, rights_here
from orgdesign.team.pages.provider import provider_of
from orgdesign.team.people.throttle import Throttle
from orgdesign.team.settings import TeamSettings
from orgdesign.team.viewer import Viewer
from orgdesign.web.kit import offer_as
from orgdesign.yamlfile import Reading

PAGES = (
    *sign_in_pages.PAGES,
    link_pages.pages,
    account_pages.pages,
    people_pages.pages,
    share_pages.pages,
    log_pages.pages,
)


def install(app: Flask, resources: TeamResources, settings: TeamSettings) -> None:
    """Let the app ask who somebody is before every page, and show the pages for it."""
    database = resources.database
    door = TeamDoor(database, settings, provider_of(app, settings), Throttle(settings.secret))
    app.secret_key = blake2s(settings.secret[:32], person=b"flow").digest()
    app.config.update(
        SESSION_COOKIE_NAME=door.cookie("flow"),
        SESSION_COOKIE_SECURE=door.is_secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
    )
    app.extensions["workspace_for"] = resources.workspace_for
    guard_team(app, door)
    for pages in PAGES:
        app.register_blueprint(pages)
    app.jinja_env.globals.update(team_viewer=lambda: g.get("viewer"))
    offer_as(app, AllowedOffers())
    app.jinja_env.globals["sees_all"] = lambda: rights_here().sight.is_whole
    resources.on_save.append(_note_edit)
    if door.provider is not None:
        ask_beside_requests(app, door)


def _note_edit(
    connection: Connection, viewer: Viewer, organisation: int, before: Reading, after: Reading
) -> None:
    """Note in the log that the text was changed, in the transaction that changes it."""
    texts = {"before": before.source, "after": after.source}
    digests = {name: source.digest for name, source in texts.items() if source}
    append_entry(connection, viewer.id, "edited", chain=organisation, **digests)
