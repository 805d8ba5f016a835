"""A function is moved to another outcome or another parent, by a plain form."""

from __future__ import annotations

import re
from html import unescape

import pytest
from werkzeug.test import TestResponse

from tests.web.conftest import Site

Hidden = dict[str, str]


def address_of(site: Site, function: str, chart: str) -> str:
    """Return the address under which a function is moved, as the panel's link says it."""
    box = re.search(rf'xlink:href="([^"]+)"[^>]*xlink:title="{function}"', site.page())
    assert box
    panel = site.get(unescape(box[1])).text
    link = re.search(r'href="([^"]+)" data-move', panel)
    assert link
    return f"{unescape(link[1])}&chart={chart}"


def hidden(form: str) -> Hidden:
    return dict(re.findall(r'type="hidden" name="([\w.]+)" value="([^"]*)"', form))


def opened(site: Site, function: str, chart: str) -> tuple[str, Hidden]:
    """Return the address to which a move is sent, and what its form sends of itself."""
    address = address_of(site, function, chart)
    return address, hidden(site.get(address).text)


def send(site: Site, address: str, said: Hidden, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named |= {"Origin": site.origin}
    return site.client.post(address, base_url=site.origin, data=said, headers=named)


def words(answer: TestResponse) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def edit(site: Site, old: str, new: str) -> None:
    text = site.path.read_text()
    assert old in text
    site.path.write_text(text.replace(old, new))


def test_the_form_is_a_page_of_its_own(site: Site):
    page = site.get(address_of(site, "Counter", "after"))

    assert page.status_code == 200
    assert "<title>Move Counter · orgdesign</title>" in page.text
    assert "Now: I never wait longer than two minutes" in words(page)


def test_the_form_comes_alone_for_the_script(site: Site):
    form = site.get(address_of(site, "Counter", "after"), HX_Request="true").text

    assert "<title>" not in form
    assert form.strip().startswith("<form")


def test_a_function_moves_to_another_outcome_by_one_word_of_the_file(site: Site):
    before = site.path.read_text()
    address, said = opened(site, "Counter", "after")

    answer = send(site, address, said | {"outcome": "desired"})

    assert answer.status_code == 303
    assert site.path.read_text() == before.replace(
        "{outcome: quick, contribution: Two", "{outcome: desired, contribution: Two"
    )
    assert "Counter now serves “Fresh bread every morning before work”" in words(
        site.get(answer.location.removesuffix("#panel"))
    )


def test_a_function_moves_under_another_by_one_word_of_the_file(site: Site):
    before = site.path.read_text()
    address, said = opened(site, "Bookkeeping", "before")

    answer = send(site, address, said | {"reports_to": "counter"})

    assert answer.status_code == 303
    assert site.path.read_text() == before.replace(
        "name: Bookkeeping\n    reports_to: baking", "name: Bookkeeping\n    reports_to: counter"
    )


def test_a_function_moves_to_the_top(site: Site):
    before = site.path.read_text()
    address, said = opened(site, "Bookkeeping", "before")

    send(site, address, said | {"reports_to": ""})

    assert site.path.read_text() == before.replace(
        "name: Bookkeeping\n    reports_to: baking", "name: Bookkeeping"
    )
    assert "Bookkeeping now stands at the top" in site.page()


def test_a_function_can_serve_no_outcome_again(site: Site):
    address, said = opened(site, "Counter", "after")

    send(site, address, said | {"outcome": ""})

    assert "alignment: {contribution: Two tills from six to nine" in site.path.read_text()


def test_an_outcome_that_is_served_is_no_longer_a_further_one(site: Site):
    address, said = opened(site, "Baking", "after")

    send(site, address, said | {"outcome": "quick"})

    assert "alignment: {outcome: quick, contribution: Bakes twice" in site.path.read_text()
    assert "also:" not in site.path.read_text()


def test_the_script_gets_the_parts_that_changed(site: Site):
    address, said = opened(site, "Counter", "after")

    answer = send(site, address, said | {"outcome": "desired"}, HX_Request="true")

    assert answer.status_code == 200
    assert '<hx-partial hx-target="#after-sheet"' in answer.text
    assert "Saved. Counter now serves “Fresh bread every morning before work”." in words(answer)


def test_a_move_sent_twice_is_made_once(site: Site):
    address, said = opened(site, "Counter", "after")
    send(site, address, said | {"outcome": "desired"})
    edit(site, "{outcome: desired, contribution: Two", "{outcome: quick, contribution: Two")

    answer = send(site, address, said | {"outcome": "desired"})

    assert answer.status_code == 303
    assert "{outcome: quick, contribution: Two" in site.path.read_text()


def test_a_move_is_undone(site: Site):
    before = site.path.read_text()
    address, said = opened(site, "Counter", "after")
    send(site, address, said | {"outcome": "desired"})
    page = site.page()
    base = re.search(r'name="base" value="(\w+)"', page)
    undo = re.search(r'action="([^"]+/undo[^"]*)"', page)
    assert base
    assert undo

    send(site, unescape(undo[1]), {"base": base[1]})

    assert site.path.read_text() == before


@pytest.mark.parametrize(
    ("function", "to", "why"),
    [
        ("Baking", "baking", "Baking cannot report to itself."),
        ("Baking", "counter", "Baking cannot report to Counter, which reports to Baking."),
        ("Baking", "tills", "Baking cannot report to Tills, which reports to it through Counter."),
    ],
)
def test_a_circle_is_refused_in_words(site: Site, function: str, to: str, why: str):
    edit(site, "  books:\n", "  tills: {name: Tills, reports_to: counter}\n  books:\n")
    before = site.path.read_text()
    address, said = opened(site, function, "before")

    answer = send(site, address, said | {"reports_to": to})

    assert answer.status_code == 422
    assert f"{why} Nothing was moved." in words(answer)
    assert site.path.read_text() == before


@pytest.mark.parametrize(
    ("function", "chart", "said", "why"),
    [
        ("Counter", "after", {"outcome": "quick"}, "Counter serves this already."),
        ("Bookkeeping", "after", {"outcome": ""}, "Bookkeeping serves no outcome now."),
        ("Counter", "before", {"reports_to": "baking"}, "Counter reports to Baking already."),
        ("Baking", "before", {"reports_to": ""}, "Baking is at the top already."),
    ],
)
def test_a_move_to_where_it_is_says_so(
    site: Site, function: str, chart: str, said: Hidden, why: str
):
    before = site.path.read_text()
    address, form = opened(site, function, chart)

    answer = send(site, address, form | said, HX_Request="true")

    assert answer.status_code == 200
    assert why in words(answer)
    assert site.path.read_text() == before


def test_an_outcome_that_is_gone_is_told(site: Site):
    address, said = opened(site, "Counter", "after")

    answer = send(site, address, said | {"outcome": "gone"})

    assert answer.status_code == 422
    assert "That outcome is no longer in the file. Choose another." in words(answer)


def test_both_sides_are_shown_where_it_was_moved_elsewhere_meanwhile(site: Site):
    address, said = opened(site, "Counter", "after")
    edit(site, "{outcome: quick, contribution: Two", "{outcome: desired, contribution: Two")
    before = site.path.read_text()

    answer = send(site, address, said | {"outcome": ""})

    assert answer.status_code == 409
    assert "Yours Nothing Theirs now Fresh bread every morning before work" in words(answer)
    assert site.path.read_text() == before


def test_what_others_changed_elsewhere_is_kept(site: Site):
    address, said = opened(site, "Counter", "after")
    edit(site, "headcount: 3", "headcount: 5")

    answer = send(site, address, said | {"outcome": "desired"})

    assert answer.status_code == 303
    assert "headcount: 5" in site.path.read_text()
    assert "{outcome: desired, contribution: Two" in site.path.read_text()


def test_a_function_that_is_gone_is_told(site: Site):
    address, said = opened(site, "Bookkeeping", "before")
    start = site.path.read_text().index("  books:\n")
    end = site.path.read_text().index("roles:\n")
    edit(site, site.path.read_text()[start:end], "")

    answer = send(site, address, said | {"reports_to": "counter"})

    assert answer.status_code == 409
    assert "This is no longer in the file" in words(answer)
    assert site.get(address).status_code == 404


def test_nothing_is_moved_while_the_file_has_problems(site: Site):
    address, said = opened(site, "Counter", "after")
    edit(site, "accountable: owner\n    alignment: {outcome: quick", "alignment: {outcome: quik")
    before = site.path.read_text()

    answer = send(site, address, said | {"outcome": "desired"})

    assert answer.status_code == 409
    assert "has problems at the moment, so nothing was saved" in words(answer)
    assert site.path.read_text() == before


def test_boxes_stand_for_the_outcome_that_they_are_under(site: Site):
    form = site.get(address_of(site, "Bookkeeping", "after"), HX_Request="true").text

    options = dict(re.findall(r'<option value="(\w*)" data-boxes="([^"]*)"', form))
    assert options == {
        "desired": "desired function-baking",
        "quick": "outcome-quick function-counter also-quick-baking",
        "": "unaligned function-books",
    }
