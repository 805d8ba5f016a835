"""Comments: written, answered, called, resolved; and nothing told of what somebody does not see."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import g
from sqlalchemy import select

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.discussion.subjects import ThreadSubject
from orgdesign.team.mail.tables import OUTBOX
from orgdesign.team.pages.discussion_page import page_settings, subject_arguments
from orgdesign.team.rights.viewing_rights import TeamViewer
from tests.team.together import Browser, Team, make_team


@pytest.fixture
def team(database: TeamDatabase, engine: Engine) -> Team:
    return make_team(database, engine)


def subject(browser: Browser, about: str, name: str) -> str:
    """Return the address of the threads about a part, as somebody who sees it would find it."""
    with browser.client.application.test_request_context():
        said = subject_arguments(page_settings(), ThreadSubject(about, name))  # type: ignore[arg-type]
    return f"{browser.address}/comments/about?about={said['about']}&part={said['part']}"


def comment(browser: Browser, about: str, part: str, text: str) -> None:
    page = browser.get(subject(browser, about, part))
    assert page.status_code == 200, page.text[:300]
    [form] = browser.forms(page.text, "/comments")
    answer = browser.send(form, text=text)
    assert answer.status_code == 303, answer.text[:2000]


def test_a_comment_is_seen_answered_and_resolved_by_others(team: Team):
    ana, ben = team.browser("Ana Ruiz"), team.browser("Ben Okri", "comment")
    comment(ana, "function", "till", "Who is at the till on Sunday?\nNobody?")

    page = ben.get(subject(ben, "function", "till")).text
    assert "Who is at the till on Sunday?\nNobody?" in page
    [thread] = [form for form in ben.forms(page, "") if form[""].count("/") == 4]
    assert ben.send(thread, text="I am.").status_code == 303
    assert "I am." in ana.get(subject(ana, "function", "till")).text
    [settle] = ben.forms(page, "/resolve")
    ben.send(settle)
    listed = ana.get("comments").text
    assert "Everything is resolved" in listed
    assert "Resolved by Ben Okri" in ana.get(subject(ana, "function", "till")).text
    assert "Till" in ana.get("comments?shown=resolved").text
    [again] = ana.forms(ana.get(subject(ana, "function", "till")).text, "/resolve")
    ana.send(again, way="reopen")
    assert "Till" in ana.get("comments").text


def test_nothing_tells_of_threads_on_what_is_not_seen(team: Team):
    ana, lea = team.browser("Ana Ruiz"), team.browser("Lea", branch="sales")
    before = lea.get("comments").data
    comment(ana, "function", "ovens", "The canary sings")
    [form] = ana.forms(ana.get(subject(ana, "function", "ovens")).text, "/resolve")

    assert lea.get("comments").data == before
    assert lea.get("comments/marks").json == {}
    assert ana.get("comments/marks").json == {"function-ovens": 1}
    assert lea.get(subject(lea, "function", "ovens")).status_code == 404
    thread = form[""].rpartition("/")[0]
    for path in (thread, f"{thread}/resolve", f"{thread}/x/edit", f"{thread}/x/remove"):
        there, made_up = lea.post(path, text="x"), lea.post(path.replace(thread[-8:], "0" * 8))
        assert (there.status_code, there.data) == (made_up.status_code, made_up.data)
        assert there.status_code == 404


def test_only_those_are_called_who_may_see_it(team: Team, database: TeamDatabase):
    ana = team.browser("Ana Ruiz")
    team.browser("Ben Okri")
    team.browser("Lea", branch="sales")
    comment(ana, "function", "ovens", "@Ben Okri and @Lea, look")

    page = ana.get(subject(ana, "function", "ovens")).text
    assert '<strong class="mention">@Ben Okri</strong>' in page
    assert '<strong class="mention">@Lea' not in page
    with database.reading() as connection:
        rows = connection.execute(select(OUTBOX.c.person, OUTBOX.c.occasion)).all()
    assert rows == [(team.people["Ben Okri"].id, "mention")]


def test_names_are_offered_of_those_who_see_it_however_they_are_typed(team: Team):
    ana = team.browser("Ana Ruiz")
    team.browser("Éva Müller")
    team.browser("Evan", branch="sales")
    of_ovens = subject(ana, "function", "ovens").replace("/about?", "/people?")
    of_till = subject(ana, "function", "till").replace("/about?", "/people?")
    assert ana.get(f"{of_ovens}&q=mul ev").json == ["Éva Müller"]
    assert ana.get(f"{of_ovens}&q=eva").json == ["Éva Müller"]
    assert ana.get(f"{of_till}&q=eva").json == ["Evan", "Éva Müller"]
    assert ana.get(f"{of_till}&q=Ana").json == []


def test_whoever_only_reads_learns_no_names(team: Team):
    ana, eve = team.browser("Ana Ruiz"), team.browser("Eve", "read")
    assert eve.get(subject(eve, "function", "till").replace("/about?", "/people?")).json == []
    assert ana.get(subject(ana, "function", "till").replace("/about?", "/people?")).json


def test_a_page_that_knows_a_change_by_its_place_finds_it_once_it_has_an_id(team: Team):
    ana = team.browser("Ana Ruiz")
    team.browser("Lea", branch="sales")
    with ana.client.application.test_request_context():
        said = subject_arguments(page_settings(), ThreadSubject("change", "#0", "d"))
    about = f"about={said['about']}&part={said['part']}&design={said['design']}"
    assert ana.get(f"comments/people?{about}&q=lea").json == ["Lea"]
    [form] = ana.forms(ana.get(f"comments/about?{about}").text, "/comments")
    assert ana.send(form, text="Why?").status_code == 303
    assert "Why?" in ana.get(f"comments/about?{about}").text


def test_many_threads_come_page_by_page(team: Team, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("orgdesign.team.pages.thread_pages.MOST_LISTED", 1)
    ana = team.browser("Ana Ruiz")
    for part in ("till", "ovens"):
        comment(ana, "function", part, f"About {part}")
    first, second = ana.get("comments").text, ana.get("comments?page=2").text
    assert "About ovens" in first
    assert "1 to 1 of 2" in first
    assert "About till" in second
    assert "About ovens" not in second


def test_only_ones_own_comment_is_changed_and_a_thread_of_nothing_goes(team: Team):
    ana, ben = team.browser("Ana Ruiz"), team.browser("Ben Okri")
    comment(ana, "role", "clerk", "A firts word")
    page = ana.get(subject(ana, "role", "clerk")).text
    [edit], [remove] = ana.forms(page, "/edit"), ana.forms(page, "/remove")

    assert not ben.forms(ben.get(subject(ben, "role", "clerk")).text, "/edit")
    assert ben.send(edit, text="No").status_code == 403
    assert ben.send(remove).status_code == 403
    ana.send(edit, text="A first word")
    assert "A first word" in ben.get(subject(ben, "role", "clerk")).text
    assert "edited" in ben.get(subject(ben, "role", "clerk")).text
    ana.send(remove)
    assert "Clerk" not in ana.get("comments?shown=all").text


def test_the_same_form_twice_is_one_comment_and_an_empty_one_none(team: Team):
    ana = team.browser("Ana Ruiz")
    [form] = ana.forms(ana.get(subject(ana, "function", "till")).text, "/comments")
    for _ in range(2):
        ana.send(form, text="Once")

    assert ana.get(subject(ana, "function", "till")).text.count("Once") == 1 + 1  # and its form
    assert ana.send({**form, "submission": "x"}, text="  ").status_code == 422


def test_whoever_only_reads_writes_nothing(team: Team):
    ana, eve = team.browser("Ana Ruiz"), team.browser("Eve", "read")
    [form] = ana.forms(ana.get(subject(ana, "function", "till")).text, "/comments")

    assert not eve.forms(eve.get(subject(eve, "function", "till")).text, "/comments")
    assert eve.send(form, text="x").status_code == 403


def versions(team: Team, name: str) -> dict[str, str]:
    """Return what the open page of somebody is told of at the moment."""
    person = team.people[name]
    with team.app.test_request_context():
        g.viewer = TeamViewer(person.id, person.name, person.id)
        [file] = team.resources.workspace_for(g.viewer).files()
        topics = team.app.extensions["topics"](file)
    return {topic.name: topic.version() for topic in topics}


def test_an_open_page_is_told_of_threads_on_what_is_seen_alone(team: Team):
    ana = team.browser("Ana Ruiz")
    team.browser("Lea", branch="sales")
    before, of_ana = versions(team, "Lea"), versions(team, "Ana Ruiz")

    comment(ana, "function", "ovens", "The canary sings")
    assert versions(team, "Lea") == before
    assert versions(team, "Ana Ruiz") != of_ana
    comment(ana, "function", "till", "Good morning")
    assert versions(team, "Lea") != before


def test_a_change_that_is_talked_about_gets_an_id_and_keeps_its_thread(team: Team):
    ana, lea = team.browser("Ana Ruiz"), team.browser("Lea", "comment", "sales")
    design = re.search(r'href="(/o/[0-9a-f]+/designs/[0-9a-f]+)"', lea.get("designs").text)
    assert design
    page = lea.get(design[1]).text
    [address] = re.findall(r'href="([^"]+about=change[^"]+)"', page)
    [form] = lea.forms(lea.get(unescape(address)).text, "/comments")

    assert lea.send(form, text="Why a counter?").status_code == 303

    assert len(re.findall(r"id: c-[0-9a-f]{8}", team.text())) == 2
    listed = ana.get("comments").text
    assert "Change of Counter first" in listed
    assert "Till is now called Counter" in listed
    assert "Why a counter?" in lea.get("comments").text


def test_a_finding_is_talked_about_where_it_is_found(team: Team):
    ana = team.browser("Ana Ruiz")
    listed = ana.get("diagnosis").text
    finding = re.search(r'href="(/o/[0-9a-f]+/diagnosis/findings/[0-9a-f]+)"', listed)
    assert finding, listed[:500]
    page = ana.get(finding[1]).text
    address = re.search(r'hx-get="([^"]+about=finding[^"]+)"', page)
    assert address
    [form] = ana.forms(ana.get(unescape(address[1])).text, "/comments")

    assert ana.send(form, text="It is so on purpose").status_code == 303

    assert "Finding" in ana.get("comments").text
