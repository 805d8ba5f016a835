"""Nothing that a page offers is refused: every link is followed and every form sent, as each kind
of person who can be let in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

import pytest
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from orgdesign.redaction import Scope
from tests.team.pages.team_app import EVERYTHING, Browser, TeamApp

KEY = re.compile(r"[0-9a-f]{16}")
LINK = re.compile(r'<a\b[^>]*?\b(?:xlink:)?href="([^"#]+)')
ASKED = re.compile(r'(?:hx-get|data-(?:many|search|index|marks|asks))="([^"#]+)')
POSTED = re.compile(r'data-(?:add|rename)="([^"#]+)')
FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
FIELD = re.compile(r"<(?:input|button|select|textarea)\b[^>]*>")
REFUSED = (403, 404)
MOST_PAGES = 160
LEFT_OUT = (
    "/leave", "/sign-out", "/look/end",
    "/account/password", "/account/elsewhere", "/account/second-factor",
)  # fmt: skip
"""What ends the walk, or asks for a password."""
OWN_RIGHTS = ("/share/grants/", "/people/", "/share/look/")
"""What may take or change one's own rights."""


def attributes(tag: str) -> dict[str, str]:
    found = re.findall(r'([\w.:-]+)(?:="([^"]*)")?', tag)
    return {name: unescape(value) for name, value in found}


@dataclass
class Walk:
    """What somebody is offered, and what of it is refused."""

    browser: Browser
    refused: list[str] = field(default_factory=list)
    forms: dict[str, tuple[str, str, dict[str, str]]] = field(default_factory=dict)
    pages: int = 0

    def kind(self, address: str, method: str = "GET") -> str:
        parts = urlsplit(address)
        adapter = self.browser.team.app.url_map.bind("x")
        try:
            endpoint, values = adapter.match(parts.path, method)
        except HTTPException:
            return ""
        change = " ".join(re.findall("change=[a-z-]*", parts.query))
        return f"{endpoint} {values.get('section', '')} {change}".strip()

    def go(self, start: str) -> None:
        waiting, known = [(start, "the address that somebody is given")], set[str]()
        while waiting and self.pages < MOST_PAGES:
            address, origin = waiting.pop(0)
            kind = self.kind(address)
            if not kind or kind in known or kind.startswith(("assets", "team_links.open_link")):
                continue
            known.add(kind)
            answer = self.browser.get(address)
            self.pages += 1
            self.note(answer, kind, origin)
            if answer.mimetype == "text/html" and answer.status_code == 200:
                waiting += [(link, kind) for link in self.links(answer.text)]
                self.note_forms(answer.text, kind)

    def links(self, html: str) -> Iterator[str]:
        for found in (LINK, ASKED):
            yield from map(unescape, found.findall(html))

    def note_forms(self, html: str, origin: str) -> None:
        for form in FORM.findall(html):
            opening = attributes(form.partition(">")[0])
            fields = map(attributes, FIELD.findall(form))
            said = {each["name"]: each.get("value", "") for each in fields if each.get("name")}
            if opening.get("method") == "post" and "hidden" not in opening:
                self.note_post(opening["action"], origin, said)
        for address in map(unescape, POSTED.findall(html)):
            self.note_post(address, origin, {})

    def note_post(self, address: str, origin: str, said: dict[str, str]) -> None:
        kind = self.kind(address, "POST")
        if not address.endswith(LEFT_OUT) and not any(each in address for each in OWN_RIGHTS):
            self.forms.setdefault(f"{kind} {sorted(said)}", (address, origin, said))

    def send(self) -> None:
        for kind, (address, origin, said) in sorted(self.forms.items(), reverse=True):
            answer = self.browser.post(address, **{**said, "base": "", "keep": ""})
            self.note(answer, f"POST {kind}", origin)

    def note(self, answer: TestResponse, kind: str, origin: str) -> None:
        if answer.status_code in REFUSED or answer.status_code >= 500:
            self.refused.append(f"{answer.status_code} {kind} from {origin}")


def walked(team: TeamApp, browser: Browser, start: str = "") -> list[str]:
    """Return what somebody is offered and refused."""
    walk = Walk(browser)
    walk.go(start or f"/o/{team.key}")
    walk.send()
    assert walk.pages > 40
    return walk.refused


