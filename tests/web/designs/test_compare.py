"""Any two structures beside each other: charts, what differs, and what it comes to."""

from __future__ import annotations

import re
from concurrent.futures import Future
from html import unescape

import pytest

from orgdesign.web.kit import findings
from tests.web.conftest import BAKERY, Site
from tests.web.designs.conftest import DESIGN, Drawing

ENDS = "\N{MINUS SIGN}"
BOOKS_END = f"{ENDS} ends Bookkeeping ends, with 1 person and a cost of 30,000 a year."
CLOSED = BAKERY.replace("  books:\n    name: Bookkeeping", "  books:\n    name: Accounts")


def told(html: str) -> list[str]:
    """What differs, as the list says it: the word and the sentence of each."""
    items = re.findall(r'<li id="said-\w+">(.*?)</li>', html, re.DOTALL)
    words = (re.sub(r"<[^>]*>", " ", each) for each in items)
    return [" ".join(unescape(each).split()) for each in words]


def compared(drawing: Drawing, query: str = "") -> str:
    return drawing.site.get(f"{drawing.list}/compare{query}").text


def chosen(html: str, name: str, words: str) -> str:
    """The value of a choice, by its words."""
    select = re.search(rf'<select[^>]*name="{name}">(.*?)</select>', html, re.DOTALL)
    assert select
    options = re.findall(r'<option value="(\w[\w-]*)"[^>]*>(.*?)</option>', select[1], re.DOTALL)
    return next(value for value, said in options if words in unescape(said))


def test_today_is_compared_with_the_first_design(drawing: Drawing):
    assert told(compared(drawing)) == [
        "≈ renamed Counter is renamed Shop. Spring",
        f"{BOOKS_END} Autumn",
    ]


def test_a_phase_is_compared_with_the_end(drawing: Drawing):
    page = compared(drawing)
    before = chosen(page, "before", "after Spring")
    assert told(compared(drawing, f"?before={before}")) == [BOOKS_END]


def test_each_sentence_leads_to_its_box(drawing: Drawing):
    page = compared(drawing)
    boxes = re.findall(r'href="#(box-\w+)"', page)
    assert len(boxes) == 2
    assert all(f'id="{each}"' in page for each in boxes)


def test_a_box_leads_to_what_is_said_of_it(drawing: Drawing):
    page = compared(drawing)
    said = set(re.findall(r'xlink:href="#(said-\w+)"', page))
    assert said == set(re.findall(r'<li id="(said-\w+)"', page))


def test_no_address_holds_an_id_of_the_file(drawing: Drawing):
    addresses = re.findall(r'(?:href|action)="([^"]*)"', compared(drawing, "?view=over"))
    assert not [each for each in addresses if re.search("books|counter|street|spring", each)]


def test_the_list_is_narrowed_to_a_kind(drawing: Drawing):
    assert told(compared(drawing, "?kind=removed")) == [f"{BOOKS_END} Autumn"]


def test_the_list_is_narrowed_to_a_phase(drawing: Drawing):
    phase = chosen(compared(drawing), "phase", "Spring")
    found = told(compared(drawing, f"?phase={phase}"))
    assert found == ["≈ renamed Counter is renamed Shop. Spring"]


def test_the_list_is_narrowed_to_an_outcome(drawing: Drawing):
    outcome = chosen(compared(drawing), "outcome", "I never wait")
    found = told(compared(drawing, f"?outcome={outcome}"))
    assert found == ["≈ renamed Counter is renamed Shop. Spring"]


def test_the_list_is_narrowed_to_a_role(drawing: Drawing):
    role = chosen(compared(drawing), "role", "Owner")
    found = told(compared(drawing, f"?role={role}"))
    assert found == ["≈ renamed Counter is renamed Shop. Spring"]


def test_charts_stand_side_by_side_or_one_over_the_other(drawing: Drawing):
    beside = re.findall(
        r'<figure class="figure" data-view="(\w+)"', compared(drawing, "?view=beside")
    )
    over = re.findall(r'<figure class="figure" data-view="(\w+)"', compared(drawing, "?view=over"))
    hung = re.findall(
        r'<figure class="figure" data-view="(\w+)"', compared(drawing, "?view=outcomes")
    )
    assert beside == ["before", "reporting"]
    assert over == ["before", "changes", "reporting"]
    assert hung == ["after", "after"]


