"""Alignment: what every rule finds, and above all what it leaves alone."""

from __future__ import annotations

import pytest

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.language import NO_READER
from orgdesign.diagnosis.rules import RULES
from orgdesign.diagnosis.rules.contributions import is_placeholder
from orgdesign.model import Alignment, Function, Link, Organisation, Outcome


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
