"""Links: they show what they are for, to whoever has them, until they do not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from orgdesign.redaction import Scope
from orgdesign.team.people.throttle import FAILURES
from orgdesign.team.rights.tables import LINK
from tests.team.pages.team_app import EVERYTHING, TeamApp


def test_a_link_shows_its_branch_and_leaves_the_address(team: TeamApp):
    _, token = team.link(scope=Scope(EVERYTHING, "claims"))
    browser = team.browser()
    answer = browser.get(f"/l/{token}")
    assert answer.location == f"/o/{team.key}"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    shown = browser.get(f"/o/{team.key}/table")
    assert "Claims" in shown.text
    assert "Legal" not in shown.text
    assert token not in shown.text
    assert shown.headers["X-Robots-Tag"] == "noindex, nofollow"
    for path in ("source", "history", "share"):
        assert browser.get(f"/o/{team.key}/{path}").status_code in (403, 404)
    for path in ("/people", "/log", "/account", "/new", "/import"):
        assert browser.get(path).status_code == 404
    assert browser.post(f"/o/{team.key}/boxes/add").status_code == 403


def test_a_revoked_link_shows_nothing_from_that_moment(team: TeamApp):
    identity, token = team.link()
    browser = team.browser()
    browser.get(f"/l/{token}")
    assert browser.get(f"/o/{team.key}").status_code == 200
    team.browser(team.admin).post(f"/o/{team.key}/share/links/{identity}/revoke")
    assert browser.get(f"/o/{team.key}").status_code == 303
    closed = browser.get(f"/l/{token}")
    assert closed.status_code == 404
    assert "does not open anything any more" in closed.text


def test_a_link_that_expired_shows_nothing(team: TeamApp):
    _, token = team.link(expires_at=datetime.now(UTC) + timedelta(days=1))
    browser = team.browser()
    browser.get(f"/l/{token}")
    with team.database.writing() as connection:
        connection.execute(update(LINK).values(expires_at=datetime.now(UTC)))
    assert browser.get(f"/o/{team.key}").status_code == 303
    assert browser.get(f"/l/{token}").status_code == 404


def test_a_password_of_a_link_is_asked_for_and_cannot_be_guessed(team: TeamApp):
    _, token = team.link(password="only for the board")
    browser = team.browser()
    assert browser.get(f"/l/{token}").status_code == 200
    assert browser.get(f"/o/{team.key}").status_code == 303
    assert browser.post(f"/l/{token}", password="only for the board").status_code == 303
    other = team.browser()
    for _ in range(FAILURES["account"]):
        assert other.post(f"/l/{token}", password="guess").status_code == 403
    assert other.post(f"/l/{token}", password="only for the board").status_code == 429


@pytest.mark.parametrize("spoil", [lambda t: t[:-1], lambda t: t + "A", lambda t: t.swapcase()])
def test_a_token_that_was_tampered_with_opens_nothing(team: TeamApp, spoil):
    _, token = team.link()
    assert team.browser().get(f"/l/{spoil(token)}").status_code == 404


def test_openings_are_counted_and_looking_is_not(team: TeamApp):
    _, token = team.link(scope=Scope(EVERYTHING))
    browser = team.browser()
    browser.client.head(f"/l/{token}", base_url=team.url)
    browser.get(f"/l/{token}")
    browser.get(f"/o/{team.key}")
    with team.database.reading() as connection:
        assert connection.execute(LINK.select()).one().opened == 1


def test_only_named_sites_may_show_it_in_a_frame(team: TeamApp):
    _, token = team.link(sites=("https://intranet.example",))
    browser = team.browser()
    framed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe"}
    answer = browser.get(f"/l/{token}", headers=framed)
    cookie = next(c for c in answer.headers.getlist("Set-Cookie") if "-link" in c)
    assert "SameSite=None" in cookie
    assert "Partitioned" in cookie
    shown = browser.get(f"/o/{team.key}")
    assert "frame-ancestors https://intranet.example" in shown.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in shown.headers
    _, other = team.link()
    plain = team.browser()
    plain.get(f"/l/{other}")
    assert (
        "frame-ancestors 'none'" in plain.get(f"/o/{team.key}").headers["Content-Security-Policy"]
    )


def test_whoever_may_see_it_anyway_goes_there_as_themselves(team: TeamApp):
    _, token = team.link()
    root = team.browser(team.admin)
    root.get(f"/l/{token}")
    assert root.cookie("link") == ""
    assert root.get(f"/o/{team.key}/source").status_code == 200


def test_a_link_to_one_organisation_shows_no_other(team: TeamApp):
    _, token = team.link()
    other = team.begin("other.yaml", b"organization: Other\noutcome: {statement: Something}\n")
    browser = team.browser()
    browser.get(f"/l/{token}")
    assert browser.get(f"/o/{other}").status_code == 404
    assert "Other" not in browser.get("/").text
