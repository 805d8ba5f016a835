"""What the slides show, one after the other, and how one goes from slide to slide."""

from __future__ import annotations

import re
from html import unescape

from orgdesign.render.style import HUES
from orgdesign.resources import folder
from tests.web.conftest import BAKERY
from tests.web.designs.conftest import DESIGN
from tests.web.presenting.conftest import Talk, boxes


def test_a_design_is_told_from_the_outcome_to_the_road_map(talk: Talk):
    assert talk.titles() == [
        "Harbour Bakery",
        "What the customer gets",
        "Before Who reports to whom",
        "What changes 1 function changes, and 1 is no longer there.",
        "After Who reports to whom",
        "After Who serves which customer outcome",
        "The figures that matter",
        "After Spring from 2026-03-01",
        "After Autumn",
        "Who reports where, and what they serve",
        "The shape of the organisation",
        "The argument: what to mend first",
        "What the customer gets",
    ]


def test_without_a_design_there_is_no_change_and_no_road_map(talk: Talk):
    talk.write(BAKERY)
    assert talk.titles() == [
        "Harbour Bakery",
        "What the customer gets",
        "Before Who reports to whom",
        "After Who serves which customer outcome",
        "The figures that matter",
        "Who reports where, and what they serve",
        "The shape of the organisation",
        "The argument: what to mend first",
        "What the customer gets",
    ]


def test_today_is_presented_where_it_is_asked_for(talk: Talk):
    assert "What changes" not in " ".join(talk.titles("?structure=today"))
    assert "As it is today" in talk.slide(1, "?structure=today")


def test_a_phase_is_presented_up_to_its_end(talk: Talk):
    said = talk.structure("street", "spring")
    assert "After Autumn" not in talk.titles(said)
    assert boxes(talk.slide(talk.number("After Who reports to whom", said), said)) == {
        "baking",
        "counter",
        "books",
    }


def test_a_design_that_changes_nothing_has_no_slides_of_changes(talk: Talk):
    talk.write(
        f"{BAKERY}designs: {{street: {{name: Shop, phases: {{spring: {{name: Spring}}}}}}}}\n"
    )
    assert [each for each in talk.titles() if each.startswith(("What changes", "After"))] == [
        "After Who serves which customer outcome"
    ]


def test_a_phase_in_which_nothing_happens_is_left_out(talk: Talk):
    talk.write(
        (BAKERY + DESIGN).replace(
            "      autumn: {name: Autumn}",
            "      autumn: {name: Autumn}\n      winter: {name: Winter}",
        )
    )
    assert "After Winter" not in talk.titles()


def test_what_is_done_before_the_first_phase_is_told_with_it(talk: Talk):
    talk.write(
        BAKERY
        + DESIGN.replace(
            "function: counter, name: Shop, phase: spring", "function: counter, name: Shop"
        )
    )
    spring = talk.slide(talk.number("After Spring from 2026-03-01"))
    assert "Counter is now called Shop." in unescape(spring)


def test_an_organisation_without_functions_has_its_outcome_only(talk: Talk):
    talk.write("organization: New\noutcome: {statement: It works}\n")
    assert talk.titles() == ["New", "What the customer gets", "What the customer gets"]


def test_the_charts_show_before_and_after(talk: Talk):
    before, after = (
        talk.slide(talk.number(each))
        for each in ("Before Who reports to whom", "After Who reports to whom")
    )
    assert boxes(before) == {"baking", "counter", "books"}
    assert boxes(after) == {"baking", "counter"}


def test_an_audience_is_not_told_of_gaps(talk: Talk):
    talk.write(BAKERY)
    before = talk.slide(talk.number("Before Who reports to whom"))
    assert "Bookkeeping" in before
    assert "No accountable role" not in before
    assert "gap-mark" not in before


def test_a_slide_says_what_its_boxes_come_from(talk: Talk):
    merge = "      - {change: merge, functions: [counter, baking], into: shop, name: Shop}\n"
    talk.write(f"{BAKERY}designs:\n  street:\n    name: One shop\n    changes:\n{merge}")
    after = talk.slide(talk.number("After Who reports to whom"))
    found = re.search(r'data-origins="([^"]*)"', after)
    assert found
    assert unescape(found[1]) == '{"function-shop": ["function-counter", "function-baking"]}'


def test_figures_are_told_before_and_after(talk: Talk):
    page = talk.slide(talk.number("The figures that matter"))
    words = " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())
    assert "67% → , then 100% of functions serve a customer outcome" in words


def test_every_slide_leads_on_and_back(talk: Talk):
    site, seen = talk.site, []
    address = f"{talk.at}/1"
    while address:
        page = site.get(address).text
        found = re.search(r'data-number="(\d+)" data-count="(\d+)"', page)
        assert found
        seen.append(int(found[1]))
        on = re.search(r'rel="next" href="([^"]*)"', page)
        address = unescape(on[1]) if on else ""
    assert seen == list(range(1, 14))
    assert 'rel="prev"' in page
    assert 'rel="prev"' not in talk.slide(1)


def test_a_number_that_is_too_high_shows_the_last_slide(talk: Talk):
    assert 'data-number="13"' in talk.slide(99)
    assert 'data-number="1"' in talk.slide(0)


