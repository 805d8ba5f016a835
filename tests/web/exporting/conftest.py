"""The bakery with a design, and a person at its pages of exports."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from werkzeug.test import TestResponse

from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace
from tests.documents.unpacked import unpacked
from tests.web.conftest import BAKERY, Site
from tests.web.designs.conftest import DESIGN

CLERK = "  clerk: {title: Clerk, holder: Zebedee Quill, function: books}\n"
SHOP = BAKERY.replace("measures:\n  sold-out:", f"{CLERK}measures:\n  sold-out:") + DESIGN

Said = dict[str, object]


@dataclass
class Desk:
    """A person who exports what one file says."""

    site: Site
    address: str = field(default="")

    def __post_init__(self) -> None:
        self.address = f"{self.site.address}/export"

    @property
    def text(self) -> str:
        return self.site.path.read_text(encoding="utf-8")

    def write(self, text: str) -> None:
        self.site.path.write_text(text, encoding="utf-8")

    def key(self, kind: str, name: str) -> str:
        return self.site.settings.key(kind, name)

    @property
    def design(self) -> str:
        """What stands in addresses for all of the design."""
        return self.key("structure", "street\n")

    def page(self, **said: object) -> str:
        return self.site.get(f"{self.address}?{urlencode(said, doseq=True)}").text

    def told(self, **said: object) -> list[str]:
        """What the page says that the file will tell, and not."""
        found = re.search(r'<section id="contents".*?</section>', self.page(**said), re.DOTALL)
        assert found
        lines = re.findall(r"<p[^>]*>(.*?)</p>", found[0], re.DOTALL)
        return [" ".join(unescape(re.sub(r"<[^>]*>", "", each)).split()) for each in lines]

    def make(self, kind: str, ending: str, **said: object) -> TestResponse:
        """Send the form; what is not said is as it was at first."""
        return self.send({"kind": kind, "ending": ending, "asked": "1", "with": "measures", **said})

    def send(self, said: Said, **headers: str) -> TestResponse:
        return self.site.post(self.address, said, **headers)  # type: ignore[arg-type]

    def file(self, answer: TestResponse) -> TestResponse:
        """Return the file of an answer: itself, or what the page that it leads to offers."""
        if answer.status_code == 200:
            return answer
        assert answer.status_code == 303, complaints(answer)
        return self.site.get(f"{answer.location}/file")

    def holds(self, kind: str, ending: str, **said: object) -> str:
        """Return all that the file holds that is made."""
        return unpacked(self.file(self.make(kind, ending, **said)).data)


def complaints(answer: TestResponse) -> list[str]:
    """What an answer says is wrong, after its status."""
    said = r'<p[^>]*class="(?:form-message|field-error)"[^>]*>(.*?)</p>'
    told = re.findall(said, answer.text, re.DOTALL)
    return [str(answer.status_code), *(unescape(re.sub("<.*?>", "", each)) for each in told)]


@pytest.fixture
def desk(tmp_path: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("orgdesign.web.exporting.export_jobs.AT_ONCE", 60)  # on a busy machine, too
    path = tmp_path / "bakery.yaml"
    path.write_text(SHOP, encoding="utf-8")
    settings = Settings(port=8123)
    site = Site(path, settings, create_app(Workspace(path, engine), settings).test_client())
    site.admit()
    return Desk(site)
