"""Two people in two browsers, over two processes: invited, seeing what is theirs, deciding."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.people.people import add_person, new_one_time
from orgdesign.team.rights.team_access import TeamAccess
from orgdesign.team.rights.viewing_rights import TeamViewer
from tests.browser.axe import objections
from tests.browser.conftest import another_page, follow, press
from tests.ports import reserved_port
from tests.team.conftest import database, database_url, migrated_template, postgres

__all__ = ["database", "database_url", "migrated_template", "postgres"]
BAKERY = """organization: Corner bakery
outcome: {statement: I get fresh bread every morning without waiting}
functions:
  head: {name: Bakery, accountable: owner}
  sales: {name: Sales, reports_to: head, accountable: sales-lead}
  till:
    name: Till
    reports_to: sales
    headcount: 3
    alignment: {outcome: desired, contribution: Hands over the bread, link: direct}
  orders: {name: Orders, reports_to: sales, headcount: 2}
  baking: {name: Baking, reports_to: head, accountable: master}
  ovens: {name: Ovens, reports_to: baking, headcount: 4}
roles:
  owner: {title: Owner, holder: Maria Costa}
  sales-lead: {title: Head of sales, holder: Tom Weber, function: sales}
  master: {title: Master baker, holder: Aiko Mori, function: baking}
designs:
  counter:
    name: Counter first
    changes:
      - {change: rename, function: ovens, name: Stone ovens}
      - {change: rename, function: orders, name: Early orders}
