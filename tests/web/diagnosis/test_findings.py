"""The findings: listed as asked for, each with its lines and with the form that mends it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from time import sleep

import pytest

from orgdesign.resources import folder
from tests.web.conftest import Sheet, Site
from tests.web.test_organisation import words

BAKERY = """\
organization: Harvest Bakery
outcome:
  statement: Bread is at the door before I open
  measures: [at-the-door]
  accountable: owner
  outcomes:
    whole: {statement: No loaf is missing, accountable: owner, measures: [missing]}
functions:
  baking:
    name: Baking
    accountable: owner
    alignment: {outcome: desired, contribution: Bakes at night, link: direct}
    measures: [at-the-door]
  driving:
    name: Driving
    reports_to: baking
    alignment: {outcome: desired, contribution: Is at the door by five, link: direct}
    measures: [at-the-door]
  books:
    name: Bookkeeping
    reports_to: baking
roles:
  owner: {title: Owner, measured_by: [at-the-door], rewarded_for: [{measure: at-the-door}]}
measures:
  at-the-door:
    {name: Doors reached, unit: "%", baseline: 80, target: 99, better: higher, kind: customer}
  missing: {name: Loaves missing, unit: no, baseline: 9, target: 0, better: lower, kind: customer}
  scales: {name: Scales checked, unit: "%", baseline: 1, target: 9, better: higher, kind: company}
journey:
  orders: {name: Waits for bread, outcome: desired, functions: [baking, driving]}
