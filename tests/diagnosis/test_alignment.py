"""Alignment: what every rule finds, and above all what it leaves alone."""

from __future__ import annotations

import pytest

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import NO_READER
from orgdesign.diagnosis.rules import RULES
from orgdesign.diagnosis.rules.contributions import is_placeholder
from orgdesign.model import Alignment, Function, Link, Measure, Organisation, Outcome


def findings(rule: str, organisation: Organisation) -> list[Finding]:
    return [*RULES[rule].find(organisation, NO_READER)]


def messages(rule: str, organisation: Organisation) -> list[str]:
    return [finding.message for finding in findings(rule, organisation)]


def bakery(*functions: Function, under: tuple[Outcome, ...] = ()) -> Organisation:
    bread = Outcome("desired", "My bread is at the door before I open")
    outcome = Outcome("desired", bread.statement, outcomes={one.id: one for one in under})
    return Organisation("Harvest Bakery", outcome, {one.id: one for one in functions})


def function(name: str, contribution: str | None) -> Function:
    return Function(name.lower(), name, alignment=Alignment("desired", contribution))


def said(statement: str) -> Organisation:
    return Organisation("Harvest Bakery", Outcome("desired", statement))


# Contributions


def test_a_function_without_an_outcome_is_not_asked_for_its_contribution_yet() -> None:
    assert messages("function-without-contribution", bakery(Function("baking", "Baking"))) == []


@pytest.mark.parametrize("nothing", [None, " ", "…"])
def test_a_contribution_without_words_says_nothing(nothing: str | None) -> None:
    assert messages("function-without-contribution", bakery(function("Baking", nothing))) == [
        "Baking does not say what it contributes to the outcome that it serves."
    ]


@pytest.mark.parametrize(
    "name", ["Baking", "baking.", "Responsible for the baking", "The Baking Department"]
)
def test_a_contribution_repeats_the_name_whatever_is_filled_in_around_it(name: str) -> None:
    assert messages("contribution-repeats", bakery(function("Baking", name))) == [
        "What Baking says it contributes only repeats its name."
    ]


@pytest.mark.parametrize("contribution", ["Baking before four", "Runs the department", "…"])
def test_a_contribution_that_says_more_than_the_name_or_nothing_does_not_repeat(
    contribution: str,
) -> None:
    assert messages("contribution-repeats", bakery(function("Baking", contribution))) == []


def test_a_shared_contribution_is_told_of_once_with_all_who_share_it() -> None:
    [finding] = findings(
        "contribution-repeats",
        bakery(
            function("Delivery", "Is there in time"),
            function("Baking", "Has every tray out by four"),
            function("Dispatch", "Is there, in time."),
            function("Drivers", "is there in time"),
        ),
    )
    assert finding.message == (
        "Delivery, Dispatch and Drivers give the same contribution: “Is there, in time”."
    )
    assert finding.at == Place("function", "dispatch", ("alignment", "contribution"))
    assert [place.id for place in finding.others] == ["delivery", "drivers"]


def test_a_name_that_two_functions_repeat_is_told_of_as_a_name() -> None:
    twice = [Function(id_, "Baking", alignment=Alignment("desired", "Baking")) for id_ in "ab"]
    assert messages("contribution-repeats", bakery(*twice)) == [
        "What Baking says it contributes only repeats its name.",
        "What Baking says it contributes only repeats its name.",
    ]


def test_names_and_contributions_may_be_written_in_any_script() -> None:
    office = Function("tokyo", "東京オフィス", alignment=Alignment("desired", "東京オフィス"))
    assert len(messages("contribution-repeats", bakery(office))) == 1


@pytest.mark.parametrize(
    "contribution",
    [
        "See the strategy deck, page 3",
        "Details to follow",
        "Will be discussed by the new head",
        "Wird bis zum Herbst von der Leitung nachgereicht",
        "Se acordará en la próxima reunión",
        "Sera bientôt précisée par la direction",
    ],
)
def test_what_only_points_elsewhere_or_to_later_stands_for_a_contribution(
    contribution: str,
) -> None:
    assert messages("contribution-says-nothing", bakery(function("Baking", contribution)))


@pytest.mark.parametrize(
    "contribution",
    [
        "Will follow up on each complaint until it is settled",
        "See every guest to the door with a plan for the way",
        "Wird nachts gerufen und kommt sofort",
    ],
)
def test_what_begins_like_a_placeholder_may_say_what_is_done(contribution: str) -> None:
    assert not is_placeholder(contribution)


@pytest.mark.parametrize(
    ("name", "contribution"),
    [
        ("Baking", "Everything related to baking"),
        ("Bäckerei", "Alle Angelegenheiten der Bäckerei"),
        ("Panadería", "Todo lo relativo a la panadería"),
        ("Boulangerie", "Tout ce qui concerne la boulangerie"),
    ],
)
def test_all_that_a_function_is_about_is_its_name_in_any_language(
    name: str, contribution: str
) -> None:
    assert messages("contribution-repeats", bakery(function(name, contribution)))


# Outcomes and who serves them

CHANGED = Outcome("changed", "I can change my order until the evening")
SEEN = Outcome("seen", "I see at any hour when my bread will come")
SERVED = Outcome("served", "I get what I ordered", outcomes={"changed": CHANGED})


def serves(outcome: str, link: Link | None = None, also: tuple[str, ...] = ()) -> Function:
    return Function("x", "X", alignment=Alignment(outcome, "…", link, also))


