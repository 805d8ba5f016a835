"""Everything in the file has a form: it can be added, edited and removed, and nothing is lost."""

import re

import pytest

from tests.on_disk import on_disk
from tests.web.conftest import Site
from tests.web.parts.conftest import blank, listed, opened, sheet, text
from tests.web.test_organisation import words


@pytest.mark.parametrize(
    ("section", "title"),
    [
        ("outcomes", "I never wait longer than two minutes"),
        ("functions", "Bookkeeping"),
        ("roles", "Owner"),
        ("measures", "Mornings sold out by eight"),
        ("journey", "Buys bread"),
        ("handoffs", "Baking → Counter"),
    ],
)
def test_each_part_is_listed_and_its_form_alone_changes_nothing(
    site: Site, section: str, title: str
):
    form, before = opened(site, section, title), on_disk(site.path)

    answer = site.post(form.address, form.said())

    assert answer.status_code == 303
    assert on_disk(site.path) == before


@pytest.mark.parametrize(
    ("section", "title", "typed", "old", "new"),
    [
        ("outcomes", "Fresh bread", {"customer": "All"}, "People on their way to work", "All"),
        ("functions", "Counter", {"alignment-link": "enabling"},
         "six to nine, link: direct", "six to nine, link: enabling"),
        ("roles", "Owner", {"holder": ""}, ", holder: J. Sato", ""),
        ("measures", "Mornings", {"target": "4.5"}, "target: 5", "target: 4.5"),
        ("journey", "Buys bread", {"functions": ["counter"]}, "[baking, counter]", "[counter]"),
        ("handoffs", "Baking", {"passes": "Hot bread"}, "Warm bread", "Hot bread"),
    ],
)  # fmt: skip
def test_an_edit_changes_just_that(
    site: Site, section: str, title: str, typed: dict[str, str], old: str, new: str
):
    form, before = opened(site, section, title), text(site)

    answer = site.post(form.address, form.said(**typed))

    assert answer.status_code == 303
    assert text(site) == before.replace(old, new)


@pytest.mark.parametrize(
    ("section", "typed", "written"),
    [
        ("outcomes", {"statement": "It's still warm", "under": "quick"}, "its-still-warm"),
        ("functions", {"name": "Delivery", "reports_to": "baking"}, "reports_to: baking"),
        ("roles", {"title": "Baker", "vacant": "yes"}, "vacant: true"),
        ("measures", {"name": "Waiting", "baseline": "012"}, "baseline: 12"),
        ("journey", {"name": "Eats bread"}, "eats-bread"),
        ("handoffs", {"from": "counter", "to": "books"}, "counter-to-bookkeeping"),
    ],
)
def test_a_part_is_added_with_an_id_of_its_words(
    site: Site, section: str, typed: dict[str, str], written: str
):
    form = blank(site, section)

    answer = site.post(form.address, form.said(**typed))

    assert answer.status_code == 303
    assert written in text(site)
    assert "New" in words(listed(site, section))  # what Undo would take back


def test_a_new_id_is_none_that_a_design_makes(site: Site):
    made = "      - {change: add-role, role: baker, title: Baker}\n"
    site.path.write_text(text(site).replace("assessment:", f"{made}assessment:"))
    form = blank(site, "roles")

    answer = site.post(form.address, form.said(title="Baker"))

    assert answer.status_code == 303
    assert "baker-2" in text(site)


def test_a_second_click_on_add_adds_once(site: Site):
    form = blank(site, "roles")

    for _ in range(2):
        site.post(form.address, form.said(title="Baker"))

    assert text(site).count("title: Baker") == 1


def test_a_new_part_must_say_what_it_needs(site: Site):
    form, before = blank(site, "handoffs"), text(site)

    answer = site.post(form.address, {**form.said(passes="Flour"), "from": "baking"})

    assert answer.status_code == 422
    assert "Choose one: it is needed." in words(answer.text)
    assert sheet(answer.text).said()["passes"] == ["Flour"]
    assert text(site) == before


def test_what_cannot_stand_is_said_beside_its_field(site: Site):
    form, before = opened(site, "measures", "Mornings"), text(site)

    answer = site.post(form.address, form.said(target="5,5", unit="loaves"))

    assert answer.status_code == 422
    assert re.search(
        r'id="note-target" class="field-error">.*write it with a point: 5.5', answer.text
    )
    assert sheet(answer.text).said()["unit"] == ["loaves"]
    assert text(site) == before


def test_rewards_are_measures_with_weights(site: Site):
    form = opened(site, "roles", "Owner")
    said = {**form.said(), "rewarded_for.measure": ["sold-out", ""],
            "rewarded_for.weight": ["40", ""]}  # fmt: skip

    site.post(form.address, said)
    again = opened(site, "roles", "Owner")

    assert re.search(r"rewarded_for:.*measure: sold-out, weight: 40", text(site))
    before = on_disk(site.path)
    site.post(again.address, again.said(rewarded_for__weight=["40", "", "", ""]))
    assert on_disk(site.path) == before


