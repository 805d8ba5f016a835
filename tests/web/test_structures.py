"""The charts page shows today, a design, or a design after a phase of it."""

from __future__ import annotations

import re

from tests.web.conftest import BAKERY, Site

DESIGNS = """\
designs:
  night:
    name: Night shift
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
      - {change: rename, function: books, name: Ledgers, phase: spring}
      - {change: move, function: counter, reports_to: books, phase: spring}
      - {change: retire, function: books, phase: autumn}
"""
SECOND = "  day: {name: Day shift}\n"


def designed(site: Site, designs: str = DESIGNS) -> None:
    site.path.write_text(f"{BAKERY}{designs}", encoding="utf-8")


def titles(page: str) -> list[str]:
    return re.findall(r"<figcaption>\s*<span[^>]*>(.*?)</span>", page)


def views(page: str) -> list[str]:
    return re.findall(r'data-view="(\w+)"', page)


def named(page: str, box: str) -> str:
    """Return what a box of the page says to a reader who hears it."""
    found = re.search(rf'id="{box}".*?<title>(.*?)</title>', page, re.DOTALL)
    return found[1] if found else ""


def followed(site: Site, page: str, words: str) -> str:
    return site.get(site.follow(page, words)).text


def test_the_only_design_of_a_file_is_what_comes_after(site: Site):
    designed(site)
    page = site.page()
    assert titles(page) == ["After: who serves which outcome (Night shift)"]
    assert 'id="after-function-books"' not in page


def test_with_two_designs_it_is_today_until_one_is_chosen(site: Site):
    designed(site, DESIGNS + SECOND)
    page = site.page()
    assert titles(page) == ["After: who serves which outcome"]
    assert titles(followed(site, page, "Day shift")) == [
        "After: who serves which outcome (Day shift)"
    ]


def test_without_a_design_there_is_nothing_to_choose(site: Site):
    assert "Structure shown" not in site.page()


def test_a_phase_is_shown_as_it_is_when_it_is_done(site: Site):
    designed(site)
    page = followed(site, site.page(), "After Spring")
    assert named(page, "after-function-books").startswith("Ledgers")


def test_the_changes_stand_in_the_reporting_lines_of_the_design(site: Site):
    designed(site)
    page = followed(site, followed(site, site.page(), "After Spring"), "Changes")
    assert views(page) == ["changes"]
    assert named(page, "changes-function-counter").startswith("Counter. → Moved from Baking")
    assert named(page, "changes-ghost-counter") == "Counter. → Moved to Ledgers"
    assert "2 functions change." in titles(page)[0]


def test_what_stays_is_at_one_place_before_and_after(site: Site):
    designed(site)
    page = followed(site, site.page(), "After Spring")
    before, after = followed(site, page, "Before"), followed(site, page, "Reporting lines")
    place = r'id="{}-branch-function-books" class="branch" x="([\d.]+)" y="([\d.]+)"'
    old, new = (
        re.search(place.format("before"), before),
        re.search(place.format("reporting"), after),
    )
    assert old
    assert new
    assert old.groups() == new.groups()


def test_today_has_no_changes_to_show(site: Site):
    designed(site)
    page = followed(site, followed(site, site.page(), "Changes"), "Today")
    assert views(page) == ["after"]
    assert views(site.page("?structure=today&view=changes")) == ["after"]


def test_a_function_says_what_the_design_changes_for_it_and_has_no_form_of_today(site: Site):
    designed(site)
    page = followed(site, site.page(), "After Spring")
    box = re.search(r'id="after-function-counter".*?href="([^"]*)"', page, re.DOTALL)
    assert box
    panel = site.get(box[1].replace("&amp;", "&")).text.partition('id="panel"')[2]
    assert "Counter reports to Ledgers, until now to Baking." in panel
    assert "data-form" not in panel
    assert "data-form" in followed(site, panel, "Edit it as it is today")


def test_a_function_that_ends_can_still_be_asked_what_becomes_of_it(site: Site):
    designed(site)
    page = followed(site, site.page(), "Changes")
    ghost = re.search(r'id="changes-ghost-books".*?href="([^"]*)"', page, re.DOTALL)
    assert ghost
    panel = site.get(ghost[1].replace("&amp;", "&")).text.partition('id="panel"')[2]
    assert "Bookkeeping ends" in panel


def test_the_structure_is_kept_from_answer_to_answer_without_naming_it(site: Site):
    designed(site)
    page = followed(site, followed(site, site.page(), "After Spring"), "Side by side")
    addresses = re.findall(r'href="([^"]*)"', page)
    assert not any("night" in address or "spring" in address for address in addresses)
    answer = site.get(f"{site.address}?{site.fields(page)}&show=all", HX_Request="true").text
    assert "After Spring" in answer
    assert re.search(r'name="structure" value="\w{16}"', answer)


def test_a_page_follows_the_file_and_keeps_its_structure(site: Site):
    designed(site)
    page = followed(site, site.page(), "After Spring")
    designed(site, DESIGNS.replace("Ledgers", "Accounts"))
    answer = site.get(f"{site.address}/live?{site.fields(page)}", HX_Request="true").text
    assert named(answer, "after-function-books").startswith("Accounts")


def test_a_design_that_has_gone_shows_today(site: Site):
    designed(site)
    page = followed(site, site.page(), "After Spring")
    site.path.write_text(BAKERY, encoding="utf-8")
    answer = site.get(f"{site.address}/live?{site.fields(page)}", HX_Request="true").text
    assert named(answer, "after-function-books").startswith("Bookkeeping")


def test_changes_that_cannot_be_made_are_told_with_their_lines(site: Site):
    designed(
        site, f"{DESIGNS}      - {{change: rename, function: books, name: B, phase: autumn}}\n"
    )
    page = site.page()
    assert "1 change of this design cannot be made, and is left out" in page
    assert "has been retired" in page


def test_a_large_chart_is_unfolded_down_to_what_changes(site: Site):
    leaves = "\n".join(
        f"  f{number}: {{name: F{number}, reports_to: {'counter' if number < 60 else 'f1'}}}"
        for number in range(120)
    )
    text = BAKERY.replace("roles:\n", f"{leaves}\nroles:\n")
    move = "{change: move, function: f100, reports_to: f2}"
    site.path.write_text(f"{text}designs: {{one: {{name: One, changes: [{move}]}}}}\n", "utf-8")
    page = followed(site, site.page(), "Changes")
    assert 'id="changes-ghost-f100"' not in page
    opened = followed(site, page, "Unfold what changes")
    assert 'id="changes-ghost-f100"' in opened
    assert "Unfold what changes" not in opened


PHASED = """\
designs:
  night:
    name: Night shift
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
      - {change: add, function: ovens, name: Ovens, reports_to: baking, phase: spring}
      - {change: retire, function: counter, phase: autumn}
"""


def test_what_stays_is_at_one_place_from_phase_to_phase(site: Site):
    designed(site, PHASED)
    place = re.compile(r'id="reporting-branch-function-ovens" class="branch" x="([\d.]+)"')
    lines = followed(site, site.page(), "Reporting lines")
    phases = ("After Spring", "After Autumn", "All of it")
    places = [place.search(followed(site, lines, phase)) for phase in phases]
    assert len({found[1] if found else "" for found in places}) == 1
    assert all(places)
