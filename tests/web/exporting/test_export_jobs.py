"""Making what takes long: its page, its end, and what of it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event

import pytest
from werkzeug.test import TestResponse

from orgdesign.documents.exports import ExportFile
from orgdesign.documents.kinds import Progress
from orgdesign.problems import OrgdesignError
from orgdesign.web.exporting import export_jobs
from orgdesign.web.exporting.export_jobs import Ready
from orgdesign.web.kit import Jobs
from tests.patience import PATIENCE
from tests.web.exporting.conftest import Desk, complaints


@dataclass
class Slow:
    """An export that takes a step when it is told to."""

    disclosure: Event = field(default_factory=Event)
    begun: Event = field(default_factory=Event)
    failure: str = ""

    def __call__(self, *said: object) -> ExportFile:
        progress: Progress = said[-1]  # type: ignore[assignment]
        progress(120, 3000)
        self.begun.set()
        assert self.disclosure.wait(PATIENCE)
        progress(3000, 3000)
        if self.failure:
            raise OrgdesignError(self.failure)
        return ExportFile(b"x" * 45_000, ["The font lacks letters."])


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> Iterator[Slow]:
    """An export that takes longer than a browser waits."""
    work = Slow()
    monkeypatch.setattr(export_jobs, "export", work)
    monkeypatch.setattr(export_jobs, "AT_ONCE", 0)
    yield work
    work.disclosure.set()


def begun(desk: Desk, slow: Slow) -> str:
    """Begin to make something; return the address of its page."""
    answer = desk.make("roles", "pdf", **{"with": "holders"})
    assert answer.status_code == 303, complaints(answer)
    assert slow.begun.wait(PATIENCE)
    return str(answer.location)


def ended(desk: Desk, slow: Slow, address: str) -> TestResponse:
    """Let it be made, and return its page."""
    slow.disclosure.set()
    key = address.rpartition("/")[2]
    jobs: Jobs[Ready] = desk.site.client.application.extensions["exports"]
    job = jobs.find(key)
    assert job
    assert job.wait(PATIENCE)
    return desk.site.get(address)


def test_a_page_tells_how_far_it_is(desk: Desk, slow: Slow):
    page = desk.site.get(begun(desk, slow)).text
    assert '<progress id="progress" value="120" max="3000">' in page
    assert "120 of 3,000" in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert "Cancel" in page


def test_its_address_tells_nothing(desk: Desk, slow: Slow):
    assert re.fullmatch(r"/o/[0-9a-f]{16}/export/[\w-]{32}", begun(desk, slow))


def test_what_is_made_is_offered_with_its_size_and_what_to_know(desk: Desk, slow: Slow):
    address = begun(desk, slow)
    page = ended(desk, slow, address).text
    assert "It is made: 45 kB." in page
    assert "The font lacks letters." in page
    assert "hx-trigger" not in page
    file = desk.site.get(f"{address}/file")
    assert (len(file.data), file.mimetype) == (45_000, "application/pdf")
    assert file.headers["Cache-Control"] == "no-store"
    assert desk.site.get(f"{address}/file").status_code == 200


def test_it_leads_back_to_what_was_chosen(desk: Desk, slow: Slow):
    page = ended(desk, slow, begun(desk, slow)).text
    again = desk.site.get(desk.site.follow(page, "Make another")).text
    assert 'id="ending-pdf" name="ending" value="pdf" checked' in again
    assert 'value="holders" checked' in again


def test_it_can_be_called_off(desk: Desk, slow: Slow):
    address = begun(desk, slow)
    answer = desk.site.post(f"{address}/cancel", {})
    assert (answer.status_code, answer.location) == (303, address)
    assert "You called it off: nothing was made." in desk.site.get(address).text
    ended(desk, slow, address)
    assert "You called it off" in desk.site.get(f"{address}/file").text


def test_another_site_calls_nothing_off(desk: Desk, slow: Slow):
    address = begun(desk, slow)
    answer = desk.site.post(f"{address}/cancel", {}, Origin="http://evil.example")
    assert answer.status_code == 403
    assert "120 of 3,000" in desk.site.get(address).text


def test_a_failure_is_told_with_the_way_back(desk: Desk, slow: Slow):
    address = begun(desk, slow)
    slow.failure = "The fonts are missing."
    page = ended(desk, slow, address).text
    assert "The fonts are missing." in page
    assert "Back to what you chose" in page


def test_what_is_not_made_yet_is_not_handed_out(desk: Desk, slow: Slow):
    page = desk.site.get(f"{begun(desk, slow)}/file")
    assert "120 of 3,000" in page.text


def test_too_much_at_a_time_is_refused(desk: Desk, slow: Slow):
    for _ in range(3):
        begun(desk, slow)
    answer = desk.make("tables", "zip", **{"with": "cost"})
    assert answer.status_code == 409
    assert complaints(answer)[1].startswith("3 files are being made already")
    assert 'value="cost" checked' in answer.text


GONE = [lambda page: page, lambda page: f"{page}/file"]


@pytest.mark.parametrize("of", GONE)
def test_what_is_no_longer_kept_is_not_found(desk: Desk, of: Callable[[str], str]):
    answer = desk.site.get(of(f"{desk.address}/0123"))
    assert (answer.status_code, "This file is no longer kept" in answer.text) == (404, True)


def test_what_is_no_longer_kept_cannot_be_called_off(desk: Desk):
    assert desk.site.post(f"{desk.address}/0123/cancel", {}).status_code == 404


def test_a_key_opens_nothing_of_another_organisation(desk: Desk, slow: Slow):
    key = begun(desk, slow).rpartition("/")[2]
    slow.disclosure.set()
    answer = desk.site.get(f"/o/0123456789abcdef/export/{key}/file")
    assert answer.status_code == 404


def test_a_stranger_gets_nothing(desk: Desk, slow: Slow):
    address = begun(desk, slow)
    desk.site.client.delete_cookie(desk.site.settings.cookie, domain="127.0.0.1")
    assert desk.site.get(f"{address}/file").status_code == 403


def test_what_is_handed_out_at_once_is_not_kept(desk: Desk):
    desk.make("tables", "xlsx")
    jobs: Jobs[Ready] = desk.site.client.application.extensions["exports"]
    assert jobs._jobs == {}
