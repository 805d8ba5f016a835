"""A second factor beside the password: set up, asked for, used once, lost, and demanded."""

from __future__ import annotations

import re
from datetime import datetime

import pyotp
import pytest

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.people.people import Person
from tests.team.pages.team_app import PASSWORD, Browser, TeamApp, team_app


def set_up(browser: Browser, password: str = PASSWORD) -> tuple[str, list[str]]:
    """Set up a second factor; return its secret and the recovery codes."""
    page = browser.post("/account/second-factor", do="begin", before=password).text
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", page)
    assert secret
    plain = secret[1].replace(" ", "")
    done = browser.post("/account/second-factor", do="confirm", code=pyotp.TOTP(plain).now())
    return plain, re.findall(r"<code>([a-z2-7-]+)</code>", done.text)


def half_signed_in(team: TeamApp, person: Person) -> Browser:
    browser = team.browser()
    answer = browser.post("/sign-in", email=person.email, password=PASSWORD)
    assert answer.location == "/sign-in/code"
    return browser


@pytest.fixture
def bo(team: TeamApp) -> Person:
    return team.add("Bo")


def later(secret: str) -> str:
    """Return the code of the period after this one: the one of now was taken to set it up."""
    totp = pyotp.TOTP(secret)
    return totp.generate_otp(totp.timecode(datetime.now()) + 1)


def test_a_password_alone_opens_nothing_once_there_is_a_second_factor(team: TeamApp, bo: Person):
    secret, _ = set_up(team.browser(bo))
    browser = half_signed_in(team, bo)
    assert browser.get("/account").status_code == 303
    assert browser.post("/sign-in/code", code="000000").status_code == 403
    assert browser.post("/sign-in/code", code=later(secret)).status_code == 303
    assert browser.get("/account").status_code == 200


def test_a_code_is_taken_once(team: TeamApp, bo: Person):
    secret, _ = set_up(team.browser(bo))
    code = later(secret)
    assert half_signed_in(team, bo).post("/sign-in/code", code=code).status_code == 303
    assert half_signed_in(team, bo).post("/sign-in/code", code=code).status_code == 403


def test_a_recovery_code_does_once(team: TeamApp, bo: Person):
    _, codes = set_up(team.browser(bo))
    assert len({*codes}) == 10
    typed = codes[0].upper().replace("-", " ")
    assert half_signed_in(team, bo).post("/sign-in/code", code=typed).status_code == 303
    assert half_signed_in(team, bo).post("/sign-in/code", code=codes[0]).status_code == 403


def test_whoever_guesses_has_to_wait(team: TeamApp, bo: Person):
    secret, _ = set_up(team.browser(bo))
    browser = half_signed_in(team, bo)
    answers = [browser.post("/sign-in/code", code="123456").status_code for _ in range(9)]
    assert answers[-1] == 429
    assert browser.post("/sign-in/code", code=later(secret)).status_code == 429


def test_nothing_is_confirmed_or_taken_away_without_a_code(team: TeamApp, bo: Person):
    browser = team.browser(bo)
    assert browser.post("/account/second-factor", do="begin", before="guess").status_code == 403
    browser.post("/account/second-factor", do="begin", before=PASSWORD)
    assert browser.post("/account/second-factor", do="confirm", code="000000").status_code == 403
    secret, _ = set_up(browser)
    assert browser.post("/account/second-factor", do="remove", code="").status_code == 403
    again = browser.post("/account/second-factor", do="begin", before=PASSWORD).text
    assert secret not in again.replace(" ", "")
    assert (
        browser.post("/account/second-factor", do="remove", code=later(secret)).status_code == 200
    )
    assert team.browser(bo).get("/account").status_code == 200


def test_a_link_for_a_new_password_does_not_pass_by_the_second_factor(team: TeamApp, bo: Person):
    set_up(team.browser(bo))
    page = team.browser(team.admin).post(f"/people/{bo.id}", do="new password").text
    path = re.search(r"/password/[\w-]+", page)
    assert path
    answer = team.browser().post(path[0], password=f"{PASSWORD} too", again=f"{PASSWORD} too")
    assert answer.location == "/sign-in/code"


def test_an_administrator_takes_away_what_was_lost(team: TeamApp, bo: Person):
    set_up(team.browser(bo))
    root = team.browser(team.admin)
    assert "Take the second factor away" in root.get("/people").text
    root.post(f"/people/{bo.id}", do="no second factor")
    assert team.browser(bo).get("/account").status_code == 200


def test_administrators_set_one_up_before_anything_else_where_it_is_demanded(
    database: TeamDatabase, engine: Engine
):
    team = team_app(database, engine, ORGDESIGN_SECOND_FACTOR="administrators")
    root, mine = team.browser(team.admin), team.browser(team.add("Bo"))
    assert root.get("/people").location == "/account/second-factor"
    assert root.post("/people", email="eve@example.com").status_code == 403
    assert mine.get("/").status_code == 200
    set_up(root)
    assert root.get("/people").status_code == 200


def test_subdomains_keep_to_https_where_that_is_said(database: TeamDatabase, engine: Engine):
    team = team_app(database, engine, ORGDESIGN_HSTS="subdomains")
    answer = team.browser().get("/sign-in")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