"""


@contextmanager
def team_server(database_url: str) -> Iterator[str]:
    """Run ``orgdesign serve --team`` in two processes, and give its address."""
    with reserved_port() as port:
        yield from _serving(database_url, port)


def _serving(database_url: str, port: int) -> Iterator[str]:
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "ORGDESIGN_DATABASE_URL": database_url,
        "ORGDESIGN_SECRET": "s" * 40,
        "ORGDESIGN_URL": address,
        "ORGDESIGN_LISTEN": f"127.0.0.1:{port}",
        "ORGDESIGN_PROCESSES": "2",
    }
    command = [sys.executable, "-m", "orgdesign", "serve", "--team"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as program:
        try:
            assert program.stdout
            assert b"answers" in program.stdout.readline()
            _wait_for(port)
            yield address
        finally:
            program.terminate()


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("orgdesign serve --team does not answer")


@pytest.fixture
def first_link(database: TeamDatabase, engine: Engine) -> str:
    """The link by which the first administrator comes in, who manages a bakery."""
    with database.writing() as connection:
        ada = add_person(connection, "", "ada@example.com", "Ada Lovelace", is_admin=True)
        token = new_one_time(connection, "", ada.id, "new password")
    resources = TeamResources(database, engine, TeamAccess())
    viewer = TeamViewer(ada.id, ada.name, ada.id)
    resources.workspace_for(viewer).create("bakery.yaml", BAKERY.encode(), "Begun")
    return f"/password/{token}"


def choose_password(page: Page, link: str, password: str) -> None:
    page.goto(link)
    page.get_by_label("Password").fill(password)
    page.get_by_label("Once more").fill(password)
    press(page, "Set it and sign in")


def invite(page: Page, address: str, name: str, email: str) -> str:
    page.goto(f"{address}/people")
    page.get_by_label("Name").first.fill(name)
    page.get_by_label("E-mail").fill(email)
    press(page, "Invite")
    return page.get_by_label("Link").input_value()


def let_in(page: Page, share: str, name: str, may: str, branch: str) -> None:
    page.goto(share)
    page.get_by_text("Let somebody in").click()
    form = page.locator("form").filter(has=page.get_by_role("button", name="Let them in"))
    who = form.locator("[name=who] option", has_text=name).get_attribute("value")
    form.locator("[name=who]").select_option(who)
    form.locator("[name=may]").select_option(may)
    form.locator("[name=branch]").select_option(branch)
    for fact in form.locator("[name=facts]").all():
        fact.check()
    with another_page(page):
        form.get_by_role("button", name="Let them in").click()


def choose(page: Page, name: str) -> None:
    """Choose a function in the chart of today."""
    page.locator(".stage .node").filter(has=page.locator(f"text='{name}'")).first.click()
    expect(page.locator("#panel-heading")).to_contain_text(name)
    expect(page.locator("#talk > form")).to_be_visible()


def look_at(page: Page, name: str) -> None:
    """See that axe finds nothing wrong with a page."""
    assert objections(page) == [], name


def journey(
    chromium: Browser, address: str, first: str, picture: Callable[[Page, str], None] = look_at
) -> None:
    """Let two people work together, from the invitation to the new today."""
    ada, lea = (chromium.new_context().new_page() for _ in range(2))
    choose_password(ada, address + first, "seven quiet otters swim")
    link = invite(ada, address, "Lea Martin", "lea@example.com")
    ada.goto(address)
    if "/o/" not in ada.url:
        with another_page(ada):
            ada.get_by_role("link", name="Corner bakery").first.click()
    found = re.search(r"/o/[0-9a-f]+", ada.url)
    assert found
    home = address + found[0]
    let_in(ada, f"{home}/share", "Lea Martin", "edit", "sales")
    choose_password(lea, link, "eight loud herons fly")
    talk(ada, lea, home, picture)
    redesign(lea, home)
    decide(ada, lea, picture)
    adopt(ada, lea, home, address, picture)


def talk(ada: Page, lea: Page, home: str, picture: Callable[[Page, str], None]) -> None:
    """Let Lea see her branch and no more, be seen there, and ask about it."""
    lea.goto(f"{home}?structure=today")
    expect(lea.locator(".stage").first).to_contain_text("Till")
    assert "Ovens" not in lea.content()
    assert "Aiko" not in lea.content()

    ada.goto(f"{home}?structure=today")
    expect(ada.locator(".initials")).to_contain_text("LM")
    choose(lea, "Till")
    expect(ada.locator(".initials")).to_have_attribute("title", "Lea Martin, looking at Till")

    choose(ada, "Till")
    lea.locator("#talk > form textarea").fill("Who is at the till on Sunday, @Ada Lovelace?")
    lea.get_by_role("button", name="Comment", exact=True).click()
    expect(ada.locator("#talk .said")).to_contain_text("on Sunday")
    expect(ada.locator(".talk-mark text").first).to_have_text("1")
    picture(ada, "comment")


def redesign(lea: Page, home: str) -> None:
    """Let Lea add a change to the design, and submit that for review."""
    lea.goto(f"{home}/designs")
    for link in ("Counter first", "Add a change", "Rename a function"):
        with another_page(lea):
            lea.get_by_role("link", name=link).first.click()
    lea.locator("#of-what").select_option(label="Till")
    press(lea, "Next")
    lea.get_by_label("New name").fill("Counter")
    press(lea, "Add the change")
    expect(lea.locator("#changes")).to_contain_text("Till is now called Counter")


def decide(ada: Page, lea: Page, picture: Callable[[Page, str], None]) -> None:
    """Let each decide about the changes that touch what is theirs."""
    with another_page(lea):
        lea.get_by_role("link", name="Review").first.click()
    press(lea, "Submit for review")
    expect(lea.locator("#review")).to_contain_text("Under review")
    expect(lea.locator(".reviewed .change")).to_have_count(2)
    ada.goto(lea.url)
    expect(ada.locator(".reviewed .change")).to_have_count(3)
    for number in (1, 2):
        lea.locator(".change.waits").get_by_role("button", name=re.compile("^Accept")).first.click()
        expect(ada.locator(".decision")).to_have_count(number)
        expect(lea.locator(".change.accepted")).to_have_count(number)
    expect(ada.locator(".decision").first).to_contain_text("Lea Martin")
    picture(ada, "review")
    ada.locator(".change.waits").get_by_label(re.compile("^Why")).fill("Stone bakes better")
    ada.locator(".change.waits").get_by_role("button", name=re.compile("^Accept")).click()
    expect(lea.locator(".review-status strong")).to_have_text("Accepted")


def adopt(
    ada: Page, lea: Page, home: str, address: str, picture: Callable[[Page, str], None]
) -> None:
    """Make the design the new today before both, and keep one of them out while she types."""
    lea.goto(f"{home}?structure=today")
    follow(ada, "Make it the new today")
    press(ada, re.compile("new today", re.I))
    expect(lea.locator(".stage").first).to_contain_text("Counter")
    assert "Stone" not in lea.content()
    choose(lea, "Counter")
    lea.locator("#talk > form textarea").fill("What took me a quarter of an hour")
    ada.goto(f"{address}/people")
    ada.get_by_role("row", name="Lea Martin").get_by_role("button", name="Keep out").click()
    expect(lea.get_by_label("What you typed")).to_have_value("What took me a quarter of an hour")
    assert "Counter" not in lea.content()  # all else is gone
    picture(lea, "typed words")
    ada.goto(f"{home}/history")
    expect(ada.locator(".version").nth(1)).to_contain_text("Ada Lovelace")
    picture(ada, "history")


def test_two_people_from_an_invitation_to_a_new_today(
    chromium: Browser, database_url: str, first_link: str
):
    with team_server(database_url) as address:
        journey(chromium, address, first_link)
