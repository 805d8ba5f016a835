"""A team server in the test process, and people who ask it for pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from orgdesign.redaction import FACT_KINDS, Scope
from orgdesign.render import Engine
from orgdesign.team.app import create_team_app
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.people import people
from orgdesign.team.people.people import Person
from orgdesign.team.rights import grants, links
from orgdesign.team.rights.team_access import TeamAccess
from orgdesign.team.rights.viewing_rights import TeamViewer
from orgdesign.team.settings import read_settings

URL = "https://org.example"
PASSWORD = "seven quiet otters"
EVERYTHING = frozenset(FACT_KINDS)
NORTHWIND = Path("examples/northwind.yaml").read_bytes()


@dataclass(slots=True)
class TeamApp:
    """The app over a database, with an administrator who manages an organisation."""

    app: Flask
    database: TeamDatabase
    resources: TeamResources
    url: str
    admin: Person
    key: str = ""
    organisation: int = 0

    def add(self, name: str, *, is_admin: bool = False) -> Person:
        """Add somebody who can sign in."""
        email = f"{name.lower()}@example.com"
        with self.database.writing() as connection:
            person = people.add_person(connection, "", email, name, is_admin=is_admin)
            people.set_password(connection, "", person.id, PASSWORD)
        return person

    def begin(self, name: str, data: bytes, who: Person | None = None) -> str:
        """Begin an organisation, and return the key of its addresses."""
        who = who or self.admin
        viewer = TeamViewer(who.id, who.name, who.id)
        file = self.resources.workspace_for(viewer).create(name, data, "begun")
        self.organisation = file.history.organisation  # type: ignore[attr-defined]
        self.key = self.app.extensions["settings"].key("file", file.identity)
        return self.key

    def grant(self, person: Person, may: Any, scope: Scope) -> int:
        """Let somebody do something in the organisation."""
        with self.database.writing() as connection:
            return grants.add_grant(
                connection, self.admin.id, self.organisation, may, scope, person=person.id
            )

    def link(self, **terms: Any) -> tuple[str, str]:
        """Return the id and the token of a new link to the organisation."""
        with self.database.writing() as connection:
            said = links.LinkTerms("A link", **terms)
            return links.add_link(connection, self.admin.id, self.organisation, said)

    def browser(self, person: Person | None = None) -> Browser:
        """Return a browser, in which somebody is signed in."""
        browser = Browser(self)
        if person:
            answer = browser.post("/sign-in", email=person.email, password=PASSWORD)
            assert answer.status_code == 303, answer.text
        return browser


class Browser:
    """A browser, with its cookies and what it says of itself."""

    def __init__(self, team: TeamApp) -> None:
        self.team = team
        self.client: FlaskClient = team.app.test_client()

    def get(self, path: str, headers: dict[str, str] | None = None, **more: Any) -> TestResponse:
        """Ask for a page, as by a link."""
        said = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", **(headers or {})}
        return self.client.get(path, base_url=self.team.url, headers=said, **more)

    def post(self, path: str, headers: dict[str, str] | None = None, **form: Any) -> TestResponse:
        """Send a form of ours."""
        said = {"Sec-Fetch-Site": "same-origin", "Origin": self.team.url, **(headers or {})}
        return self.client.post(path, base_url=self.team.url, headers=said, data=form)

    def cookie(self, name: str) -> str:
        """Return the value of a cookie; empty where there is none."""
        host = self.team.url.partition("://")[2].partition(":")[0]
        prefix = "__Host-orgdesign-" if self.team.url.startswith("https") else "orgdesign-"
        found = self.client.get_cookie(f"{prefix}{name}", host)
        return found.value if found else ""


def team_app(database: TeamDatabase, engine: Engine, **environment: str) -> TeamApp:
    """Return a team server over a database; the environment may say more."""
    said = {
        "ORGDESIGN_DATABASE_URL": "postgresql://nobody@/nothing",
        "ORGDESIGN_SECRET": "s" * 40,
        "ORGDESIGN_URL": URL,
        **environment,
    }
    settings = read_settings(said)
    resources = TeamResources(database, engine, TeamAccess())
    app = create_team_app(resources, settings)
    app.testing = True
    with database.writing() as connection:
        admin = people.add_person(connection, "", "root@example.com", "Root", is_admin=True)
        people.set_password(connection, "", admin.id, PASSWORD)
    return TeamApp(app, database, resources, settings.url, admin)
