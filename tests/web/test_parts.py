"""Everything in the file has a form: it can be added, edited and removed, and nothing is lost."""

import re

import pytest

from tests.on_disk import on_disk
from tests.web.conftest import Sheet, Site
from tests.web.test_organisation import words

MORE = """\
journey:
  buys: {name: Buys bread, outcome: quick, functions: [baking, counter]}
handoffs:
  oven-to-till: {from: baking, to: counter, stage: buys, passes: Warm bread, accountable: owner}
  till-to-oven: {from: counter, to: baking}
designs:
  later:
    name: Later
    changes:
      - {change: rename, function: counter, name: Shop}
      - {change: rename, function: books, name: Ledger}
assessment:
  sharing: {commitments: {baking: {time: 10}, counter: {time: 5}}}
"""


@pytest.fixture
def site(site: Site) -> Site:
    """The bakery with something in every section."""
    site.path.write_text(site.path.read_text() + MORE)
    return site


def listed(site: Site, section: str) -> str:
    return site.get(f"{site.address}/parts/{section}").text


def opened(site: Site, section: str, title: str) -> Sheet:
    """Return the form of a part."""
    return sheet(site.get(site.follow(listed(site, section), title)).text)


def blank(site: Site, section: str) -> Sheet:
    return sheet(site.get(f"{site.address}/parts/{section}/new").text)


def sheet(html: str) -> Sheet:
    found = re.search(r'<form id="part-form".*?</form>', html, re.DOTALL)
    assert found, words(html)
    return Sheet(found[0])


def asked(site: Site, section: str, title: str) -> tuple[str, Sheet]:
    """Return the page that asks before a part is removed, and its form."""
    link = re.search(
        rf'href="([^"]+)" aria-label="Remove: {re.escape(title)}"', listed(site, section)
    )
    assert link
    html = site.get(link[1]).text
    form = re.search(r'<form class="form".*?</form>', html, re.DOTALL)
    assert form
    return words(html), Sheet(form[0])


def text(site: Site) -> str:
    return site.path.read_text()


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


def test_removing_says_what_depends_on_the_part(site: Site):
    said, _ = asked(site, "functions", "Baking")

    assert "2 functions report to it" in said
    assert "1 hand-off starts there" in said
    assert "1 hand-off ends there" in said
    assert "1 stage is served by it" in said
    assert "What reports to it will report to nobody: it will stand at the top." in said
    assert "2 hand-offs cannot be without it and go too." in said


def test_removing_a_function_clears_what_refers_to_it(site: Site):
    _, form = asked(site, "functions", "Counter")

    answer = site.post(form.address, form.said(how="clear"))

    assert answer.status_code == 303
    now = text(site)
    assert "name: Counter" not in now
    assert "functions: [baking]" in now
    assert "handoffs: {}" in now
    assert "name: Ledger" in now
    assert "name: Shop" not in now
    assert "commitments: {baking: {time: 10}}" in now
    assert site.page().count("problem-list") == 0


def test_the_reports_of_a_removed_function_go_to_the_one_above(site: Site):
    site.path.write_text(
        text(site).replace("    name: Bookkeeping\n    reports_to: baking",
                           "    name: Bookkeeping\n    reports_to: counter")
    )  # fmt: skip
    _, form = asked(site, "functions", "Counter")

    site.post(form.address, form.said(how="clear"))

    assert "name: Bookkeeping\n    reports_to: baking" in text(site)


def test_another_part_takes_the_place_of_the_removed_one(site: Site):
    new = blank(site, "roles")
    site.post(new.address, new.said(title="Baker"))
    _, form = asked(site, "roles", "Owner")

    site.post(form.address, form.said(how="instead", instead="baker"))

    assert "owner" not in text(site)
    assert text(site).count("accountable: baker") == 5


def test_removing_an_outcome_keeps_those_under_it(site: Site):
    new = blank(site, "outcomes")
    site.post(new.address, new.said(statement="It is still warm", under="quick"))
    said, form = asked(site, "outcomes", "I never wait longer than two minutes")

    site.post(form.address, form.said(how="instead", instead="desired"))

    assert "1 outcome is part of it" in said
    assert re.search(r"  outcomes:\n    it-is-still-warm:", text(site))
    assert "quick" not in text(site)
    assert "also" not in text(site)  # the further outcome became the main one


def test_removing_asks_again_when_the_file_has_changed(site: Site):
    _, form = asked(site, "roles", "Owner")
    site.path.write_text(text(site).replace("Harbour Bakery", "Harbour Bakers"))
    before = text(site)

    answer = site.post(form.address, form.said(how="clear"))

    assert answer.status_code == 422
    assert "The file has changed meanwhile. Look again" in words(answer.text)
    assert text(site) == before


def test_a_removal_is_undone_to_the_byte(site: Site):
    before = text(site)
    _, form = asked(site, "functions", "Baking")
    site.post(form.address, form.said(how="clear"))
    html = listed(site, "functions")
    found = re.search(r'action="([^"]*/way)">.*?name="base" value="(\w+)"', html, re.DOTALL)
    assert found

    site.post(found[1], {"base": found[2], "way": "undo"})

    assert text(site) == before


def test_the_desired_customer_outcome_cannot_be_removed(site: Site):
    assert "Remove: Fresh bread" not in listed(site, "outcomes")


