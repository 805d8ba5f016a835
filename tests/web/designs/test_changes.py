"""Each kind of change has a form, and stands in the file as one readable line."""

from __future__ import annotations

import re

import pytest

from orgdesign.designs.comparison import SENTENCES
from orgdesign.web.designs.change_kinds import GROUPS, KINDS
from orgdesign.yamlfile.schema.designs import CHANGE_SHAPES
from tests.web.conftest import BAKERY, Said
from tests.web.designs.conftest import DESIGN, Drawing

ADDED: list[tuple[str, str, Said, str]] = [
    (
        "move",
        "",
        {"function": "books", "reports_to": ""},
        "{change: move, function: books, phase: spring}",
    ),
    (
        "add",
        "",
        {"name": "Night shift", "reports_to": "baking", "headcount": "2", "measures": ["sold-out"]},
        "{change: add, function: night-shift, name: Night shift, reports_to: baking, "
        "measures: [sold-out], headcount: 2, phase: spring}",
    ),
    (
        "rename",
        "function:books",
        {"name": "Money"},
        "{change: rename, function: books, name: Money, phase: spring}",
    ),
    (
        "merge",
        "",
        {"functions": ["counter", "books"], "name": "Front of house"},
        "{change: merge, functions: [counter, books], into: front-of-house, "
        "name: Front of house, phase: spring}",
    ),
    (
        "merge",
        "",
        {"functions": ["counter", "books"], "into": "counter", "owner": "owner"},
        "{change: merge, functions: [counter, books], into: counter, phase: spring, owner: owner}",
    ),
    (
        "split",
        "",
        {
            "function": "baking",
            "into-0-name": "Bread",
            "into-0-alignment-outcome": "quick",
            "into-1-name": "Cake",
            "into-1-reports_to": "counter",
        },
        "{change: split, function: baking, into: {bread: {name: Bread, "
        "alignment: {outcome: quick}}, cake: {name: Cake, reports_to: counter}}, phase: spring}",
    ),
    (
        "retire",
        "",
        {"function": "counter", "reports_to": "baking"},
        "{change: retire, function: counter, reports_to: baking, phase: spring}",
    ),
    (
        "align",
        "function:counter",
        {"alignment-contribution": "A third till on Saturdays"},
        "{change: align, function: counter, alignment: {outcome: quick, "
        "contribution: A third till on Saturdays, link: direct}, phase: spring}",
    ),
    (
        "appoint",
        "",
        {"function": "books", "accountable": "owner"},
        "{change: appoint, function: books, accountable: owner, phase: spring}",
    ),
    (
        "add-role",
        "",
        {"title": "Shop Manager", "function": "counter", "decides": "Opening hours\r\nOffers"},
        "{change: add-role, role: shop-manager, title: Shop Manager, function: counter, "
        "decides: [Opening hours, Offers], phase: spring}",
    ),
    (
        "change-role",
        "role:owner",
        {"purpose": "Bread for all"},
        "{change: change-role, role: owner, purpose: Bread for all, phase: spring}",
    ),
    (
        "move-role",
        "",
        {"role": "owner", "function": "counter"},
        "{change: move-role, role: owner, function: counter, phase: spring}",
    ),
    (
        "retire-role",
        "",
        {"role": "owner"},
        "{change: retire-role, role: owner, phase: spring}",
    ),
    (
        "change-measure",
        "measure:sold-out",
        {"target": "2.5"},
        "{change: change-measure, measure: sold-out, target: 2.5, phase: spring}",
    ),
    (
        "reward",
        "role:owner",
        {"rewarded_for.measure": ["sold-out"], "rewarded_for.weight": ["30"]},
        "{change: reward, role: owner, rewarded_for: [{measure: sold-out, weight: 30}], "
        "phase: spring}",
    ),
]


@pytest.mark.parametrize(("kind", "of", "typed", "line"), ADDED, ids=lambda one: str(one)[:30])
def test_a_change_of_any_kind_becomes_a_line_of_its_phase(
    drawing: Drawing, kind: str, of: str, typed: Said, line: str
) -> None:
    part, _, id_ = of.partition(":")
    given = f"&{part}={drawing.key(part, id_)}" if of else ""
    more = f"&phase={drawing.phase('spring')}{given}"
    assert drawing.new(kind, more, **typed) == []
    last = "      - {change: retire, function: books, phase: autumn}\n"
    assert drawing.text == DESIGN.replace(last, f"      - {line}\n{last}")


def test_todays_functions_stay_byte_for_byte_as_they_are(drawing: Drawing) -> None:
    drawing.new("retire", function="counter")
    drawing.way("Remove: Counter is now called Shop.")
    assert drawing.site.path.read_text(encoding="utf-8").startswith(BAKERY)


def test_a_form_offers_only_what_there_is_at_that_point(drawing: Drawing) -> None:
    in_spring = drawing.page(f"/changes/new?change=move&phase={drawing.phase('spring')}")
    in_autumn = drawing.page(f"/changes/new?change=move&phase={drawing.phase('autumn')}")
    assert ">Bookkeeping<" in in_spring
    assert ">Bookkeeping<" not in in_autumn
    assert ">Shop<" in in_spring


