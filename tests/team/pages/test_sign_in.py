"""Signing in with a password, and what attackers try there."""

from __future__ import annotations

import re

import pytest

from orgdesign.redaction import Scope
from orgdesign.team.log.chain import newest_entries
from orgdesign.team.people import people
from orgdesign.team.people.throttle import FAILURES
from tests.team.pages.team_app import PASSWORD, TeamApp


def test_somebody_is_invited_sets_a_password_and_is_in(team: TeamApp):
    root, new = team.browser(team.admin), team.browser()
    page = root.post("/people", email="ana@example.com", name="Ana").text
    path = page.partition(team.url)[2].partition('"')[0]
    assert new.get(path).status_code == 200
    assert new.post(path, password="short", again="short").status_code == 422
    assert new.post(path, password=PASSWORD, again="other").status_code == 422
    assert new.post(path, password=PASSWORD, again=PASSWORD).status_code == 303
    assert "Ana" in new.get("/account").text
    assert team.browser().get(path).status_code == 404


def test_the_cookie_is_kept_from_scripts_and_other_hosts(team: TeamApp):
    answer = team.browser().post("/sign-in", email="root@example.com", password=PASSWORD)
    said = next(c for c in answer.headers.getlist("Set-Cookie") if "sign-in" in c)
    assert said.startswith("__Host-orgdesign-sign-in=")
    for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert word in said
    assert "Domain" not in said


@pytest.mark.parametrize("way", ["br", "gzip"])
def test_answers_are_compressed_on_their_way_over_a_network(team: TeamApp, way: str):
    browser = team.browser()
    plain = browser.get("/sign-in")
    packed = browser.get("/sign-in", headers={"Accept-Encoding": way})

    assert packed.headers["Content-Encoding"] == way
    assert len(packed.data) < len(plain.data)


def test_a_session_cannot_be_fixed_before(team: TeamApp):
    browser = team.browser()
    browser.client.set_cookie("__Host-orgdesign-sign-in", "known-to-eve", domain="org.example")
    browser.post("/sign-in", email="root@example.com", password=PASSWORD)
    first = browser.cookie("sign-in")
    assert first not in ("", "known-to-eve")
    browser.post("/sign-in", email="root@example.com", password=PASSWORD)
    assert browser.cookie("sign-in") != first
    other = team.browser()
    other.client.set_cookie("__Host-orgdesign-sign-in", first, domain="org.example")
    assert other.get("/").status_code == 303


@pytest.mark.parametrize("token", ["", "x", "' OR 1=1 --", "../..", "a" * 3000])
def test_a_cookie_that_was_made_up_opens_nothing(team: TeamApp, token: str):
    browser = team.browser()
    browser.client.set_cookie("__Host-orgdesign-sign-in", token, domain="org.example")
    assert browser.get("/").status_code == 303


def test_signing_out_ends_the_session_and_not_only_the_cookie(team: TeamApp):
    browser, copy = team.browser(team.admin), team.browser()
    copy.client.set_cookie(
        "__Host-orgdesign-sign-in", browser.cookie("sign-in"), domain="org.example"
    )
    assert copy.get("/account").status_code == 200
    browser.post("/sign-out")
    assert copy.get("/account").status_code == 303


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example", "//evil.example", "/\\evil.example", "\\/evil.example",
        "javascript:alert(1)", "/%0d%0aSet-Cookie:x", "/\r\nX: y", "http:evil.example", "///evil",
    ],
)  # fmt: skip
def test_signing_in_leads_to_no_other_site(team: TeamApp, wanted: str):
    form = {"email": "root@example.com", "password": PASSWORD, "next": wanted}
    answer = team.browser().post("/sign-in", **form)
    assert answer.location.startswith("/")
    assert not answer.location.startswith(("//", "/\\"))
    assert "evil" not in answer.location.replace("/%0d%0aSet-Cookie:x", "")


def test_signing_in_leads_to_the_page_that_was_asked_for(team: TeamApp):
    browser = team.browser()
    there = browser.get(f"/o/{team.key}/table?sort=name").location
    assert "next=" in there
    form = {"email": "root@example.com", "password": PASSWORD}
    assert browser.post("/sign-in", next=f"/o/{team.key}", **form).location == f"/o/{team.key}"


