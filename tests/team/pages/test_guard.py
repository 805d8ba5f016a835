"""Nobody sees a page before it is known who they are and what they may: attacks on the guard."""

from __future__ import annotations

import re

import pytest

from orgdesign.redaction import Scope
from orgdesign.team.log.chain import newest_entries
from orgdesign.team.pages.needs import ENDPOINTS, FEATURES, need_of
from orgdesign.team.people import people
from tests.team.pages.team_app import EVERYTHING, PASSWORD, TeamApp

NOTHING = Scope(frozenset())


def test_every_route_says_what_it_needs(team: TeamApp):
    for rule in team.app.url_map.iter_rules():
        for method in (rule.methods or set()) & {"GET", "POST"}:
            assert need_of(rule.endpoint, method), f"{rule.endpoint} opens to nobody"


def test_nothing_is_said_of_routes_that_are_not_there(team: TeamApp):
    there = {rule.endpoint for rule in team.app.url_map.iter_rules()}
    later = {"team_threads", "team_reviews", "team_here"}
    assert {*ENDPOINTS} <= there
    assert {*FEATURES} - later <= there | {each.partition(".")[0] for each in there}


def test_what_changes_something_needs_more_than_reading(team: TeamApp):
    for rule in team.app.url_map.iter_rules():
        if "POST" in (rule.methods or set()) and "<key>" in rule.rule:
            need = need_of(rule.endpoint, "POST")
            asks = rule.endpoint in (
                "find.search_labels", "table.poll_table", "exports.make", "making.cancel",
                "shared_view.make", "shared_sheet.make", "proposing.set_limits",
            )  # fmt: skip
            level = str(need).partition(" ")[0]
            assert level in ("comment", "propose", "edit", "manage", "whole") or asks, rule.endpoint


def test_a_route_that_says_nothing_is_closed_to_everybody(team: TeamApp):
    assert need_of("something.new", "GET") is None
    assert team.browser(team.admin).post("/leave").status_code in (403, 404)


def every_address(team: TeamApp) -> list[tuple[str, str]]:
    """Return each address, with something in the place of its variables."""
    found = []
    for rule in team.app.url_map.iter_rules():
        path = rule.rule.replace("<key>", team.key)
        path = re.sub(r"<int:\w+>", "1", path)
        path = re.sub(r"<(path:)?\w+>", "x", path)
        found += [(method, path) for method in (rule.methods or set()) & {"GET", "POST"}]
    return sorted(found)


OPEN = ("/sign-in", "/password/", "/l/", "/static/", "/health", "/sign-out")


def test_nobody_sees_anything_without_signing_in(team: TeamApp):
    stranger = team.browser()
    for method, path in every_address(team):
        if not path.startswith(OPEN):
            ask = stranger.get if method == "GET" else stranger.post
            answer = ask(path)
            is_sent_away = answer.status_code == 303 and "/sign-in" in answer.location
            assert is_sent_away or answer.status_code == 403, path
            assert "Northwind" not in answer.text


def test_an_organisation_of_others_is_not_there(team: TeamApp):
    bo = team.add("Bo")
    mine = team.browser(bo)
    for method, path in every_address(team):
        if path.startswith("/o/"):
            answer = (mine.get if method == "GET" else mine.post)(path)
            assert answer.status_code == 404, path
            assert "Northwind" not in answer.text
    assert team.key not in mine.get("/").text


def test_pages_of_administrators_are_not_there_for_others(team: TeamApp):
    mine = team.browser(team.add("Bo"))
    for path in ("/people", "/log", "/log/export"):
        assert mine.get(path).status_code == 404
    assert mine.post("/people", email="eve@example.com").status_code == 404


def test_a_refusal_is_in_the_log_once(team: TeamApp):
    mine = team.browser(team.add("Bo"))
    for _ in range(3):
        mine.get("/people")
    with team.database.reading() as connection:
        deeds = [entry.action for entry in newest_entries(connection, 50)]
    assert deeds.count("refused") == 1


def test_whoever_manages_sees_all_and_whoever_reads_changes_nothing(team: TeamApp):
    bo = team.add("Bo")
    team.grant(bo, "read", Scope(EVERYTHING))
    mine, root = team.browser(bo), team.browser(team.admin)
    assert root.get(f"/o/{team.key}/share").status_code == 200
    assert mine.get(f"/o/{team.key}").status_code == 200
    assert mine.get(f"/o/{team.key}/source").status_code == 200
    assert mine.get(f"/o/{team.key}/source/text").status_code == 200
    for path in ("source", "undo", "boxes/add", "designs", "table/x", "import", "move"):
        assert mine.post(f"/o/{team.key}/{path}").status_code == 403, path
    assert mine.get(f"/o/{team.key}/share").status_code == 403


