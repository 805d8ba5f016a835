"""A small organisation, and a browser's side of the app over it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace

BAKERY = """\
organization: Harbour Bakery
outcome:
  statement: Fresh bread every morning before work
  customer: People on their way to work
  accountable: owner
  measures: [sold-out]
  outcomes:
    quick:
      statement: I never wait longer than two minutes
      accountable: owner
functions:
  baking:
    name: Baking
    accountable: owner
    alignment: {outcome: desired, contribution: Bakes twice a night, link: direct, also: [quick]}
    measures: [sold-out]
    headcount: 4
    cost: 160000
  counter:
    name: Counter
    reports_to: baking
    accountable: owner
    alignment: {outcome: quick, contribution: Two tills from six to nine, link: direct}
    headcount: 3
    cost: 90000
  books:
    name: Bookkeeping
    reports_to: baking
    headcount: 1
    cost: 30000
roles:
  owner: {title: Owner, holder: J. Sato, purpose: Good bread for the street}
measures:
  sold-out: {name: Mornings sold out by eight, unit: "%", baseline: 40, target: 5, better: lower}
"""


Said = dict[str, str | list[str]]


class Sheet:
    """A form in a page, as a person sees it and a browser sends it."""

    def __init__(self, html: str) -> None:
        self.html = html
        action = re.search(r'action="([^"]*)"', html)
        self.address = unescape(action[1]) if action else ""

    def said(self, **typed: str | list[str]) -> Said:
        """Return what is sent: what stands in the fields, and what a person ``typed``."""
        said: dict[str, list[str]] = {}
        for tag in re.findall(r"<input\b[^>]*>", self.html):
            if re.search('type="(checkbox|radio)"', tag) and " checked" not in tag:
                continue
            said.setdefault(_attribute(tag, "name"), []).append(_attribute(tag, "value"))
        for name, text in re.findall(
            r'<textarea[^>]*\bname="([^"]*)"[^>]*>\n?(.*?)</textarea>', self.html, re.DOTALL
        ):
            said.setdefault(name, []).append(unescape(text))
        for name, options in re.findall(
            r'<select[^>]*\bname="([^"]*)"[^>]*>(.*?)</select>', self.html, re.DOTALL
        ):
            chosen = re.findall(r'value="([^"]*)" selected', options)
            offered = re.findall(r'value="([^"]*)"', options)[:1]
            said.setdefault(name, []).extend(unescape(one) for one in chosen or offered)
        return {**said, **{name.replace("__", "."): value for name, value in typed.items()}}


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


@dataclass
class Site:
    """The app over one path, as the browser of the person who started it sees it."""

    path: Path
    settings: Settings
    client: FlaskClient

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    def get(self, address: str, **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with self.client.get(address, base_url=self.origin, headers=named) as answer:
            answer.get_data()  # read it before the file behind it is closed
            return answer

    def post(self, address: str, said: Said, **headers: str) -> TestResponse:
        """Send a form as a browser does."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with self.client.post(
            address, base_url=self.origin, data=said, headers={"Origin": self.origin, **named}
        ) as answer:
            answer.get_data()
            return answer

    def form(self, html: str) -> Sheet:
        """Return the form of the panel in a page."""
        found = re.search(r'<form id="form-[^>]*data-form.*?</form>', html, re.DOTALL)
        assert found, "there is no form"
        return Sheet(found[0])

    def admit(self) -> None:
        self.get(f"/start?token={self.settings.token}")

    def page(self, said: str = "") -> str:
        """Return the HTML of the only organisation's page."""
        return self.get(self.address + said).text

    @property
    def address(self) -> str:
        return str(self.get("/").location)

    def follow(self, html: str, words: str) -> str:
        """Return the address of the link that says ``words``."""
        links = re.findall(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
        return next(href.replace("&amp;", "&") for href, said in links if words in said)

    def fields(self, html: str) -> str:
        """Return what the page sends of itself with every question, as a query."""
        fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html)
        return "&".join(f"{name}={value}" for name, value in fields)


@pytest.fixture(scope="session", autouse=True)
def compiled_for_all(templates_compiled: None) -> None:
    """Compile templates and addresses once for every app of these tests."""


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "bakery.yaml"
    path.write_text(BAKERY, encoding="utf-8")
    return path


@pytest.fixture
def stranger(bakery: Path, engine: Engine) -> Site:
    """A browser that nobody has let in."""
    settings = Settings(port=8123)
    return Site(bakery, settings, create_app(Workspace(bakery, engine), settings).test_client())


@pytest.fixture
def site(stranger: Site) -> Site:
    """The browser of the person who started the app."""
    stranger.admit()
    return stranger


@pytest.fixture
def folder_site(tmp_path: Path, engine: Engine) -> Site:
    """The app over an empty folder."""
    settings = Settings(port=8124)
    app = create_app(Workspace(tmp_path, engine), settings)
    site = Site(tmp_path, settings, app.test_client())
    site.admit()
    return site
