"""The road map of a design: the chart after each phase, what happens in it, how scores move."""

from __future__ import annotations

import re
from html import unescape

from tests.web.conftest import BAKERY
from tests.web.designs.conftest import DESIGN, Drawing


def places(html: str) -> dict[str, str]:
    """Where each function is drawn, in its branch."""
    found = re.findall(
        r'<svg id="walk-branch-[^"]*"[^>]*? x="([\d.]+)" y="([\d.]+)".*?id="walk-(function-\w+)"',
        html,
        re.DOTALL,
    )
    return {box: f"{x} {y}" for x, y, box in found}


def boxes(html: str) -> set[str]:
    return set(re.findall(r'id="walk-function-(\w+)" class="node', html))


def score(html: str, name: str) -> list[str]:
    row = re.search(rf"</svg> {name}</th>(.*?)</tr>", html, re.DOTALL)
    assert row
    return re.sub(r"<[^>]*>", " ", row[1]).split()


def test_the_chart_after_each_phase_has_the_functions_of_then(drawing: Drawing):
    found = [boxes(drawing.page(f"/road-map?step={step}")) for step in range(3)]
    assert found == [{"baking", "counter", "books"}] * 2 + [{"baking", "counter"}]


def test_the_end_is_shown_first(drawing: Drawing):
    assert 'aria-valuetext="After Autumn"' in drawing.page("/road-map")


def test_an_unknown_step_shows_the_end(drawing: Drawing):
    assert 'aria-valuetext="After Autumn"' in drawing.page("/road-map?step=99")


def test_each_step_has_a_link(drawing: Drawing):
    page = drawing.page("/road-map")
    spring = drawing.site.get(drawing.site.follow(page, "After Spring")).text
    assert "After Spring: 2 changes, from 2026-03-01" in spring


def test_what_stays_keeps_its_place(drawing: Drawing):
    today, end = (drawing.page(f"/road-map?step={step}") for step in (0, 2))
    assert places(today)
    assert {each: places(today)[each] for each in places(end)} == places(end)


def test_a_walking_browser_gets_only_what_is_new(drawing: Drawing):
    answer = drawing.site.get(f"{drawing.at}/road-map?step=1", HX_Request="true").text
    assert re.findall(r'hx-target="#([\w-]+)"', answer) == ["walk-sheet", "walk-title", "stops"]
    assert "<html" not in answer


def test_scores_are_told_step_by_step(drawing: Drawing):
    page = drawing.page("/road-map")
    assert score(page, "Serve a customer outcome") == ["67%", "67%", "100%"]


def test_a_change_says_what_must_be_made_first(drawing: Drawing):
    lead = "      - {change: add-role, role: lead, title: Shop Lead, phase: spring}\n"
    appoint = "      - {change: appoint, function: counter, accountable: lead, phase: autumn}\n"
    drawing.site.path.write_text(BAKERY + DESIGN + lead + appoint, encoding="utf-8")
    assert "Needs first: Shop Lead is a new role." in unescape(drawing.page("/road-map"))


def test_a_change_that_comes_too_early_is_told_at_its_line(drawing: Drawing):
    lead = "      - {change: add-role, role: lead, title: Shop Lead, phase: autumn}\n"
    appoint = "      - {change: appoint, function: counter, accountable: lead, phase: spring}\n"
    drawing.site.path.write_text(BAKERY + DESIGN + lead + appoint, encoding="utf-8")
    page = unescape(drawing.page("/road-map"))
    assert "Cannot be made:" in page
    line = (BAKERY + DESIGN + lead).count("\n") + 1
    assert f">Line {line}</a>" in page


def test_a_design_without_phases_has_two_steps(drawing: Drawing):
    plain = "designs: {street: {name: Shop, changes: [{change: retire, function: books}]}}\n"
    drawing.site.path.write_text(BAKERY + plain, encoding="utf-8")
    stops = re.findall(r"<li><a [^>]*>(.*?)</a></li>", drawing.page("/road-map"))
    assert stops == ["Today", "With all changes"]


def drawn_names(drawing: Drawing, *names: str) -> list[str]:
    """What stands under the scores of a design with these phases."""
    phases = "".join(f"      p{at}: {{name: {name}}}\n" for at, name in enumerate(names))
    design = "designs:\n  street:\n    name: Shop\n    phases:\n" + phases + "    changes:\n"
    change = "      - {change: retire, function: books, phase: p0}\n"
    drawing.site.path.write_text(BAKERY + design + change, encoding="utf-8")
    drawn = re.search(r'<svg class="moving".*?</svg>', drawing.page("/road-map"), re.DOTALL)
    assert drawn
    return re.findall(r'<text [^>]*text-anchor="\w+">([^<%]*)</text>', drawn[0])


def test_names_that_have_room_stand_under_the_scores(drawing: Drawing):
    names = ["Today", "After One", "After Two", "After Three", "After Four"]
    assert drawn_names(drawing, "One", "Two", "Three", "Four") == names


def test_names_that_would_run_into_each_other_are_numbers_beside_the_table(drawing: Drawing):
    long = "Committee decides, appointments are made and the councils are heard"
    assert drawn_names(drawing, f'"{long}"', f'"{long} again"') == ["Today", "1", "2"]
    assert f'<th scope="col">1. After {long}</th>' in drawing.page("/road-map")


def test_no_address_holds_an_id_of_the_file(drawing: Drawing):
    addresses = re.findall(r'(?:href|action|hx-get)="([^"]*)"', drawing.page("/road-map"))
    assert not [each for each in addresses if re.search("books|counter|street|spring", each)]