GRANTS = {
    "proposes in a branch": ("propose", Scope(EVERYTHING, "claims")),
    "edits a branch": ("edit", Scope(EVERYTHING, "claims")),
    "reads everything": ("read", Scope(EVERYTHING)),
    "reads names in a branch": ("read", Scope(frozenset(), "claims")),
    "comments": ("comment", Scope(EVERYTHING - {"cost", "designs"})),
    "proposes": ("propose", Scope(EVERYTHING)),
    "edits": ("edit", Scope(EVERYTHING - {"holders"})),
    "edits a branch and sees little": ("edit", Scope(frozenset({"holders", "measures"}), "claims")),
    "manages": ("manage", Scope()),
}
FEW = 2
"""How many kinds of people walk where a run may not take `--long`."""


@pytest.mark.usefixtures("uncounted")
@pytest.mark.parametrize("who", GRANTS)
def test_nothing_that_is_offered_is_refused(
    team: TeamApp, who: str, request: pytest.FixtureRequest
):
    if who not in [*GRANTS][:FEW] and not request.config.getoption("--long"):
        pytest.skip("more kinds of people walk with --long")
    may, scope = GRANTS[who]
    bo = team.add("Bo")
    team.grant(bo, may, scope)
    assert walked(team, team.browser(bo)) == []


@pytest.mark.usefixtures("uncounted")
def test_nothing_that_a_link_offers_is_refused(team: TeamApp):
    _, token = team.link(may="comment", scope=Scope(EVERYTHING - {"cost"}, "claims"))
    browser = team.browser()
    browser.get(f"/l/{token}")
    assert walked(team, browser) == []


@pytest.mark.usefixtures("uncounted")
def test_nothing_is_offered_to_whoever_looks_as_another_that_is_refused(
    team: TeamApp, request: pytest.FixtureRequest
):
    if not request.config.getoption("--long"):
        pytest.skip("whoever looks as another walks with --long")
    bo = team.add("Bo")
    team.grant(bo, "edit", Scope(EVERYTHING))
    root = team.browser(team.admin)
    root.post(f"/o/{team.key}/share/look/person/{bo.id}")
    assert walked(team, root) == []


def function_form(team: TeamApp, browser: Browser, name: str) -> str:
    """Return the form of a function, found by its name, with all its fields."""
    page = browser.get(f"/o/{team.key}/parts/functions").text
    [address] = re.findall(rf'href="([^"]*/parts/functions/[^"]+)"[^>]*>{name}<', page)[:1]
    return browser.get(unescape(address)).text


def test_the_top_of_ones_branch_does_not_ask_whom_it_reports_to(team: TeamApp):
    bo = team.add("Bo")
    team.grant(bo, "edit", Scope(EVERYTHING, "claims"))
    form = function_form(team, team.browser(bo), "Claims")
    assert 'name="name"' in form
    assert 'name="reports_to"' not in form
    assert 'name="reports_to"' in function_form(team, team.browser(bo), "Loss adjusting")


def test_figures_that_are_hidden_are_not_told_as_missing(team: TeamApp):
    bo = team.add("Bo")
    team.grant(bo, "read", Scope(EVERYTHING - {"headcount", "cost"}))
    page = team.browser(bo).get(f"/o/{team.key}").text
    assert "known for 0" not in page
    assert "Not in the file yet" not in page


def test_whoever_proposes_sees_designs_and_who_edits_is_offered_what_they_see(team: TeamApp):
    mo = team.add("Mo")
    root = team.browser(team.admin)
    said = {"who": f"person:{mo.id}", "branch": "claims", "facts": "measures"}
    assert root.post(f"/o/{team.key}/share/grants", may="propose", **said).status_code == 303
    assert "Start a design" in team.browser(mo).get(f"/o/{team.key}/designs").text
    bo = team.add("Bo")
    team.grant(bo, "edit", Scope(frozenset({"measures"}), "claims"))
    assert "Start a design" not in team.browser(bo).get(f"/o/{team.key}/designs").text
    form = function_form(team, team.browser(bo), "Loss adjusting")
    assert 'name="measures"' in form
    assert 'name="headcount"' not in form