def test_no_id_stands_twice_in_a_page(drawing: Drawing):
    for view in ("changes", "beside", "over", "outcomes"):
        ids = re.findall(r'\bid="([^"]+)"', compared(drawing, f"?view={view}"))
        assert len(ids) == len(set(ids)), view


def test_figures_say_before_after_and_difference_and_do_not_judge_what_only_ended(drawing: Drawing):
    row = re.search(r"Functions that serve a customer outcome</th>(.*?)</tr>", compared(drawing))
    assert row
    words = re.sub(r"<[^>]*>", " ", row[1]).split()
    assert words == ["67%", "100%", "+33", "points"]


def test_findings_that_go_away_are_listed(drawing: Drawing):
    page = compared(drawing)
    gone = page.partition("<h3>Go away</h3>")[2].partition("</section>")[0]
    assert "Bookkeeping serves no customer outcome." in gone


def test_an_older_version_can_be_compared(drawing: Drawing):
    compared(drawing)
    drawing.site.path.write_text(CLOSED + DESIGN, encoding="utf-8")
    page = compared(drawing)
    before = chosen(page, "before", "First seen")
    found = told(compared(drawing, f"?before={before}&after=today"))
    assert found == ["≈ renamed Bookkeeping is renamed Accounts."]


def test_a_version_with_problems_is_told_of(drawing: Drawing):
    compared(drawing)
    drawing.site.path.write_text("organization: 1\nfunctions: 3\n", encoding="utf-8")
    compared(drawing)
    drawing.site.path.write_text(BAKERY + DESIGN + "# more\n", encoding="utf-8")
    page = compared(drawing)
    older = set(re.findall(r'<option value="(\w+)"[^>]*>\d[^<]*</option>', page))
    answers = [drawing.site.get(f"{drawing.list}/compare?before={each}") for each in older]
    refused = [each for each in answers if each.status_code == 422]
    assert len(refused) == 1
    assert "That version of the file has problems" in refused[0].text


def test_another_file_of_the_folder_can_be_compared(folder_site: Site):
    (folder_site.path / "one.yaml").write_text(BAKERY, encoding="utf-8")
    (folder_site.path / "two.yaml").write_text(CLOSED, encoding="utf-8")
    first = re.search(r'href="(/o/\w+)"', folder_site.get("/").text)
    assert first
    page = folder_site.get(f"{first[1]}/designs/compare").text
    after = chosen(page, "after", "two.yaml")
    found = folder_site.get(f"{first[1]}/designs/compare?before=today&after={after}").text
    assert told(found) == ["≈ renamed Bookkeeping is renamed Accounts."]


def test_a_file_without_a_design_is_compared_with_itself(site: Site):
    page = site.get(f"{site.address}/designs/compare").text
    assert "Nothing differs." in page


def test_changes_that_cannot_be_made_are_told(drawing: Drawing):
    broken = DESIGN.replace("function: books, phase: autumn", "function: books, phase: spring")
    again = "      - {change: rename, function: books, name: Till, phase: autumn}\n"
    drawing.site.path.write_text(BAKERY + broken + again, encoding="utf-8")
    assert "Some changes cannot be made" in compared(drawing)


def test_the_findings_of_a_large_organisation_are_asked_for_once_the_page_is_there(
    drawing: Drawing, monkeypatch: pytest.MonkeyPatch
):
    said = re.search(r"<p><strong>.*?before, \d+ after\.</p>", compared(drawing))
    assert said
    monkeypatch.setattr(findings, "MOST_AT_ONCE", 0)
    with monkeypatch.context() as slow:
        slow.setattr(Future, "done", lambda _: False)
        page = compared(drawing, "?view=changes")
        asks = re.search(r'data-asks="([^"]*)"', page)
        assert asks
        assert drawing.site.get(unescape(asks[1])).status_code == 204
        assert said[0] in compared(drawing, "?findings=1")
    assert said[0] in drawing.site.get(unescape(asks[1])).text