def test_nothing_tells_whether_somebody_has_an_account(team: TeamApp):
    browser = team.browser()
    known = browser.post("/sign-in", email="root@example.com", password="wrong wrong wrong")
    other = browser.post("/sign-in", email="none@example.com", password="wrong wrong wrong")
    assert known.status_code == other.status_code == 403
    assert known.text.replace("root@", "") == other.text.replace("none@", "")
    assert "wrong wrong wrong" not in known.text


def test_whoever_fails_too_often_waits_even_with_the_right_password(team: TeamApp):
    browser = team.browser()
    for _ in range(FAILURES["account"]):
        browser.post("/sign-in", email="root@example.com", password="wrong wrong wrong")
    answer = browser.post("/sign-in", email="ROOT@example.com", password=PASSWORD)
    assert answer.status_code == 429
    assert browser.get("/").status_code == 303


def test_another_password_signs_out_everywhere_else(team: TeamApp):
    here, there = team.browser(team.admin), team.browser(team.admin)
    form = {"password": "nine loud herons", "again": "nine loud herons"}
    assert here.post("/account/password", before="wrong", **form).status_code == 403
    assert here.post("/account/password", before=PASSWORD, **form).status_code == 303
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 303


def test_whoever_sits_at_an_open_browser_cannot_end_the_others(team: TeamApp):
    here, there = team.browser(team.admin), team.browser(team.admin)
    assert here.post("/account/elsewhere", before="guess").status_code == 403
    assert there.get("/account").status_code == 200
    assert here.post("/account/elsewhere", before=PASSWORD).status_code == 303
    assert there.get("/account").status_code == 303


def test_people_say_what_they_are_called(team: TeamApp):
    root = team.browser(team.admin)
    assert root.post("/account/name", name="  Zoë   Ng ").status_code == 303
    assert "<h1>Zoë Ng</h1>" in root.get("/account").text
    for wrong in ("  ", "x" * 101, "a\u202eb"):
        assert root.post("/account/name", name=wrong).status_code == 422


def test_a_link_for_a_password_that_was_used_says_so(team: TeamApp):
    page = team.browser(team.admin).post("/people", email="mia@example.com", name="Mia").text
    found = re.search(r"/password/[\w-]+", page)
    assert found
    mia = {"password": "nine loud herons", "again": "nine loud herons"}
    assert team.browser().post(found[0], **mia).status_code == 303
    again = team.browser().get(found[0])
    assert again.status_code == 404
    assert "used already, or is too old" in again.text


def test_an_administrator_cannot_lock_themselves_out(team: TeamApp):
    root = team.browser(team.admin)
    for deed in ("disable", "no admin"):
        assert root.post(f"/people/{team.admin.id}", do=deed).status_code == 422
    assert root.get("/people").status_code == 200


def test_every_deed_is_in_the_log(team: TeamApp):
    bo = team.add("Bo")
    grant = team.grant(bo, "read", Scope(frozenset()))
    root = team.browser(team.admin)
    team.browser().post("/sign-in", email="bo@example.com", password="wrong wrong wrong")
    root.post(f"/o/{team.key}/share/grants/{grant}/remove")
    root.post(f"/o/{team.key}/share/links", name="Board")
    root.post(f"/people/{bo.id}", do="disable")
    root.get("/log/export")
    with team.database.reading() as connection:
        deeds = {entry.action for entry in newest_entries(connection, 50)}
    assert deeds >= {
        "signed in", "sign-in refused", "grant added", "grant removed", "link added",
        "person disabled", "log exported", "password set", "person added",
    }  # fmt: skip
    assert "Every entry is what was written" in root.post("/log/verify").text


def test_no_secret_is_kept_as_it_is(team: TeamApp):
    browser = team.browser(team.admin)
    with team.database.writing() as connection:
        token = people.new_one_time(connection, "", team.admin.id, "new password")
    _, link = team.link()
    with team.database.reading() as connection:
        for table in ("person", "sign_in", "one_time", "link", "link_visit", "log", "attempt"):
            rows = connection.exec_driver_sql(f"SELECT t::text FROM {table} t").scalars().all()
            said = " ".join(rows)
            for secret in (token, link, browser.cookie("sign-in"), PASSWORD):
                assert secret not in said