"""


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    path = tmp_path / "harvest.yaml"
    path.write_text(BAKERY)
    return path


def findings(site: Site, **asked: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return site.get(f"{site.address}/diagnosis?{query}").text


def messages(html: str) -> list[str]:
    """Return what is found, in the order in which a page tells it."""
    found = re.findall(r'<p class="finding-message">.*?<strong>(.*?)</strong>', html)
    return [words(one) for one in found]


def opened(site: Site, message: str, **asked: str) -> str:
    """Return the page of a finding."""
    item = next(
        one
        for one in re.findall(
            r'<li class="finding.*?</details>', findings(site, **asked), re.DOTALL
        )
        if message in words(one)
    )
    address = re.search(r'data-mend="([^"]+)"', item)
    assert address
    return site.get(address[1].replace("&amp;", "&")).text


def test_findings_are_told_by_group_and_rule_with_why_they_matter(site: Site):
    said = words(findings(site))

    group = said.index("Alignment: what everything serves")
    rule = said.index("Function without a customer outcome 1", group)
    why = said.index("Its people do good work for nobody in particular", rule)
    assert said.index("Bookkeeping serves no customer outcome.", why) > why
    assert said.index("Accountability: who answers for it") > why


def test_each_finding_leads_to_the_lines_that_it_rests_on(site: Site):
    html = findings(site, rule="function-without-outcome")

    address = site.follow(html, "line 20")
    assert address.endswith("/source?line=20")
    assert "line 20 Bookkeeping: customer outcome it serves" in words(html)


def test_findings_in_the_order_of_the_file(site: Site):
    html = findings(site, by="file")

    lines = [
        int(line) for line in re.findall(r"<ul class=\"evidence\".*?line (\d+)", html, re.DOTALL)
    ]
    assert len(lines) > 5
    assert lines == sorted(lines)


def test_findings_by_the_part_that_is_to_be_mended(site: Site):
    said = words(findings(site, by="part"))

    part = said.index("Function: Bookkeeping")
    assert "Nobody is accountable for Bookkeeping." in said[part:]
    assert said.index("Function: Driving") < part


def test_only_what_is_as_severe_as_asked_for(site: Site):
    everything = messages(findings(site))

    hints, warnings = (messages(findings(site, severity=one)) for one in ("hint", "warning"))

    assert hints
    assert sorted(hints + warnings) == sorted(everything)


def test_only_what_is_about_a_function_asked_for_by_its_key(site: Site):
    html = findings(site)
    key = re.search(r'<option value="(\w+)">Bookkeeping</option>', html)
    assert key

    found = messages(findings(site, function=key[1]))

    assert "Bookkeeping serves no customer outcome." in found
    assert all("Bookkeeping" in one for one in found)
    assert "books" not in key[1]


def test_only_what_is_about_a_role(site: Site):
    site.path.write_text(
        site.path.read_text().replace("title: Owner,", "title: Owner, vacant: yes,")
    )
    key = re.search(r'<option value="(\w+)">Owner</option>', findings(site))
    assert key

    found = messages(findings(site, role=key[1]))

    assert any("is vacant" in one for one in found)
    assert "Bookkeeping serves no customer outcome." not in found


def test_what_nothing_answers_to_leads_back_to_all(site: Site):
    html = findings(site, rule="handoff-loop")

    assert "Nothing like this is found." in words(html)
    assert messages(site.get(site.follow(html, "Show all")).text)


def setting(site: Site, rule: str) -> tuple[str, Sheet]:
    html = findings(site)
    found = re.search(rf'id="rule-{rule}".*?action="([^"]+)"(.*?)</form>', html, re.DOTALL)
    assert found
    return found[1].replace("&amp;", "&"), Sheet(found[2])


def test_a_rule_is_turned_off_in_the_file(site: Site):
    address, sheet = setting(site, "function-without-outcome")

    answer = site.post(address, sheet.said(severity="off"))

    assert answer.status_code == 303
    assert site.path.read_text() == f"{BAKERY}rules:\n  function-without-outcome: 'off'\n"
    html = findings(site)
    assert "Bookkeeping serves no customer outcome." not in messages(html)
    assert "Rules that this file turns off" in words(html)


def test_a_rule_as_severe_as_it_comes_is_not_said_in_the_file(site: Site):
    address, sheet = setting(site, "function-without-outcome")
    site.post(address, sheet.said(severity="hint"))
    assert "function-without-outcome: hint" in site.path.read_text()

    address, sheet = setting(site, "function-without-outcome")
    site.post(address, sheet.said(severity="warning"))

    assert "function-without-outcome" not in site.path.read_text()


NOTHING_YET = """\
organization: Harvest Bakery
outcome: {statement: Fewer loaves late at the door, accountable: owner, measures: [late]}
roles: {owner: {title: Owner}}
measures: {late: {name: Late, unit: loaves, baseline: 9, target: 1, better: lower, kind: customer}}
"""


def test_a_file_without_functions_says_what_to_write_first(site: Site):
    site.path.write_text(NOTHING_YET + "rules: {statement-wording: off, outcome-not-served: off}\n")

    html = findings(site)

    assert "There are no functions in the file yet" in words(html)
    assert "functions/new" in site.follow(html, "Add the first function")


def test_an_organisation_without_weaknesses(site: Site):
    site.path.write_bytes((folder("examples") / "hospital.yaml").read_bytes())

    assert "The rules find nothing" in words(findings(site))


def test_a_file_with_problems_shows_its_last_good_diagnosis(site: Site):
    findings(site)
    site.path.write_text(BAKERY.replace("accountable: owner", "accountable: nobody", 1))

    html = findings(site)

    assert "has 1 problem at the moment" in words(html)
    assert "Bookkeeping serves no customer outcome." in messages(html)


def test_the_charts_tell_how_many_findings_there_are_and_those_of_the_function(site: Site):
    count = len(messages(findings(site)))
    html = site.page()
    assert f"{count} findings" in words(html)

    panel = site.get(site.follow(html, "Bookkeeping")).text

    assert "Nobody is accountable for Bookkeeping." in words(panel)
    mine = site.get(site.follow(panel, "and how to mend them")).text
    assert "Bookkeeping serves no customer outcome." in messages(mine)
    assert "Nobody is accountable for Driving." not in messages(mine)


def test_no_page_of_the_charts_waits_for_the_findings_which_come_after_it(site: Site):
    html = site.page()
    panel = site.get(site.follow(html, "Bookkeeping")).text
    assert "findings" not in words(re.findall(r'id="found".*?</a>', html, re.DOTALL)[0])

    chip, about = (asked(site, each) for each in (html, panel[panel.index('id="panel"') :]))

    count = len(messages(findings(site)))
    assert f"{count} findings" in words(chip)
    assert "Nobody is accountable for Bookkeeping." in words(about)
    assert "data-asks" not in chip + about + site.page()


def test_a_change_keeps_the_number_until_the_new_one_is_known(site: Site):
    count = len(messages(findings(site)))
    site.page()
    site.path.write_text(site.path.read_text().replace("Harvest Bakery", "Harvest Bakers"))

    html = site.page()

    assert f"{count} findings" in words(html)
    assert f"{count} findings" in words(asked(site, html))


def asked(site: Site, html: str) -> str:
    """Return what comes after a page, asked for until it is known."""
    address = unescape(re.findall(r'data-asks="([^"]+)"', html)[0])
    for _ in range(600):
        answer = site.get(address)
        if answer.status_code == 200:
            return answer.text
        assert answer.status_code == 204
        sleep(0.05)
    raise AssertionError("the findings never came")


def test_a_name_that_no_rule_has_leads_to_its_line(site: Site):
    site.path.write_text(BAKERY + "rules:\n  stage-not-servd: off\n")

    html = opened(site, "No rule is called")

    line = BAKERY.count("\n") + 2
    assert site.follow(html, "Edit the source at this line").endswith(f"/source?line={line}")


def test_many_findings_are_told_a_page_at_a_time(site: Site):
    more = "".join(
        f"  unit-{one}: {{name: Unit {one}, reports_to: baking}}\n" for one in range(150)
    )
    site.path.write_text(BAKERY.replace("roles:\n", f"{more}roles:\n", 1))

    first = findings(site, rule="function-without-outcome")
    rest = site.get(site.follow(first, "Findings after these")).text

    assert len(messages(first)) == 100
    assert len(messages(rest)) == 51
    assert "Function without a customer outcome 151" in words(rest)
    assert messages(site.get(site.follow(rest, "Findings before these")).text) == messages(first)


def test_no_rule_can_be_set_that_there_is_not_and_to_nothing_else(site: Site):
    address, sheet = setting(site, "function-without-outcome")

    assert site.post(address, sheet.said(severity="fatal")).status_code == 400
    assert site.post(f"{site.address}/diagnosis/rules/none", sheet.said()).status_code == 404
    assert site.path.read_text() == BAKERY
