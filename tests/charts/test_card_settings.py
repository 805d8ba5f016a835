"""What cards say and are coloured by, for any chart, and the legend that goes with it."""

from dataclasses import replace

import pytest

from orgdesign.charts import CardSettings, after, apply_settings, before, legend_of
from orgdesign.model import Alignment, Function
from tests.organisations import CLAIMS, EXECUTIVE, organisation

FRAUD = Function("fraud", "Fraud", reports_to="claims", headcount=8, cost=900_000, work="coach")
SHOP = organisation([EXECUTIVE, replace(CLAIMS, headcount=120, cost=9_800_000), FRAUD])


def boxes(settings: CardSettings, chart=before):
    return {box.subject: box for box in apply_settings(chart(SHOP), SHOP, settings).boxes}


def test_without_being_asked_a_chart_stays_as_it_is():
    assert apply_settings(before(SHOP), SHOP, CardSettings()) == before(SHOP)


def test_cards_say_the_fields_that_are_asked_for_in_their_order():
    drawn = boxes(CardSettings(("cost", "people", "span", "measures")))
    assert drawn["claims"].facts[:3] == ("Cost 9,800,000", "120 people", "1 reports here")
    assert (drawn["claims"].text, drawn["claims"].role) == ("", "")
    assert drawn["fraud"].facts == ("Cost 900,000", "8 people")


def test_gaps_are_a_mark_and_the_outline_is_quiet():
    fraud = boxes(CardSettings(gaps="mark"))["fraud"]
    assert fraud.has_gap_mark
    assert (fraud.is_alarmed, fraud.gap_words, fraud.says_role_lacks) == (False, (), False)
    assert fraud.gaps == ("No customer outcome", "No accountable role")


def test_gaps_can_be_left_out_altogether():
    assert not boxes(CardSettings(gaps="none"))["fraud"].has_gap_mark


@pytest.mark.parametrize(
    ("asked", "groups"),
    [
        ("cost", {"claims": 2, "fraud": 1, "executive": 0}),
        ("work", {"claims": None, "fraud": 0, "executive": None}),
        ("head", {"claims": 0, "fraud": 0, "executive": None}),
    ],
)
def test_colours_mean_what_is_asked_for(asked, groups):
    drawn = boxes(CardSettings(colour_by=asked))
    assert {name: drawn[name].hue for name in groups} == groups


def test_numbers_have_a_scale():
    assert boxes(CardSettings(colour_by="people"))["claims"].palette == "scale"


def test_the_legend_counts_the_functions_of_each_colour():
    settings = CardSettings(colour_by="head")
    legend = legend_of(apply_settings(before(SHOP), SHOP, settings), SHOP, settings)
    assert legend.title == "Branch"
    assert [(entry.label, entry.functions) for entry in legend.entries] == [
        ("Claims", 2),
        ("Not said", 1),
    ]


def test_the_legend_of_outcomes_says_the_outcomes():
    legend = legend_of(after(SHOP), SHOP, CardSettings())
    assert "My claim is settled fast" in [entry.label for entry in legend.entries]
    assert sum(entry.functions for entry in legend.entries) == len(SHOP.functions)


def test_the_legend_of_gaps_says_how_many_have_some():
    settings = CardSettings(colour_by="gap")
    chart = apply_settings(before(SHOP), SHOP, settings)
    entries = legend_of(chart, SHOP, settings).entries
    assert [entry.label for entry in entries] == ["Something is missing", "Nothing is missing"]
    assert sum(entry.functions for entry in entries) == 3


def test_a_function_with_an_outcome_and_a_role_but_no_contribution_has_a_gap():
    assert Function("x", "X", alignment=Alignment("settled"), accountable="cso").gaps
