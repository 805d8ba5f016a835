"""A finding is mended where it stands, and undone."""

from __future__ import annotations

import re

from tests.web.conftest import Sheet, Site
from tests.web.diagnosis.test_findings import BAKERY, bakery, findings, messages, opened
from tests.web.test_organisation import words

__all__ = ["bakery"]


def forms(html: str) -> list[tuple[str, Sheet]]:
    """Return the forms whose fields mend a finding: where each is sent, and what it says."""
    found = re.findall(r'<form [^>]*class="form"[^>]*action="([^"]+)"(.*?)</form>', html, re.DOTALL)
    return [
        (address.replace("&amp;", "&"), Sheet(form))
        for address, form in found
        if not address.partition("?")[0].endswith(("/fine", "/proposed"))
    ]


def test_a_finding_is_mended_by_the_one_field_that_it_is_about(site: Site):
    html = opened(site, "Nobody is accountable for Driving.")
    [(address, sheet)] = forms(html)
    assert "Accountable role" in words(html)
    assert "Contribution" not in words(sheet.html)

    answer = site.post(address, sheet.said(accountable="owner"))

    assert answer.status_code == 303
    assert str(answer.location).endswith("#findings")
    assert "Nobody is accountable for Driving." not in messages(site.get(str(answer.location)).text)
    assert (
        site.path.read_text()
        == BAKERY.replace(
            "    name: Driving\n    reports_to: baking\n",
            "    name: Driving\n    reports_to: baking\n    accountable: owner\n",
        )
        or "accountable: owner\n  books" in site.path.read_text()
    )


def test_htmx_is_told_that_it_is_mended_and_gets_the_list_anew(site: Site):
    [(address, sheet)] = forms(opened(site, "Nobody is accountable for Driving."))

    answer = site.post(address, sheet.said(accountable="owner"), HX_Request="true")

    assert answer.status_code == 200
    assert "Saved. Driving: accountable role. That is mended." in words(answer.text)
    assert 'hx-target="#findings"' in answer.text
    assert "Nobody is accountable for Driving." not in messages(answer.text)


def test_what_cannot_be_saved_comes_back_as_it_was_typed(site: Site):
    [(address, sheet)] = forms(opened(site, "Nobody is accountable for Driving."))

    answer = site.post(address, sheet.said(accountable="nobody"))

    assert answer.status_code == 422
    assert "That role is no longer in the file. Choose another." in words(answer.text)
    assert 'value="nobody" selected' in answer.text
    assert "nobody" not in site.path.read_text()


def test_what_somebody_else_mended_otherwise_stays_as_they_have_it(site: Site):
    [(address, sheet)] = forms(opened(site, "Bookkeeping serves no customer outcome."))
    theirs = BAKERY.replace(
        "    name: Bookkeeping\n", "    name: Bookkeeping\n    alignment: {outcome: whole}\n"
    )
    site.path.write_text(theirs)

    answer = site.post(address, {**sheet.said(), "alignment-outcome": "desired"}, HX_Request="true")

    assert answer.status_code == 409
    assert "This is not found any more." in words(answer.text)
    assert site.path.read_text() == theirs


def test_both_sides_are_shown_where_somebody_else_changed_the_same(site: Site):
    site.path.write_text(
        BAKERY.replace(
            "alignment: {outcome: desired, contribution: Bakes at night",
            "alignment: {outcome: desired, contribution: Baking",
        )
    )
    [(address, sheet)] = forms(opened(site, "only repeats its name"))
    site.path.write_text(
        site.path.read_text().replace("contribution: Baking", "contribution: baking")
    )

    answer = site.post(
        address, {**sheet.said(), "alignment-contribution": "Bakes twice"}, HX_Request="true"
    )

    assert answer.status_code == 409
    assert "Somebody else changed this meanwhile." in words(answer.text)


def test_a_missing_hand_off_is_added(site: Site):
    html = opened(site, "no hand-off joins the two")
    address, sheet = next(one for one in forms(html) if one[0].endswith("/handoff"))

    answer = site.post(address, {**sheet.said(), "passes": "Warm bread", "accountable": "owner"})

    assert answer.status_code == 303
    assert "from: baking\n" in site.path.read_text()
    assert "passes: Warm bread\n" in site.path.read_text()
    assert not any("no hand-off joins" in one for one in messages(findings(site)))


def test_a_function_is_chosen_that_serves_an_outcome(site: Site):
    html = opened(site, "No function serves")
    address, sheet = next(one for one in forms(html) if one[0].endswith("/chosen"))
    key = re.search(r'<option value="(\w+)">Bookkeeping \(serves no outcome yet\)', html)
    assert key

    site.post(address, {**sheet.said(), "function": key[1], "link": "direct"})

    text = site.path.read_text()
    assert "outcome: whole" in text
    assert "link: direct" in text[text.index("Bookkeeping") :]
    assert not any("No function serves" in one for one in messages(findings(site)))


def test_a_measure_that_nobody_uses_is_given_to_what_it_shows(site: Site):
    html = opened(site, "Nobody is measured by “Scales checked”")
    [(address, sheet)] = forms(html)
    key = re.search(r'<option value="(\w+)">Baking</option>', html)
    assert key

    site.post(address, {**sheet.said(), "taker": key[1]})

    assert "measures: [at-the-door, scales]" in site.path.read_text()


def test_without_a_choice_of_function_nothing_is_saved(site: Site):
    address, sheet = forms(opened(site, "No function serves"))[0]

    answer = site.post(address, {**sheet.said(), "function": ""})

    assert answer.status_code == 422
    assert "Choose the function that serves it." in words(answer.text)
    assert site.path.read_text() == BAKERY


def test_a_finding_that_is_mended_meanwhile_leads_to_the_others(site: Site):
    link = re.search(r'data-mend="([^"]+)"', findings(site, rule="function-without-outcome"))
    assert link
    site.path.write_text(
        BAKERY.replace("    name: Bookkeeping\n", "    name: Ledger\n").replace("books:", "ledger:")
    )

    answer = site.get(link[1].replace("&amp;", "&"))

    assert answer.status_code == 303
    assert "/diagnosis" in str(answer.location)


def test_what_was_mended_is_undone_among_the_findings(site: Site):
    [(address, sheet)] = forms(opened(site, "Nobody is accountable for Driving."))
    site.post(address, sheet.said(accountable="owner"))
    html = findings(site)
    way = re.search(
        r'<form method="post" action="([^"]+/diagnosis/way[^"]*)"(.*?)</form>', html, re.DOTALL
    )
    assert way

    site.post(way[1], {**Sheet(way[2]).said(), "way": "undo"})

    assert site.path.read_text() == BAKERY