def test_an_outcome_is_served_through_one_under_it() -> None:
    assert messages("outcome-not-served", bakery(serves("changed"), under=(SERVED,))) == []


def test_a_further_outcome_of_a_function_is_served_too() -> None:
    organisation = bakery(serves("desired", also=("changed",)), under=(SERVED,))
    assert messages("outcome-not-served", organisation) == []


def test_a_branch_that_nobody_serves_is_told_of_once_with_all_that_is_in_it() -> None:
    [finding] = findings("outcome-not-served", bakery(serves("seen"), under=(SERVED, SEEN)))
    assert finding.message == "No function serves “I get what I ordered”, nor any outcome under it."
    assert finding.others == (Place("outcome", "changed", ("statement",)),)


def test_an_outcome_is_only_enabled_when_no_function_under_it_is_direct() -> None:
    enabled = bakery(serves("changed", "enabling"), under=(SERVED,))
    [finding] = findings("outcome-only-enabled", enabled)
    assert finding.at == Place("outcome", "desired", ("statement",))
    assert finding.others == (Place("function", "x", ("alignment", "link")),)


def test_a_function_that_does_not_say_how_it_serves_leaves_no_doubt_to_tell() -> None:
    assert messages("outcome-only-enabled", bakery(serves("changed"), under=(SERVED,))) == []


def test_an_outcome_that_nobody_serves_is_not_told_of_as_enabled() -> None:
    organisation = bakery(serves("desired", "direct"), under=(SEEN,))
    assert messages("outcome-only-enabled", organisation) == []


# What statements say


@pytest.mark.parametrize(
    "statement",
    [
        "Increase cross-sell",
        "Raise up-selling in the north",
        "Increase the number of products per household",
        "Grow our revenue by ten per cent",
        "Improve profit margins",
        "Reduce customer churn",
        "Lower the cost per call",
        "Be the market leader",
    ],
)
def test_a_wish_of_the_company_is_not_an_outcome_of_the_customer(statement: str) -> None:
    assert messages("statement-about-the-company", said(statement)) == [
        f"“{statement}” says what the company gets, not the customer."
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "I grow my revenue without hiring anyone",  # customers may be businesses
        "Increase the revenue that our merchants earn",
        "Increase farmers' profits",
        "Improve the sales process for the buyer",
        "Raise the return on my investment",
        "Nobody cross-sells me anything when I call",
        "Nobody sees my customers' data who should not",
        "Improve the margins of the printed page",
    ],
)
def test_a_customer_may_speak_of_money_too(statement: str) -> None:
    assert messages("statement-about-the-company", said(statement)) == []


def test_a_company_measure_bears_out_that_a_statement_is_the_companys() -> None:
    outcome = Outcome("desired", "Increase cross-sell", measures=("sold", "glad"))
    measures = {
        "sold": Measure("sold", "Products sold", kind="company"),
        "glad": Measure("glad", "Customers who would buy again", kind="customer"),
    }
    organisation = Organisation("Harvest Bakery", outcome, measures=measures)
    [finding] = findings("statement-about-the-company", organisation)
    assert finding.others == (Place("measure", "sold", ("kind",)),)


@pytest.mark.parametrize(
    "statement",
    [
        "Minimise the time it takes to find a file while a patient is in the room",
        "Raise the likelihood that my treatment works when I am far from home",
        "Every claim is settled fairly within five days",
        "My bread is at the door before I open",
        "I never see an error in the hours in which I plan",
        "I am covered as I was promised",
    ],
)
def test_a_statement_with_four_parts_or_a_standard_is_left_alone(statement: str) -> None:
    assert messages("statement-wording", said(statement)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "Mein Brot ist frisch und gut",
        "Mon pain est frais et bon",
        "Mi pan es fresco y bueno",
        "Il mio pane è fresco",
        "パンが新しい",
    ],
)
def test_statements_in_other_languages_are_left_alone(statement: str) -> None:
    assert messages("statement-wording", said(statement)) == []


def test_the_companys_wishes_are_not_held_against_their_wording() -> None:
    assert messages("statement-wording", said("Be the market leader")) == []


@pytest.mark.parametrize(
    ("statement", "open_", "instead"),
    [
        (
            "My claim is settled fast and fairly",
            "which way is better, what is measured and when or where it counts",
            "Raise the likelihood that my claim is settled fast and fairly, when …",
        ),
        (
            "The risk that I fall at home",
            "which way is better",
            "Reduce the risk that I fall at home",
        ),
        (
            "The number of rolls in my order",
            "which way is better",
            "Shorten the time until I …, when …",  # fewer or more? only the customer knows
        ),
        (
            "I get a refund.",
            "which way is better, what is measured and when or where it counts",
            "Raise the likelihood that I get a refund, when …",
        ),
        (
            "Improve the service that I get at the counter",
            "what is measured",
            "Shorten the time until I …, when …",
        ),
        ("Reduce the time when I …", "what it is about", "Shorten the time until I …, when …"),
        (
            "Shorten the time that I wait for a doctor",
            "when or where it counts",
            "Shorten the time that I wait for a doctor, when …",
        ),
    ],
)
def test_a_loose_statement_is_told_what_it_leaves_open_and_how_to_say_it(
    statement: str, open_: str, instead: str
) -> None:
    [finding] = findings("statement-wording", said(statement))
    assert finding.message == f"“{statement.rstrip('.')}” leaves open {open_}."
    assert finding.remedy == f"Say which way, of what, and when; for instance “{instead}”."
