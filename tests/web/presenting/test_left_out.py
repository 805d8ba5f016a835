"""What the audience never sees, and what the speaker sees of it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.conftest import BAKERY
from tests.web.designs.conftest import DESIGN
from tests.web.presenting.conftest import Talk

PRIVATE = (
    BAKERY.replace("J. Sato", "Jun Sato-Private")
    .replace("headcount: 4\n", "headcount: 47113\n")
    .replace("headcount: 3\n", "headcount: 47114\n")
    .replace("cost: 160000", "cost: 8311777")
    .replace("cost: 90000", "cost: 8311778")
)
MORE = """\
      - change: add-role
        role: lead
        title: Lead
        holder: Ada Private
        function: counter
        phase: spring
      - {change: change-role, role: owner, holder: Bo Private, phase: spring}
      - change: add
        function: van
        name: Van
        reports_to: counter
        headcount: 47115
        cost: 8311779
        phase: autumn
"""
SECRETS = re.compile(
    "Private|4711[345]|47,11[345]|8311777|8,311,77[789]|8.31 million|people|person|in cost"
)
DIGEST = re.compile(r"\b[0-9a-f]{16,}\b")
"""A version or a key, in which any figures may stand by chance."""


def secrets_in(page: str) -> list[str]:
    return SECRETS.findall(DIGEST.sub("", page))


@pytest.fixture
def private(talk: Talk) -> Talk:
    talk.write(PRIVATE + DESIGN + MORE)
    return talk


def test_no_slide_holds_a_holder_a_headcount_or_a_cost(private: Talk):
    pages = private.slides()
    assert len(pages) == 13
    for page in pages:
        shown = page
        for words in (
            "People on their way to work",
            "people on their way to work",
            "Its people do",
        ):
            shown = shown.replace(words, "")
        assert secrets_in(shown) == []


def test_nor_does_a_branch_that_is_opened(private: Talk):
    for said in ("into", "open"):
        page = private.slide(3, f"?{said}={private.key('box', 'function-counter')}")
        assert secrets_in(page) == []


def test_what_is_not_left_out_is_shown(private: Talk):
    shown = "".join(private.slides("?leave=chosen"))
    assert "Jun Sato-Private" in shown
    assert "of people serve a customer outcome" in shown
    assert "of the cost serves a customer outcome" in shown


def test_each_kind_is_left_out_by_itself(private: Talk):
    shown = "".join(private.slides("?leave=chosen&leave=headcount"))
    assert "of people" not in shown
    assert "of the cost" in shown
    assert "Jun Sato-Private" in shown


def test_measures_take_the_scores_with_them(talk: Talk):
    with_them = "".join(talk.slides())
    without = "".join(talk.slides("?leave=measures"))
    assert "Mornings sold out by eight" in with_them
    assert "Motivation" in with_them
    assert "Mornings sold out by eight" not in without
    assert "Motivation" not in without


def test_a_branch_that_is_left_out_is_on_no_slide(talk: Talk):
    shown = "".join(talk.slides(f"?branch={talk.key('function', 'books')}"))
    assert "Bookkeeping" not in shown
    assert "Counter" in shown


def test_what_was_chosen_stays_chosen_from_slide_to_slide(talk: Talk):
    said = f"?leave=chosen&leave=measures&branch={talk.key('function', 'books')}&dark=1"
    page = talk.slide(2, said)
    on = unescape(re.findall(r'rel="next" href="([^"]*)"', page)[0])
    assert talk.site.get(on).text.count('class="dark"') == 1
    for each in ("leave=chosen", "leave=measures", "branch=", "dark=1"):
        assert each in on


def test_the_three_private_kinds_are_left_out_unless_one_chooses(talk: Talk):
    start = talk.site.get(talk.at).text
    ticked = re.findall(r'name="leave" value="(\w+)" checked', start)
    assert ticked == ["holders", "headcount", "cost"]


def test_what_was_chosen_is_ticked_when_one_comes_back(talk: Talk):
    start = talk.site.get(
        f"{talk.at}?leave=chosen&leave=cost&branch={talk.key('function', 'books')}"
    ).text
    assert re.findall(r'name="leave" value="(\w+)" checked', start) == ["cost"]
    assert len(re.findall(r'name="branch" value="\w+" checked', start)) == 1


def test_the_speaker_sees_all_of_it(private: Talk):
    notes = private.speaker(3)
    assert "Jun Sato-Private" in notes
    assert "47,113" in notes
    assert "8.31 million" in notes
    assert "Nobody is accountable for Bookkeeping." in notes


def test_the_speaker_of_a_design_sees_what_it_comes_to(private: Talk):
    after = private.speaker(private.number("After Who reports to whom"))
    assert "Bo Private" in after


def test_the_speaker_sees_who_answers_for_the_outcomes(private: Talk):
    assert "Jun Sato-Private" in private.speaker(2)


def test_the_speaker_sees_the_next_slide_and_the_last_one_says_so(talk: Talk):
    assert "Next: What the customer gets" in talk.speaker(1)
    assert "This is the last slide" in talk.speaker(13)


def test_what_the_speaker_sees_of_the_slides_is_what_the_audience_sees(private: Talk):
    page = private.speaker(3)
    slides = re.findall(r"<article.*?</article>", page, re.DOTALL)
    assert len(slides) == 2
    assert not [each for each in slides if secrets_in(each)]