def test_no_address_holds_an_id_or_a_name_of_the_file(talk: Talk):
    for page in [*talk.slides(), talk.site.get(talk.at).text, talk.speaker(4)]:
        addresses = re.findall(r'(?:href|action|value|data-speaker)="([^"]*)"', page)
        said = re.compile("books|counter|baking|street|spring|bakery", re.IGNORECASE)
        assert not [each for each in addresses if said.search(each)]


def test_a_box_is_walked_into_and_out_of(talk: Talk):
    number = talk.number("Before Who reports to whom", "?structure=today")
    into = f"?structure=today&into={talk.key('box', 'function-counter')}"
    page = talk.slide(number, into)
    assert boxes(page) == {"counter"}
    assert "Show the whole chart" in page
    assert boxes(talk.slide(number, "?structure=today&into=unknown")) == {
        "baking",
        "counter",
        "books",
    }


def test_the_head_of_a_branch_leads_out_of_it(talk: Talk):
    chain = "".join(
        f"  f{at}: {{name: F{at}{f', reports_to: f{at - 1}' if at else ''}}}\n" for at in range(3)
    )
    talk.write(f"organization: Chain\noutcome: {{statement: It works}}\nfunctions:\n{chain}")
    said = f"?into={talk.key('box', 'function-f2')}"
    page = talk.slide(3, said)
    found = re.search(r'xlink:href="([^"]*)"', page)
    assert found
    assert boxes(talk.site.get(unescape(found[1])).text) == {"f1", "f2"}


def wide() -> str:
    """An organisation that is too large for a slide."""
    lines = [
        "organization: Wide",
        "outcome: {statement: It works}",
        "functions:",
        "  top: {name: Top}",
    ]
    for head in range(8):
        lines.append(f"  h{head}: {{name: Head {head}, reports_to: top}}")
        lines += [
            f"  h{head}-{at}: {{name: F {head} {at}, reports_to: h{head}}}" for at in range(40)
        ]
    return "\n".join(lines) + "\n"


def test_a_chart_that_is_too_large_is_folded_and_opens_branch_by_branch(talk: Talk):
    talk.write(wide())
    page = talk.slide(3)
    assert boxes(page) == {"top", *(f"h{at}" for at in range(8))}
    tab = re.search(r'fold-function-h3" class.*?xlink:href="([^"]*)"', page, re.DOTALL)
    assert tab
    opened = talk.site.get(unescape(tab[1])).text
    assert boxes(opened) - boxes(page) == {f"h3-{at}" for at in range(40)}


def test_a_chart_that_cannot_be_drawn_says_so(talk: Talk, monkeypatch):
    from orgdesign.problems import OrgdesignError

    def fail(*_: object, **__: object) -> str:
        raise OrgdesignError("The chart is too large to draw.")

    monkeypatch.setattr("orgdesign.web.presenting.talk_page.chart_svg", fail)
    answer = talk.site.get(f"{talk.at}/3")
    assert answer.status_code == 200
    assert "The chart is too large to draw." in answer.text


def test_a_broken_file_goes_on_being_presented_as_it_last_was(talk: Talk):
    talk.slide(1)
    talk.write("organization: [")
    assert "Fresh bread every morning" in talk.slide(2)
    assert "problem" not in talk.slide(2)
    assert "has 1 problem at the moment" in talk.speaker(2)


def test_a_file_that_was_never_read_leads_to_its_problems(talk: Talk):
    talk.write("organization: [")
    for address in (talk.at, f"{talk.at}/1", f"{talk.at}/1/speaker"):
        answer = talk.site.get(address)
        assert (answer.status_code, answer.location) == (303, talk.site.address)


def test_an_edit_is_on_the_next_slide(talk: Talk):
    talk.slide(1)
    talk.write((BAKERY + DESIGN).replace("Fresh bread", "Warm bread"))
    assert "Warm bread every morning" in talk.slide(2)


def test_the_longest_statements_are_set_smallest(talk: Talk):
    talk.write(f"organization: Long\noutcome: {{statement: {'word ' * 200}}}\n")
    assert 'class="size-6"' in talk.slide(2)


def test_the_charts_and_the_designs_lead_to_the_presentation(talk: Talk):
    today = talk.site.page("?structure=today")
    assert "structure=today" in talk.site.follow(today, "Present")
    design = talk.site.get(f"{talk.site.address}/designs/{talk.key('design', 'street')}").text
    start = talk.site.get(talk.site.follow(design, "Present")).text
    assert "Present One shop for the street" in start


def test_leaving_leads_back_to_the_charts(talk: Talk):
    said = talk.structure("street")
    back = talk.site.follow(talk.slide(4, said), "Leave")
    assert back == f"{talk.site.address}{said}"


def test_outcomes_have_the_colours_of_the_charts():
    css = (folder("static") / "css" / "presenting.css").read_text(encoding="utf-8")
    told = re.findall(r"\.hue-\d \{ --strong: (#\w+); --soft: (#\w+); \}", css)
    assert told == [(hue.strong, hue.soft) for hue in HUES]


def test_the_fewer_functions_there_are_the_larger_are_the_words_of_a_plate(talk: Talk):
    def width(functions: str) -> float:
        talk.write(BAKERY.replace("roles:\n", f"{functions}roles:\n"))
        drawn = talk.slide(talk.number("The shape of the organisation"))
        return float(re.search(r'<svg[^>]* viewBox="[\d.]+ [\d.]+ ([\d.]+)', drawn)[1])

    many = "".join(f"  more{at}: {{name: More {at}, reports_to: baking}}\n" for at in range(60))
    assert width("") < width(many)
