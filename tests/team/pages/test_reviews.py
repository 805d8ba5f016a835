"""A design is submitted, decided about by those whose branch it touches, and then adopted."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from orgdesign.redaction import FACT_KINDS
from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.log.chain import newest_entries
from orgdesign.team.mail.tables import OUTBOX
from tests.team.together import Browser, Team, make_team


@pytest.fixture
def team(database: TeamDatabase, engine: Engine) -> Team:
    return make_team(database, engine)


def review_page(browser: Browser) -> str:
    """Return the page of the review, as the list of designs leads there."""
    listed = browser.get("designs").text
    [design] = {*re.findall(r'href="(/o/[0-9a-f]+/designs/[0-9a-f]+)"', listed)}
    page = browser.get(design).text
    [review] = {*re.findall(r'href="(/o/[^"]+/review)"', page)}
    shown = browser.get(review)
    assert shown.status_code == 200
    return shown.text


def decide(browser: Browser, number: int, verdict: str, reason: str = "") -> int:
    form = browser.forms(review_page(browser), "/decide")[number]
    return browser.send(form, verdict=verdict, reason=reason).status_code


def submit(browser: Browser) -> None:
    [form] = browser.forms(review_page(browser), "/submit")
    assert browser.send(form).status_code == 303


def test_each_branch_decides_and_an_accepted_design_is_adopted(team: Team):
    ana = team.browser("Ana Ruiz", "manage")
    sam, bea = team.browser("Sam", branch="sales"), team.browser("Bea", branch="baking")
    submit(ana)

    page = review_page(sam)
    assert "Counter" in page
    assert "Big ovens" not in page
    assert len(sam.forms(page, "/decide")) == 1
    assert decide(sam, 0, "accepted") == 303
    assert "Under review" in review_page(ana)
    assert decide(bea, 0, "accepted", "At last") == 303
    shown = review_page(ana)
    assert "Accepted" in shown
    assert "At last" in shown
    said = team.text()
    assert "by: Bea" in said or "by: Sam, Bea" in said
    assert said.count("status: agreed") == 3
    settle = re.search(r'href="(/o/[^"]+/settle)"', shown)
    assert settle
    [form] = ana.forms(ana.get(settle[1]).text, "/settle")
    assert ana.send(form).status_code == 303
    assert "till: {name: Counter" in team.text()
    with team.database.reading() as connection:
        actions = [e.action for e in newest_entries(connection, 30, chain=team.organisation)]
    for action in ("design submitted", "change decided", "design accepted", "design adopted"):
        assert action in actions


def test_a_refusal_needs_a_reason_and_gives_the_design_back(team: Team):
    ana, sam = team.browser("Ana Ruiz", "manage"), team.browser("Sam", branch="sales")
    submit(ana)
    assert decide(sam, 0, "refused") == 422
    assert decide(sam, 0, "refused", "Customers know it as the till") == 303
    assert decide(ana, 1, "accepted") == 303

    page = review_page(ana)
    assert "can be changed again" in page
    assert "Customers know it as the till" in page
    said = team.text()
    assert "status: refused" in said
    assert "note: Customers know it as the till" in said
    submit(ana)
    assert "round 2" in review_page(sam)
    assert "status: refused" not in team.text()


def test_under_review_nobody_edits_it_until_it_is_taken_back(team: Team):
    ana, ben = team.browser("Ana Ruiz", "propose"), team.browser("Ben Okri", "propose")
    submit(ana)
    design = re.search(r'href="(/o/[0-9a-f]+/designs/[0-9a-f]+)"', ben.get("designs").text)
    assert design
    [form, *_] = ben.forms(ben.get(design[1]).text, "/remove")
    answer = ben.send(form)
    assert answer.status_code >= 400
    assert "is under review" in answer.text
    assert not ben.forms(review_page(ben), "/withdraw")
    [back] = ana.forms(review_page(ana), "/withdraw")
    ana.send(back)
    assert ben.send(form).status_code == 303


def test_whoever_may_not_decide_is_not_asked_and_cannot(team: Team, database: TeamDatabase):
    ana, sam = team.browser("Ana Ruiz", "manage"), team.browser("Sam", branch="sales")
    eve = team.browser("Eve", "comment")
    submit(ana)
    [form] = sam.forms(review_page(sam), "/decide")

    assert not eve.forms(review_page(eve), "/decide")
    assert eve.send(form, verdict="accepted").status_code == 403
    with database.reading() as connection:
        asked = connection.execute(select(OUTBOX.c.person, OUTBOX.c.occasion)).all()
    assert (team.people["Sam"].id, "review") in asked
    assert team.people["Eve"].id not in {person for person, _ in asked}


def test_the_document_holds_no_change_and_no_reason_that_is_not_seen(team: Team):
    ana = team.browser("Ana Ruiz", "manage")
    facts = frozenset(FACT_KINDS) - {"reasons"}
    sam = team.browser("Sam", "edit", "sales", facts=facts)
    submit(ana)
    decide(ana, 0, "asked", "The canary sings")

    assert "The canary sings" in review_page(ana)
    assert "canary" not in review_page(sam)
    pdf = re.search(r'href="(/o/[^"]+/review.pdf)"', review_page(sam))
    assert pdf
    assert sam.get(pdf[1]).data.startswith(b"%PDF")