def test_an_unknown_section_or_part_is_not_there(site: Site):
    assert site.get(f"{site.address}/parts/secrets").status_code == 404
    assert site.get(f"{site.address}/parts/roles/0123").status_code == 404


@pytest.fixture
def crowd(site: Site) -> Site:
    """The bakery with more functions than a page lists."""
    many = "".join(f"  stall-{i}: {{name: Stall {i}, reports_to: counter}}\n" for i in range(1200))
    site.path.write_text(text(site).replace("roles:\n", f"{many}roles:\n"))
    return site


def test_many_parts_are_listed_a_page_at_a_time(crowd: Site):
    first = listed(crowd, "functions")
    second = crowd.get(crowd.follow(first, "Those after")).text

    assert "1 to 500 of 1,203" in words(first)
    assert "Stall 496 " in words(first)
    assert "Stall 497 " not in words(first)
    assert "Stall 497 " in words(second)
    assert crowd.get(crowd.follow(second, "Those before")).text.count('class="part"') == 500


def test_those_with_some_words_are_found(crowd: Site):
    found = crowd.get(f"{crowd.address}/parts/functions?q=stall+119").text

    assert found.count('class="part"') == 12  # 119, 1119 and 1190 to 1199
    assert "There are none with these words." in words(
        crowd.get(f"{crowd.address}/parts/functions?q=zeppelin").text
    )


def test_saving_leads_to_the_page_with_the_part(crowd: Site):
    link = crowd.follow(crowd.get(f"{crowd.address}/parts/functions?q=1100").text, "Stall 1100")
    form = sheet(crowd.get(link).text)

    answer = crowd.post(form.address, form.said(name="Stall of honour"))
    landed = crowd.get(answer.location).text

    assert "Stall of honour" in words(landed)
    assert "1,001 to 1,203" in words(landed)


def test_of_many_parts_one_is_named_by_its_words(crowd: Site):
    form = blank(crowd, "handoffs")
    assert '<select id="field-from"' not in form.html

    answer = crowd.post(form.address, {**form.said(), "from": "stall 7", "to": "  Stall   8 "})

    assert answer.status_code == 303
    assert re.search(r"from: stall-7\b.*to: stall-8\b", text(crowd), re.DOTALL)


def test_words_that_name_nothing_are_told_and_kept(crowd: Site):
    form, before = opened(crowd, "roles", "Owner"), text(crowd)

    answer = crowd.post(form.address, form.said(function="The moon"))

    assert answer.status_code == 422
    assert "No function is called “The moon”. Choose one from the list." in words(answer.text)
    assert sheet(answer.text).said()["function"] == ["The moon"]
    assert text(crowd) == before


def test_of_many_parts_several_are_ticked_or_named(crowd: Site):
    form = opened(crowd, "journey", "Buys bread")
    assert form.said()["functions"] == ["baking", "counter"]

    crowd.post(form.address, form.said(functions=["counter"], functions__more=["Stall 3", ""]))

    assert "functions: [counter, stall-3]" in text(crowd)


def test_words_among_several_that_name_nothing_are_kept(crowd: Site):
    form = opened(crowd, "journey", "Buys bread")

    answer = crowd.post(form.address, form.said(functions__more=["Stall 3", "The moon"]))
    again = sheet(answer.text).said()

    assert "No function is called “The moon”." in words(answer.text)
    assert again["functions"] == ["baking", "counter", "stall-3"]
    assert again["functions.more"][0] == "The moon"


@pytest.mark.parametrize(
    ("section", "title"),
    [("functions", "Counter"), ("roles", "Owner"), ("journey", "Buys"), ("handoffs", "Baking →")],
)
def test_a_form_over_many_parts_alone_changes_nothing(crowd: Site, section: str, title: str):
    form, before = opened(crowd, section, title), on_disk(crowd.path)

    assert crowd.post(form.address, form.said()).status_code == 303
    assert on_disk(crowd.path) == before


def test_a_removed_part_of_many_is_followed_by_one_named_by_its_words(crowd: Site):
    _, form = asked(crowd, "functions", "Baking")

    crowd.post(form.address, form.said(how="instead", instead="Stall 5"))

    assert "functions: [stall-5, counter]" in text(crowd)


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


def test_of_many_roles_a_new_one_is_made_once_asked(site: Site):
    many = "".join(f"  hand-{i}: {{title: Hand {i}}}\n" for i in range(300))
    site.path.write_text(text(site).replace("measures:\n  sold", f"{many}measures:\n  sold"))
    form = opened(site, "functions", "Bookkeeping")

    answer = site.post(form.address, form.said(accountable="Bookkeeper"))
    again = sheet(answer.text)
    assert "Make it a new role" in words(answer.text)
    site.post(again.address, again.said(make="accountable"))

    assert "accountable: bookkeeper" in text(site)
    assert "title: Bookkeeper" in text(site)


def test_what_is_found_about_a_role_stands_over_its_form(site: Site):
    text = site.path.read_text()
    pay = "Good bread for the street, rewarded_for: [{measure: sales}]"
    sales = "measures:\n  sales: {name: Sales, kind: company, works_against: [sold-out]}\n"
    text = text.replace("Good bread for the street", pay).replace("\nmeasures:\n", f"\n{sales}")
    site.path.write_text(text)
    html = site.get(site.follow(listed(site, "roles"), "Owner")).text
    assert "What is found about it" in html
    assert "Sales" in words(html).partition("Title")[0]
