"""The pages of an import as a browser goes through them."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import unescape

import pytest
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse

from orgdesign.web.importing.job import ImportJob
from tests.patience import PATIENCE
from tests.web.conftest import Sheet, Site

STAFF = """\
Employee ID,Name,Job Title,Department,Manager ID,Annual Salary,Office
1,Ann Bell,Chief Executive,Board,,90000,Leeds
2,Bo Day,Head of Sales,Sales,1,50000,York
3,Cy Fox,Seller,Sales,2,30000,York
"""


@dataclass
class Import:
    """One import in a browser: what the page says by now, and the forms in it."""

    site: Site
    start: str
    answer: TestResponse | None = None

    @property
    def text(self) -> str:
        """What the page says, without its tags."""
        assert self.answer
        body = re.sub(r"(?s)<(option|svg|head)\b.*?</\1>", " ", self.answer.text)
        return unescape(" ".join(re.sub(r"<[^>]*>", " ", body).split()))

    @property
    def html(self) -> str:
        assert self.answer
        return self.answer.text

    @property
    def job(self) -> ImportJob:
        """The only import that there is."""
        jobs = self.site.client.application.extensions["imports"]
        ((_, job),) = jobs._jobs.values()
        return job

    def upload(self, *files: tuple[str, str | bytes]) -> Import:
        """Send files from the first page, and wait until they have been looked at."""
        return self._send(self.start, {}, files)

    def columns(self, do: str = "go", files=(), mapping: str = "", **said: str) -> Import:
        """Send what is chosen on the page of the columns."""
        sheet = Sheet(self._form("columns-form"))
        chosen = {name.replace("__", "-"): value for name, value in said.items()}
        sent = {**sheet.said(), "do": do, **chosen}
        return self._send(sheet.address, sent, files, mapping)

    def write(self, *refused: str, **said: str) -> Import:
        """Agree to what was shown, but for the changes that were refused."""
        ticks = re.findall(r'name="take" value="(\d+)"[^>]*> <span[^>]*>([^<]*)<', self.html)
        taken = [at for at, sentence in ticks if unescape(sentence) not in refused]
        assert len(taken) == len(ticks) - len(refused), self.text
        sheet = Sheet(self._form("decide"))
        return self._send(sheet.address, {**sheet.said(), "take": taken, **said}, ())

    def answers(self, **said: str) -> Import:
        """Answer what is left open, by the words of each question."""
        sheet = Sheet(self._form("needs-you"))
        given = {self._question(words): value for words, value in said.items()}
        return self._send(sheet.address, {**sheet.said(), **given}, ())

    def _question(self, words: str) -> str:
        """The name of the field of a question that has some words, joined by underscores."""
        pattern = words.replace("_", "[^<]*")
        found = re.search(rf'<label for="(answer-\d+)">[^<]*{pattern}', self.html)
        assert found, f"nothing is asked as {words}: {self.text}"
        return found[1]

    def cancel(self) -> Import:
        return self._send(Sheet(self._form("give-up")).address, {}, ())

    def _form(self, kind: str) -> str:
        found = re.search(rf'<form class="[^"]*\b{kind}\b.*?</form>', self.html, re.DOTALL)
        assert found, self.text
        return found[0]

    def _send(self, address: str, said, files, mapping: str = "") -> Import:
        body: MultiDict = MultiDict()
        for name, value in said.items():
            for one in [value] if isinstance(value, str) else value:
                body.add(name, one)
        for name in ("files", "mapping"):
            body.poplist(name)
        for name, text in files:
            data = text.encode() if isinstance(text, str) else text
            body.add("files", FileStorage(io.BytesIO(data), filename=name))
        if mapping:
            body.add("mapping", FileStorage(io.BytesIO(mapping.encode()), filename="m.json"))
        self.answer = self.site.client.post(
            address,
            base_url=self.site.origin,
            data=body,
            headers={"Origin": self.site.origin},
            content_type="multipart/form-data",
        )
        self.answer.get_data()
        return self.follow()

    def follow(self) -> Import:
        """Go where the answer leads, and wait there until nothing is being read."""
        while self.answer and self.answer.status_code == 303:
            self.wait()
            self.answer = self.site.get(str(self.answer.location))
        return self

    def wait(self) -> None:
        """Wait for the threads in which something is read."""
        for _, job in list(self.site.client.application.extensions["imports"]._jobs.values()):
            if job.last_task:
                job.last_task.wait(PATIENCE)

    def choice(self, header: str) -> str:
        """The name of the field that says what a column means."""
        found = re.search(rf'id="header-([^"]+)">{re.escape(header)}<', self.html)
        assert found, f"there is no column {header}"
        return f"column-{found[1]}"


@pytest.fixture
def hr(folder_site: Site) -> Import:
    """An import into the empty folder."""
    return Import(folder_site, "/import")


@pytest.fixture
def newer(site: Site) -> Import:
    """A newer export for the bakery."""
    return Import(site, f"{site.address}/import")
