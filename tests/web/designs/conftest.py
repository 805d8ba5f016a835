"""A design of the bakery, and the way through its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace
from tests.web.conftest import BAKERY, Said, Sheet, Site

DESIGN = """\
designs:
  street:  # for the street
    name: One shop for the street
    phases:
      spring: {name: Spring, starts: 2026-03-01}
      autumn: {name: Autumn}
    changes:
      # Bookkeeping hears what the customers say.
      - {change: move, function: books, reports_to: counter, phase: spring, owner: owner}
      - {change: rename, function: counter, name: Shop, phase: spring}
      - {change: retire, function: books, phase: autumn}
"""


@dataclass
class Drawing:
    """A person at the pages of the designs of one file."""

    site: Site

    @property
    def text(self) -> str:
        """What stands in the file under ``designs``."""
        return self.site.path.read_text(encoding="utf-8").removeprefix(BAKERY)

    @property
    def list(self) -> str:
        return f"{self.site.address}/designs"

    @property
    def at(self) -> str:
        """The address of the design of the street."""
        return f"{self.list}/{self.key('design', 'street')}"

    def key(self, kind: str, name: str) -> str:
        return self.site.settings.key(kind, name)

    def phase(self, id_: str) -> str:
        return self.key("phase", f"street\n{id_}")

    def page(self, rest: str = "") -> str:
        return self.site.get(f"{self.at}{rest}").text

    def lines(self) -> list[str]:
        """The sentences of the changes, in the order of the page."""
        said = re.findall(r'<div class="change-said">\s*<p>(.*?)</p>', self.page(), re.DOTALL)
        return [unescape(each) for each in said]

    def sheet(self, address: str, name: str = "change-form") -> Sheet:
        """The form of a page."""
        html = self.site.get(address).text
        found = re.search(rf'<form id="{name}".*?</form>', html, re.DOTALL)
        assert found, html
        return Sheet(found[0])

    def new(self, kind: str, more: str = "", **typed: str | list[str]) -> list[str]:
        """Add a change as a person fills in its form; return what is wrong with it."""
        sheet = self.sheet(f"{self.at}/changes/new?change={kind}{more}")
        return self.send(sheet.address, {**sheet.said(), **typed})

    def send(self, address: str, said: Said) -> list[str]:
        """Send a form; return what is wrong with it."""
        answer = self.site.post(address, said)
        if answer.status_code == 303:
            return []
        told = re.findall(
            r'<p[^>]*class="(?:form-message|field-error)"[^>]*>(.*?)</p>', answer.text
        )
        return [f"{answer.status_code}", *map(unescape, told)]

    def way(self, words: str, said: Said | None = None) -> None:
        """Press the button with a label."""
        html = self.page()
        forms = re.findall(r"<form\b.*?</form>", html, re.DOTALL)
        form = next(one for one in forms if f'aria-label="{words}"' in unescape(one))
        button = re.search(r'<button[^>]*name="(\w+)" value="(\w+)"', form)
        pressed: Said = {button[1]: button[2]} if button else {}
        assert (
            self.send(Sheet(form).address, {**Sheet(form).said(), **pressed, **(said or {})}) == []
        )


@pytest.fixture
def drawing(tmp_path: Path, engine: Engine) -> Drawing:
    path = tmp_path / "bakery.yaml"
    path.write_text(BAKERY + DESIGN, encoding="utf-8")
    settings = Settings(port=8123)
    site = Site(path, settings, create_app(Workspace(path, engine), settings).test_client())
    site.admit()
    return Drawing(site)
