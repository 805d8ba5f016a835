"""Signing in by a provider: a real one, and one that lies."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
from joserfc.jwk import RSAKey
from sqlalchemy import update

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.pages.asking_again import ask_about_all
from orgdesign.team.people import people
from orgdesign.team.people.sign_ins import ASKED_AGAIN
from orgdesign.team.people.tables import SIGN_IN
from tests.patience import PATIENCE
from tests.team.pages.team_app import NORTHWIND, Browser, TeamApp, team_app
from tests.team.provider.untrue_provider import CLIENT, SECRET, UntrueProvider


@pytest.fixture
def untrue() -> Iterator[UntrueProvider]:
    provider = UntrueProvider()
    yield provider
    provider.close()


@pytest.fixture
def team(database: TeamDatabase, engine: Engine, untrue: UntrueProvider) -> TeamApp:
    return app_with(database, engine, untrue.issuer, SECRET)


def app_with(database: TeamDatabase, engine: Engine, issuer: str, secret: str, **more: str) -> Any:
    said = {"ORGDESIGN_OIDC_ISSUER": issuer, "ORGDESIGN_OIDC_CLIENT": CLIENT}
    team = team_app(database, engine, **said, ORGDESIGN_OIDC_SECRET=secret, **more)
    team.begin("northwind.yaml", NORTHWIND)
    return team


def sign_in(browser: Browser, provider: UntrueProvider, **changed: str) -> Any:
    """Go to the provider and come back, with something else in the address than it said."""
    there = browser.get("/sign-in/provider?next=/account")
    if there.status_code != 302:
        return there
    said = provider.said_to(there.location)
    back = {"code": "c", "state": said["state"], **changed}
    query = "&".join(f"{key}={value}" for key, value in back.items())
    from_there = {"Sec-Fetch-Site": "cross-site"}
    return browser.get(f"/sign-in/provider/back?{query}", headers=from_there)


def test_somebody_the_provider_vouches_for_is_in(team: TeamApp, untrue: UntrueProvider):
    untrue.userinfo = {"groups": ["claims"]}
    browser = team.browser()
    answer = sign_in(browser, untrue)
    assert answer.location == "/account"
    assert "in claims" in browser.get("/account").text


def test_the_way_there_has_state_nonce_and_a_challenge(team: TeamApp, untrue: UntrueProvider):
    ways = [untrue.said_to(team.browser().get("/sign-in/provider").location) for _ in range(2)]
    for name in ("state", "nonce", "code_challenge"):
        assert len({way[name] for way in ways}) == 2
    assert ways[0]["code_challenge_method"] == "S256"
    assert ways[0]["redirect_uri"] == f"{team.url}/sign-in/provider/back"


HOUR = 3600
LIES: dict[str, dict[str, Any]] = {
    "another issuer": {"claims": {"iss": "https://evil.example"}},
    "no issuer": {"claims": {"iss": None}},
    "another audience": {"claims": {"aud": "another"}},
    "no audience": {"claims": {"aud": None}},
    "several audiences, and not for us": {"claims": {"aud": [CLIENT, "x"], "azp": "x"}},
    "another nonce": {"claims": {"nonce": "another"}},
    "no nonce": {"claims": {"nonce": None}},
    "expired": {"claims": {"exp": 1}},
    "no end": {"claims": {"exp": None}},
    "no subject": {"claims": {"sub": None}},
    "no signature": {"algorithm": "none"},
    "signed with the shared secret": {"algorithm": "HS256"},
    "signed with another key": {"key": RSAKey.generate_key(2048, {"kid": "one"})},
    "metadata of another issuer": {"metadata": {"issuer": "https://evil.example"}},
    "somebody else at userinfo": {"userinfo": {"sub": "eve"}},
    "nobody at userinfo": {"userinfo": None},
    "an address that nobody verified": {"claims": {"email_verified": False}},
    "an address verified in words": {"claims": {"email_verified": "true"}},
    "no address": {"claims": {"email": None}},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_lets_nobody_in(team: TeamApp, untrue: UntrueProvider, lie: str):
    for name, value in LIES[lie].items():
        setattr(untrue, name, value)
    browser = team.browser()
    assert sign_in(browser, untrue).status_code == 403
    assert browser.cookie("sign-in") == ""
    assert browser.get("/account").status_code == 303


@pytest.mark.parametrize("moved", ["/.well-known/openid-configuration", "/jwks", "/token", "/me"])
def test_no_redirect_of_the_provider_is_followed(team: TeamApp, untrue: UntrueProvider, moved: str):
    untrue.moved = moved
    browser = team.browser()
    assert sign_in(browser, untrue).status_code >= 400
    assert browser.cookie("sign-in") == ""


@pytest.mark.parametrize("state", ["another", "", "../x"])
def test_another_state_lets_nobody_in(team: TeamApp, untrue: UntrueProvider, state: str):
    browser = team.browser()
    assert sign_in(browser, untrue, state=state).status_code == 403
    assert browser.cookie("sign-in") == ""


def test_the_answer_to_another_browser_lets_nobody_in(team: TeamApp, untrue: UntrueProvider):
    mine, victim = team.browser(), team.browser()
    said = untrue.said_to(mine.get("/sign-in/provider").location)
    answer = victim.get(f"/sign-in/provider/back?code=c&state={said['state']}")
    assert answer.status_code == 403
    assert victim.cookie("sign-in") == ""


def test_an_answer_counts_once(team: TeamApp, untrue: UntrueProvider):
    browser = team.browser()
    said = untrue.said_to(browser.get("/sign-in/provider").location)
    path = f"/sign-in/provider/back?code=c&state={said['state']}"
    assert browser.get(path).status_code == 303
    assert browser.get(path).status_code == 403


def test_an_error_of_the_provider_lets_nobody_in(team: TeamApp, untrue: UntrueProvider):
    answer = sign_in(team.browser(), untrue, error="access_denied", code="")
    assert answer.status_code == 403
    assert "access_denied" not in answer.text


def test_the_address_of_somebody_with_another_subject_is_not_taken_over(
    team: TeamApp, untrue: UntrueProvider
):
    assert sign_in(team.browser(), untrue).status_code == 303
    untrue.claims, untrue.userinfo = {"sub": "eve"}, {"sub": "eve"}
    assert sign_in(team.browser(), untrue).status_code == 403


def due(team: TeamApp) -> None:
    """Let ten minutes pass."""
    with team.database.writing() as connection:
        before = datetime.now(UTC) - ASKED_AGAIN - timedelta(seconds=1)
        connection.execute(update(SIGN_IN).values(asked_at=before))


def test_the_provider_is_asked_again_after_ten_minutes(team: TeamApp, untrue: UntrueProvider):
    browser = team.browser()
    sign_in(browser, untrue)
    untrue.userinfo = {"groups": ["fraud"], "email": "ana@example.com"}
    due(team)
    assert "in fraud" in browser.get("/account").text
    untrue.status = 503
    due(team)
    assert browser.get("/account").status_code == 503
    untrue.status, untrue.userinfo = 200, None
    assert browser.get("/account").status_code == 303
    untrue.userinfo = {}
    assert browser.get("/account").status_code == 303


def test_pages_that_only_wait_are_asked_about_too(team: TeamApp, untrue: UntrueProvider):
    browser = team.browser()
    sign_in(browser, untrue)
    door = team.app.extensions["team_door"]
    assert ask_about_all(door) == 0
    due(team)
    untrue.userinfo = None
    assert ask_about_all(door) == 1
    with team.database.reading() as connection:
        assert connection.execute(SIGN_IN.select()).all() == []


def test_whoever_is_disabled_here_is_not_let_in_by_the_provider(
    team: TeamApp, untrue: UntrueProvider
):
    sign_in(team.browser(), untrue)
    with team.database.writing() as connection:
        ana = people.find_by_email(connection, "ana@example.com")
        assert ana is not None
        people.disable_person(connection, "", ana.id)
    assert sign_in(team.browser(), untrue).status_code == 403


def test_without_passwords_there_is_the_provider_alone(
    database: TeamDatabase, engine: Engine, untrue: UntrueProvider
):
    team = app_with(database, engine, untrue.issuer, SECRET, ORGDESIGN_PASSWORDS="no")
    form = {"email": "root@example.com", "password": "seven quiet otters"}
    assert team.browser().post("/sign-in", **form).status_code == 404
    assert "Password" not in team.browser().get("/sign-in").text


@pytest.fixture
def real() -> Iterator[str]:
    """A real provider, in a process of its own."""
    back = "https://org.example/sign-in/provider/back"
    command = ["node", "tests/team/provider/provider.mjs", back]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    said = iter(process.stdout.readline, b"")
    yield next(line for line in said if line.startswith(b"ready at ")).decode().split()[-1]
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_real_provider_lets_people_in_until_it_does_not(
    database: TeamDatabase, engine: Engine, real: str
):
    def tell(said: Any) -> None:
        requests.put(f"{real}/people/ana", data=json.dumps(said), timeout=PATIENCE)

    tell({"email": "ana@example.com", "email_verified": True, "name": "Ana", "groups": ["claims"]})
    team = app_with(database, engine, real, "a secret of the tests")
    browser = team.browser()
    back = through_the_provider(browser.get("/sign-in/provider").location)
    answer = browser.get(back.removeprefix(team.url), headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 303, answer.text
    assert "in claims" in browser.get("/account").text
    tell({"email": "ana@example.com", "email_verified": True, "name": "Ana", "groups": ["fraud"]})
    due(team)
    assert "in fraud" in browser.get("/account").text
    tell(None)
    due(team)
    assert browser.get("/account").status_code == 303


def through_the_provider(location: str) -> str:
    """Sign in at the provider's own pages, agree, and return where it leads back to."""
    with requests.Session() as session:
        form = {"prompt": "login", "login": "ana", "password": "anything"}
        while location.startswith("http://127.0.0.1"):
            answer = session.get(location, allow_redirects=False, timeout=PATIENCE)
            if answer.status_code == 200:
                answer = session.post(location, data=form, allow_redirects=False, timeout=PATIENCE)
                form = {"prompt": "consent"}
            location = requests.compat.urljoin(location, answer.headers["Location"])
    return location