def test_the_source_and_the_history_are_for_whoever_sees_everything(team: TeamApp):
    bo = team.add("Bo")
    team.grant(bo, "edit", Scope(EVERYTHING - {"cost"}))
    mine = team.browser(bo)
    for path in ("source", "source/text", "history"):
        assert mine.get(f"/o/{team.key}/{path}").status_code == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "org.example.evil.example", "org.example:81", "127.0.0.1"]
)
def test_another_host_is_refused(team: TeamApp, host: str):
    browser = team.browser(team.admin)
    answer = browser.get("/", headers={"Host": host})
    assert answer.status_code == 403
    assert host not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null", "Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://org.example"},
        {"Origin": ""},
    ],
)
def test_a_form_of_another_site_changes_nothing(team: TeamApp, headers: dict[str, str]):
    browser = team.browser(team.admin)
    assert browser.post("/people", headers, email="eve@example.com").status_code == 403
    assert "eve@" not in browser.get("/people").text


def test_a_page_of_ours_that_tells_no_referrer_sends_its_form(team: TeamApp):
    answer = team.browser(team.admin).post("/people", {"Origin": "null"}, email="ana@example.com")
    assert answer.status_code == 200


def test_scripts_of_another_site_read_nothing(team: TeamApp):
    browser = team.browser(team.admin)
    foreign = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
    assert browser.get(f"/o/{team.key}", headers=foreign).status_code == 403
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert browser.get(f"/o/{team.key}", headers=link).status_code == 200


def test_whoever_is_disabled_is_out_with_the_next_page(team: TeamApp):
    bo = team.add("Bo")
    team.grant(bo, "read", NOTHING)
    mine = team.browser(bo)
    assert mine.get(f"/o/{team.key}").status_code == 200
    team.browser(team.admin).post(f"/people/{bo.id}", do="disable")
    assert mine.get(f"/o/{team.key}").status_code == 303
    assert mine.post("/sign-in", email=bo.email, password=PASSWORD).status_code == 403


def test_a_right_taken_back_is_gone_with_the_next_page(team: TeamApp):
    bo = team.add("Bo")
    grant = team.grant(bo, "read", NOTHING)
    mine = team.browser(bo)
    assert mine.get(f"/o/{team.key}").status_code == 200
    team.browser(team.admin).post(f"/o/{team.key}/share/grants/{grant}/remove")
    assert mine.get(f"/o/{team.key}").status_code == 404


def test_answers_are_kept_nowhere_and_shown_in_no_frame(team: TeamApp):
    answer = team.browser(team.admin).get(f"/o/{team.key}")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Strict-Transport-Security"]


def test_a_manager_sees_as_another_sees_and_changes_nothing_meanwhile(team: TeamApp):
    bo = team.add("Bo")
    team.grant(bo, "edit", Scope(EVERYTHING, "claims"))
    root = team.browser(team.admin)
    assert root.post(f"/o/{team.key}/share/look/person/{bo.id}").status_code == 303
    shown = root.get(f"/o/{team.key}/table").text
    assert "Claims" in shown
    assert "Legal" not in shown
    assert root.post(f"/o/{team.key}/boxes/add").status_code == 403
    assert root.post("/look/end").status_code == 303
    assert "Legal" in root.get(f"/o/{team.key}/table").text


def test_a_group_gives_its_rights_to_whoever_is_in_it(team: TeamApp):
    bo = team.add("Bo")
    with team.database.writing() as connection:
        board = people.add_group(connection, "", "Board")
    root, mine = team.browser(team.admin), team.browser(bo)
    root.post(f"/o/{team.key}/share/grants", who=f"group:{board.id}", may="read")
    assert mine.get(f"/o/{team.key}").status_code == 404
    root.post(f"/groups/{board.id}", person=bo.id)
    assert mine.get(f"/o/{team.key}").status_code == 200


def test_whoever_proposes_in_a_branch_begins_a_design(team: TeamApp):
    bo = team.add("Bo")
    team.grant(bo, "propose", Scope(EVERYTHING, "claims"))
    mine = team.browser(bo)
    path = f"/o/{team.key}/designs"
    answer = mine.post(path, name="Claims first", **{"was.name": ""})
    assert answer.status_code == 303, answer.text[-600:]
    assert "Claims first" in mine.get(path).text