def test_a_change_that_cannot_be_made_is_told_and_not_written(drawing: Drawing) -> None:
    told = drawing.new("move", function="baking", reports_to="counter")
    assert told == [
        "422",
        "Baking cannot report to Shop, which is Baking itself or reports to it; "
        "move that one first. Nothing was saved.",
    ]
    assert drawing.text == DESIGN


def test_a_form_that_lacks_something_comes_back_with_what_was_typed(drawing: Drawing) -> None:
    sheet = drawing.sheet(f"{drawing.at}/changes/new?change=merge")
    typed: Said = {"functions": ["counter", "baking"], "name": ""}
    answer = drawing.site.post(sheet.address, {**sheet.said(), **typed})
    assert answer.status_code == 422
    assert "Write something: it is needed." in answer.text
    assert answer.text.count(" checked") == 2


def test_a_role_changes_only_in_what_was_typed(drawing: Drawing) -> None:
    told = drawing.new("change-role", f"&role={drawing.key('role', 'owner')}")
    assert told == ["422", "Nothing is different yet: change at least one thing below."]


def test_what_a_change_is_of_is_asked_first_where_its_form_starts_from_it(drawing: Drawing) -> None:
    page = drawing.page("/changes/new?change=rename")
    assert f'value="{drawing.key("function", "counter")}">Shop</option>' in page
    assert "Next" in page


def form_of(drawing: Drawing, sentence: str) -> str:
    html = drawing.page()
    before = html.split(f'aria-label="Edit: {sentence}')[0]
    return before.rpartition('href="')[2].partition('"')[0]


def test_an_edit_changes_one_value_of_the_line(drawing: Drawing) -> None:
    sheet = drawing.sheet(form_of(drawing, "Bookkeeping moves from Baking to Counter."))
    assert drawing.send(sheet.address, sheet.said(reports_to="")) == []
    assert drawing.text == DESIGN.replace("reports_to: counter, ", "")


def test_a_split_can_get_a_third_part_and_lose_one(drawing: Drawing) -> None:
    parts: Said = {"into-0-name": "Wages", "into-1-name": "Taxes"}
    drawing.new("split", f"&phase={drawing.phase('spring')}", function="books", **parts)
    address = form_of(drawing, "Bookkeeping becomes Wages and Taxes; nothing more")
    sheet = drawing.sheet(address)
    said = {**sheet.said(), "into-0-name": "", "into-2-name": "Invoices", "into-2-headcount": "1"}
    assert drawing.send(sheet.address, said) == []
    assert "into: {taxes: {name: Taxes}, invoices: {name: Invoices, headcount: 1}}" in drawing.text


def test_merged_functions_stand_where_the_highest_of_them_stood(drawing: Drawing) -> None:
    drawing.new("move", f"&phase={drawing.phase('spring')}", function="baking", reports_to="")
    drawing.new("merge", functions=["counter", "baking"], name="Bread")
    assert "functions: [baking, counter]" in drawing.text


def test_an_edit_keeps_the_order_of_what_is_merged(drawing: Drawing) -> None:
    path = drawing.site.path
    line = "      - {change: merge, functions: [counter, baking], into: bread, name: Bread}\n"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    sheet = drawing.sheet(form_of(drawing, "Counter and Baking become one: Bread."))
    assert drawing.send(sheet.address, sheet.said(name="Good bread")) == []
    assert drawing.text == DESIGN + line.replace("name: Bread", "name: Good bread")


def test_two_edits_of_the_same_value_are_both_shown(drawing: Drawing) -> None:
    sheet = drawing.sheet(form_of(drawing, "Counter is now called Shop."))
    text = drawing.site.path.read_text(encoding="utf-8")
    drawing.site.path.write_text(text.replace("name: Shop,", "name: Store,"), encoding="utf-8")
    answer = drawing.site.post(sheet.address, sheet.said(name="Front"))
    assert answer.status_code == 409

    assert re.search(r"Theirs now</dt><dd>Store\s", answer.text)


def test_an_edit_finds_its_change_when_others_were_added_above(drawing: Drawing) -> None:
    sheet = drawing.sheet(form_of(drawing, "Counter is now called Shop."))
    drawing.site.path.write_text(
        (BAKERY + DESIGN).replace(
            "      # Book", "      - {change: retire-role, role: owner}\n      # Book"
        ),
        encoding="utf-8",
    )
    assert drawing.send(sheet.address, sheet.said(name="Front")) == []
    assert "{change: rename, function: counter, name: Front, phase: spring}" in drawing.text


def test_an_edit_of_a_change_that_is_gone_shows_what_was_typed(drawing: Drawing) -> None:
    sheet = drawing.sheet(form_of(drawing, "Counter is now called Shop."))
    drawing.way("Remove: Counter is now called Shop.")
    answer = drawing.site.post(sheet.address, sheet.said(name="Front"))
    assert answer.status_code == 409
    assert "<dd>Front</dd>" in answer.text


def test_every_kind_of_change_that_the_file_knows_can_be_chosen_and_is_told() -> None:
    offered = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted(offered) == sorted(KINDS) == sorted(SENTENCES) == sorted(CHANGE_SHAPES)
