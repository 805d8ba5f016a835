"""What the statements of outcomes say, and which are the company's own wishes."""

from __future__ import annotations

import pytest

from orgdesign.diagnosis.finding import Place
from orgdesign.model import Measure, Organisation, Outcome
from tests.diagnosis.test_alignment import findings, messages, said


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
