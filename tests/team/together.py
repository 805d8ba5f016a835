"""A team at work: an organisation, people with rights in parts of it, and a browser for each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from orgdesign.redaction import Scope
from orgdesign.render import Engine
from orgdesign.team import access, together
from orgdesign.team.app import create_team_app
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.people.people import Person, add_person
from orgdesign.team.people.sign_ins import sign_in
from orgdesign.team.rights.grants import Level, add_grant
from orgdesign.team.rights.team_access import TeamAccess
from orgdesign.team.rights.viewing_rights import TeamViewer
from orgdesign.team.settings import read_settings
from orgdesign.team.viewer import Viewer

HOST = "org.example.com"
URL = f"http://{HOST}"
SHOP = """organization: Shop
outcome: {statement: I get fresh bread}
functions:
  head: {name: Head}
  sales: {name: Sales, reports_to: head}
  till: {name: Till, reports_to: sales}
  baking: {name: Baking, reports_to: head}
  ovens: {name: Ovens, reports_to: baking}
roles:
  clerk: {title: Clerk, function: till}
designs:
  d:
    name: Counter first
    changes:
      - {change: rename, function: till, name: Counter}
      - {change: rename, function: ovens, name: Big ovens}
"""


def attributes(tag: str) -> dict[str, str]:
    found = re.findall(r'([\w-]+)(?:="([^"]*)")?', tag)
    return {name: unescape(value) for name, value in found}


@dataclass
class Browser:
    """One person's browser."""

    client: FlaskClient
    person: Person
    address: str = ""

    def get(self, path: str, **headers: str) -> TestResponse:
        path = path if path.startswith("/") else f"{self.address}/{path}"
        return self.client.get(path, base_url=URL, headers=headers)

    def post(self, path: str, **said: str) -> TestResponse:
        path = path if path.startswith("/") else f"{self.address}/{path}"
        headers = {"Origin": URL, "Sec-Fetch-Site": "same-origin"}
        return self.client.post(path, base_url=URL, data=said, headers=headers)

    def forms(self, html: str, action: str) -> list[dict[str, str]]:
        """Return what the forms of a page send whose address ends so, with the address."""
        found = []
        for form in re.findall(r"<form[^>]*>.*?</form>", html, re.DOTALL):
            opening = attributes(form.partition(">")[0])
            if opening.get("action", "").endswith(action):
                said = {"": opening["action"]}
                for tag in re.findall(r'<input type="hidden"[^>]*>', form):
                    field_ = attributes(tag)
                    said[field_["name"]] = field_.get("value", "")
                found.append(said)
        return found

    def send(self, form: dict[str, str], **more: str) -> TestResponse:
        said = {**form, **more}
        return self.post(said.pop(""), **said)


@dataclass
class Team:
    """The people of a team, and the app that they share."""

    database: TeamDatabase
    resources: TeamResources
    app: Flask
    organisation: int
    people: dict[str, Person] = field(default_factory=dict)

    def browser(
        self, name: str, may: Level = "edit", branch: str | None = None, **scope: frozenset[str]
    ) -> Browser:
        """Return the browser of somebody who may do something in a branch, or everywhere."""
        with self.database.writing() as connection:
            person = add_person(connection, "", f"{name.split()[0]}@example.com", name)
            self.people[name] = person
            held = Scope(branch=branch, **scope)  # type: ignore[arg-type]
            add_grant(connection, "", self.organisation, may, held, person=person.id)
            token = sign_in(connection, person, "test")
        client = self.app.test_client()
        client.set_cookie("orgdesign-sign-in", token, domain=HOST)
        browser = Browser(client, person)
        listed = browser.get("/", **{"Sec-Fetch-Dest": "document"})
        there = re.search(r"(/o/[0-9a-f]+)", f"{listed.headers.get('Location', '')} {listed.text}")
        assert there
        browser.address = there[1]
        return browser

    def text(self) -> str:
        """Return what the file says now."""
        source = self.resources.whole_file(self.organisation, Viewer("", "")).now().source
        assert source
        return source.text


def make_team(database: TeamDatabase, engine: Engine, text: str = SHOP) -> Team:
    """Return a team over a database with one organisation."""
    resources = TeamResources(database, engine, TeamAccess())
    environment = {
        "ORGDESIGN_DATABASE_URL": "postgresql://unused",
        "ORGDESIGN_SECRET": "s" * 40,
        "ORGDESIGN_URL": URL,
    }
    app = create_team_app(resources, read_settings(environment), access.install, together.install)
    with database.writing() as connection:
        ada = add_person(connection, "", "ada@example.com", "Ada Lovelace", is_admin=True)
    file = resources.workspace_for(TeamViewer(ada.id, ada.name, ada.id)).create(
        "shop.yaml", text.encode(), "Begun"
    )
    return Team(database, resources, app, int(file.identity.partition(":")[2]))
