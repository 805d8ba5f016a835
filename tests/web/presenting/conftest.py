"""The bakery with its design, and the slides that are shown of it."""

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
from tests.web.conftest import BAKERY, Site
from tests.web.designs.conftest import DESIGN


@dataclass
class Talk:
    """The presentation of a file, as its address asks for it."""

    site: Site

    @property
    def at(self) -> str:
        return f"{self.site.address}/present"

    def key(self, kind: str, name: str) -> str:
        return self.site.settings.key(kind, name)

    def structure(self, design: str, phase: str = "") -> str:
        named = f"{design}\n{phase}"
        return f"?structure={self.key('structure', named)}"

    def slide(self, number: int, said: str = "") -> str:
        """The HTML of one slide."""
        return self.site.get(f"{self.at}/{number}{said}").text

    def speaker(self, number: int, said: str = "") -> str:
        return unescape(self.site.get(f"{self.at}/{number}/speaker{said}").text)

    def slides(self, said: str = "") -> list[str]:
        """The HTML of all slides."""
        found = re.search(r'data-count="(\d+)"', self.slide(1, said))
        assert found
        return [self.slide(each, said) for each in range(1, int(found[1]) + 1)]

    def titles(self, said: str = "") -> list[str]:
        """What the slides are called, with what stands beside it."""
        contents = re.search(r"<ol>(.*?)</ol>", self.slide(1, said), re.DOTALL)
        assert contents
        links = re.findall(r"<a [^>]*>(.*?)</a>", contents[1], re.DOTALL)
        return [unescape(re.sub(r"<[^>]*>", "", each)) for each in links]

    def number(self, title: str, said: str = "") -> int:
        return self.titles(said).index(title) + 1

    def write(self, text: str) -> None:
        self.site.path.write_text(text, encoding="utf-8")


def boxes(html: str) -> set[str]:
    """The functions whose boxes are on a slide."""
    return set(re.findall(r'id="slide-\d+-function-([\w-]+)" class="node', html))


@pytest.fixture
def talk(tmp_path: Path, engine: Engine) -> Talk:
    path = tmp_path / "bakery.yaml"
    path.write_text(BAKERY + DESIGN, encoding="utf-8")
    settings = Settings(port=8123)
    site = Site(path, settings, create_app(Workspace(path, engine), settings).test_client())
    site.admit()
    return Talk(site)