def test_a_weight_without_its_measure_is_kept_and_told(site: Site):
    form, before = opened(site, "roles", "Owner"), text(site)
    said = {**form.said(), "rewarded_for.measure": [""], "rewarded_for.weight": ["40"]}

    answer = site.post(form.address, said)

    assert answer.status_code == 422
    assert "Choose a measure of the file for each weight." in words(answer.text)
    assert 'value="40"' in sheet(answer.text).html
    assert text(site) == before


def test_what_is_ticked_keeps_the_order_of_the_file(site: Site):
    site.path.write_text(text(site).replace("[baking, counter]", "[counter, baking]"))
    form, before = opened(site, "journey", "Buys bread"), text(site)

    site.post(form.address, form.said(functions=["baking", "counter", "books"]))

    assert text(site) == before.replace("[counter, baking]", "[counter, baking, books]")


def test_a_wrong_weight_is_said_beside_the_rewards(site: Site):
    form = opened(site, "roles", "Owner")
    said = {**form.said(), "rewarded_for.measure": ["sold-out"], "rewarded_for.weight": ["140"]}

    answer = site.post(form.address, said)

    assert answer.status_code == 422
    assert "140 is too large; write 100 or less." in words(answer.text)


def test_an_outcome_that_a_function_serves_is_no_further_one(site: Site):
    form = opened(site, "functions", "Baking")

    site.post(form.address, form.said(**{"alignment-outcome": "quick"}))

    assert "{outcome: quick, contribution: Bakes twice a night, link: direct}" in text(site)


def test_an_outcome_moves_under_another_with_all_that_it_says(site: Site):
    form = blank(site, "outcomes")
    site.post(form.address, form.said(statement="It is still warm", under="desired"))
    form = opened(site, "outcomes", "It is still warm")

    site.post(form.address, form.said(under="quick", customer="Cyclists"))

    nested = r"quick:\n.*?outcomes:\s+it-is-still-warm:\s+\{?statement: It is still warm"
    assert re.search(nested, text(site), re.DOTALL)
    assert "Cyclists" in text(site)


def test_an_outcome_is_not_offered_to_itself(site: Site):
    form = opened(site, "outcomes", "I never wait")

    assert 'value="quick"' not in re.sub(r"<input[^>]*>", "", form.html)


def test_both_sides_of_a_conflict_are_shown(site: Site):
    form = opened(site, "roles", "Owner")
    site.path.write_text(text(site).replace("title: Owner", "title: Proprietor"))

    answer = site.post(form.address, form.said(title="Master baker"))

    assert answer.status_code == 409
    assert "Yours Master baker Theirs now Proprietor" in words(answer.text)
    mine = sheet(answer.text)
    assert site.post(mine.address, mine.said()).status_code == 303
    assert "title: Master baker" in text(site)


def test_a_part_removed_meanwhile_leaves_what_was_typed_on_the_page(site: Site):
    form = opened(site, "handoffs", "Baking → Counter")
    site.path.write_text(re.sub(r"  oven-to-till.*\n", "", text(site)))

    answer = site.post(form.address, form.said(passes="Rolls"))

    assert answer.status_code == 409
    assert "Rolls" in words(answer.text)


def test_an_unknown_section_or_part_is_not_there(site: Site):
    assert site.get(f"{site.address}/parts/secrets").status_code == 404
    assert site.get(f"{site.address}/parts/roles/0123").status_code == 404


def test_a_role_and_a_measure_are_made_on_the_spot(site: Site):
    form = opened(site, "handoffs", "Baking → Counter")

    answer = site.post(
        form.address,
        form.said(accountable="+", accountable__new="Head baker", measure="+",
                  measure__new="Loaves dropped"),
    )  # fmt: skip

    assert answer.status_code == 303
    assert "accountable: head-baker" in text(site)
    assert "measure: loaves-dropped" in text(site)
    assert re.search(r"head-baker:\s+\{?title: Head baker", text(site))


def test_an_outcome_is_made_while_a_function_is_added(site: Site):
    form = blank(site, "functions")

    site.post(
        form.address,
        form.said(name="Vans", **{"alignment-outcome": "+", "alignment-outcome.new": "It comes"}),
    )

    assert "outcome: it-comes" in text(site)
    assert "statement: It comes" in text(site)


def test_what_is_made_on_the_spot_needs_its_words(site: Site):
    form, before = opened(site, "handoffs", "Baking → Counter"), text(site)

    answer = site.post(form.address, form.said(accountable="+", passes="Hot bread"))

    assert answer.status_code == 422
    assert "Write the title of the new role, or choose one." in words(answer.text)
    assert sheet(answer.text).said()["passes"] == ["Hot bread"]
    assert text(site) == before


def test_what_is_found_about_a_role_stands_over_its_form(site: Site):
    text = site.path.read_text()
    pay = "Good bread for the street, rewarded_for: [{measure: sales}]"
    sales = "measures:\n  sales: {name: Sales, kind: company, works_against: [sold-out]}\n"
    text = text.replace("Good bread for the street", pay).replace("\nmeasures:\n", f"\n{sales}")
    site.path.write_text(text)
    html = site.get(site.follow(listed(site, "roles"), "Owner")).text
    assert "What is found about it" in html
    assert "Sales" in words(html).partition("Title")[0]
