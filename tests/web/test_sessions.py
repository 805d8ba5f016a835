"""The way in and out: a link that works once, a cookie of this port that does not last."""

import re
import time

import pytest
from itsdangerous import TimestampSigner

from orgdesign.web.kit import Sessions, private_page
from orgdesign.web.kit.sessions import LIFE, RENEWED
from tests.web.conftest import Site


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch):
    """Let so many seconds pass for all cookies."""

    def pass_by(seconds: float) -> None:
        now = int(time.time() + seconds)
        monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _: now)

    return pass_by


def test_a_link_works_once(stranger: Site):
    link = f"/start?token={stranger.settings.token}"
    assert stranger.get(link).status_code == 303

    stranger.client.delete_cookie(stranger.settings.cookie, domain="127.0.0.1")

    assert stranger.get(link).status_code == 403


def test_who_is_let_in_may_open_the_link_again(site: Site):
    assert site.get(f"/start?token={site.settings.token}").status_code == 303


def test_a_cookie_of_another_port_lets_nobody_in():
    secret = b"s" * 32

    assert not Sessions(secret, 8001).admits(Sessions(secret, 8002).admission())
    assert Sessions(secret, 8001).admits(Sessions(secret, 8001).admission())


@pytest.mark.parametrize("cookie", ["", "admitted", "admitted.x.y", "\u00fc", "." * 5000])
def test_a_cookie_that_is_none_lets_nobody_in(cookie: str):
    assert not Sessions(b"s" * 32, 8001).admits(cookie)


def test_a_browser_is_let_out_after_half_a_day(site: Site, later):
    assert site.get(site.address).status_code == 200

    later(LIFE + 5)

    assert site.get("/").status_code == 403


def test_who_works_stays_in_and_who_only_looks_does_not(site: Site, later):
    version = re.search(r'name="version" value="(\w+)"', site.page())
    assert version
    address = site.address

    later(RENEWED + 5)

    poll = site.get(f"{address}/live?version={version[1]}")
    assert "Set-Cookie" not in poll.headers
    assert "Set-Cookie" in site.get(address).headers


def test_logging_out_ends_every_session(site: Site):
    other = site.settings.sessions.admission()

    answer = site.post("/leave", {})

    assert "You are logged out" in answer.text
    site.client.set_cookie(site.settings.cookie, other, domain="127.0.0.1")
    assert site.get("/").status_code == 403


def test_a_file_of_this_machine_leads_in(stranger: Site):
    answer = stranger.get(f"/start?token={stranger.settings.token}", Sec_Fetch_Site="cross-site")

    assert answer.status_code == 200
    assert 'content="0; url=/"' in answer.text
    assert "Set-Cookie" in answer.headers


def test_the_file_that_opens_the_link_is_for_this_user_alone():
    page = private_page("http://127.0.0.1:1/start?token=abc&x")

    assert page is not None
    assert page.stat().st_mode & 0o077 == 0
    assert "url=http://127.0.0.1:1/start?token=abc&amp;x" in page.read_text()
    page.unlink()
