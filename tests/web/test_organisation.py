"""The page of an organisation, as links and words, before any script runs."""

import re

from tests.web.conftest import Site


def words(html: str) -> str:
    """Return what a page says, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_only_file_is_opened_at_once(site: Site):
    assert site.get("/").status_code == 303
    assert "Harbour Bakery" in site.page()


def test_the_desired_customer_outcome_stands_on_top(site: Site):
    said = words(site.page())

    assert "Fresh bread every morning before work" in said
    assert "For people on their way to work" in said
    assert "Mornings sold out by eight 40% → to 5%" in said
    assert "Accountable Owner" in said


def test_the_aligned_shares_are_said_in_words(site: Site):
    said = words(site.page())

    assert "2 of 3 functions serve a customer outcome 67%" in said
    assert "7 of 8 people 88%" in said
    assert "250,000 of 280,000 in cost a year 89%" in said


def test_a_file_without_figures_says_so(site: Site):
    site.path.write_text(
        "organization: New\noutcome: {statement: Better}\nfunctions: {a: {name: A}}\n"
    )

    said = words(site.page())

    assert "Headcount Not in the file yet" in said
    assert "0 of 1 function serves a customer outcome 0%" in said


def test_a_share_says_of_how_many_functions_it_is_known(site: Site):
    site.path.write_text(site.path.read_text("utf-8").replace("    cost: 30000\n", ""), "utf-8")
    assert "in cost a year, known for 2 of 3" in words(site.page())


def test_before_shows_the_figures_of_today(site: Site):
    design = """
designs:
  tidy:
    name: Tidy
    changes: [{change: align, function: books, alignment: {outcome: quick}}]
"""
    site.path.write_text(site.path.read_text("utf-8") + design, "utf-8")
    before, then = words(site.page("?view=before")), words(site.page("?view=after"))
    assert "67% of functions aligned" in before
    assert "100% of functions aligned" in then


def test_gaps_are_listed_in_words_with_links(site: Site):
    page = site.page()

    assert "1 of 3 functions has no customer outcome" in words(page)
    assert "no customer outcome, no accountable role" in words(page)
    assert "Bookkeeping" in words(site.get(site.follow(page, "Bookkeeping")).text)


def test_the_after_chart_comes_first_and_the_others_are_a_link_away(site: Site):
    page = site.page()
    before = site.get(site.follow(page, "Reporting lines")).text
    both = site.get(site.follow(page, "Side by side")).text

    assert ('id="after-chart"' in page, 'id="before-chart"' in page) == (True, False)
    assert ('id="after-chart"' in before, 'id="before-chart"' in before) == (False, True)
    assert ('id="after-chart"' in both, 'id="before-chart"' in both) == (True, True)


def test_side_by_side_no_id_is_there_twice(site: Site):
    ids = re.findall(r'\bid="([^"]+)"', site.page("?view=both"))

    assert len(ids) == len(set(ids))


def test_a_box_opens_its_function_beside_the_chart(site: Site):
    page = site.page("?view=before")
    box = re.search(r'xlink:href="([^"]+)"[^>]*xlink:title="Counter', page)
    assert box

    link = box[1].replace("&amp;", "&").partition("#")[0]
    panel = site.get(f"{link}&more=1").text
    form, said = site.form(panel).said(), words(panel)

    assert (form["outcome"], form["link"]) == (["quick"], ["direct"])
    assert form["contribution"] == ["Two tills from six to nine"]
    assert (form["accountable"], form["reports_to"]) == (["owner"], ["baking"])
    assert (form["headcount"], form["cost"]) == (["3"], ["90000"])
    assert "J. Sato Good bread for the street" in said
    assert "Serves I never wait longer than two minutes Reports to Baking" in said


def test_the_chosen_box_is_marked_in_both_charts(site: Site):
    page = site.get(site.follow(site.page("?view=both"), "Bookkeeping")).text

    assert re.findall(
        r'id="(\w+)-function-books" class="node function function-books chosen"', page
    )
    assert page.count('function-books chosen"') == 2


def test_gaps_are_said_in_the_panel_where_they_are(site: Site):
    said = words(site.get(site.follow(site.page(), "Bookkeeping")).text)

    assert "It serves no customer outcome yet." in said
    assert "No role is accountable for it." in said


def test_an_outcome_opens_too_with_those_who_serve_it(site: Site):
    counter = site.page(re.sub(r"^[^?]*", "", site.follow(site.page(), "Bookkeeping")))
    baking = site.get(site.follow(counter, "Baking")).text
    outcome = words(site.get(site.follow(baking, "I never wait")).text)

    assert "Functions that serve it Counter" in outcome
    assert "Also helped by Baking" in outcome


def test_the_panel_closes_with_a_link(site: Site):
    opened = site.get(site.follow(site.page(), "Bookkeeping")).text

    assert 'id="panel-heading"' in opened
    assert 'id="panel-heading"' not in site.get(site.follow(opened, "\N{MULTIPLICATION SIGN}")).text


def test_what_people_wrote_is_text(site: Site):
    text = site.path.read_text().replace("name: Counter", "name: <img src=x onerror=alert(1)>")
    site.path.write_text(text)

    assert "<img" not in site.page("?view=both")


def test_an_address_that_makes_no_sense_still_shows_the_page(site: Site):
    for said in (
        "?view=sideways",
        "?box=nothing",
        "?open=a,b,,c&toggle=x",
        "?box=&whole=1&reveal=1",
    ):
        assert site.get(site.address + said).status_code == 200


def test_an_earlier_address_is_not_there_any_more(site: Site):
    answer = site.get("/o/0123456789abcdef")

    assert answer.status_code == 404
    assert "earlier start of orgdesign" in answer.text


def test_a_broken_file_shows_its_problems_by_line_over_the_last_good_chart(site: Site):
    site.page()
    site.path.write_text(site.path.read_text().replace("outcome: quick,", "outcome: quik,"))

    page = site.page()

    assert "bakery.yaml has 1 problem" in words(page)
    assert "Line 23, column" in words(page)
    assert "quik" in words(page)
    assert 'id="after-chart"' in page


def test_a_file_that_never_was_good_shows_its_problems_alone(site: Site):
    site.path.write_text("organization: [\n")

    page = site.page()

    assert "has 1 problem" in words(page)
    assert "<svg id" not in page
    assert "last version without problems" not in page


def test_a_chart_that_cannot_be_drawn_says_so_and_the_page_stays(site: Site, monkeypatch):
    from orgdesign.render import EngineError

    def fail(*_: object, **__: object) -> str:
        raise EngineError("The chart took too long. Show less of it.")

    monkeypatch.setattr("orgdesign.workspace.open_file.chart_svg", fail)

    assert "The chart took too long." in words(site.page())
    assert "Fresh bread every morning" in words(site.page())


def test_the_box_of_what_is_not_aligned_opens_with_its_functions(site: Site):
    box = re.search(r'xlink:href="([^"]+)"[^>]*xlink:title="Not aligned yet', site.page())
    assert box

    said = words(site.get(box[1].replace("&amp;", "&")).text)

    assert "These functions serve no customer outcome yet. Bookkeeping" in said
