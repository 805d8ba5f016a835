"""What is said of one role or one function."""

from __future__ import annotations

from orgdesign.designs.comparison.profiles import function_profile, role_profile
from tests.designs.comparison.test_compare import bakery
from tests.designs.replay.test_replay import TODAY

BAKERY = bakery()


def test_a_role_reports_to_who_answers_for_the_function_above_its_own():
    assert dict(role_profile(BAKERY, "head-baker"))["Reports to"] == ("Owner",)


def test_a_role_within_a_function_reports_to_who_answers_for_it():
    moved = TODAY.replace(
        "driver: {title: Driver, function: vans", "driver: {title: Driver, function: baking"
    )
    text = moved.replace(", accountable: driver", "", 1)
    assert dict(role_profile(bakery(text), "driver"))["Reports to"] == ("Head Baker",)


def test_who_heads_a_function_elsewhere_reports_to_who_answers_for_the_one_above_that():
    text = TODAY.replace(
        "driver: {title: Driver, function: vans", "driver: {title: Driver, function: baking"
    )
    assert dict(role_profile(bakery(text), "driver"))["Reports to"] == ("Owner",)


def test_whoever_answers_for_the_top_reports_to_nobody():
    assert dict(role_profile(BAKERY, "owner"))["Reports to"] == ()


def test_a_function_that_nobody_answers_for_is_passed_over():
    text = TODAY.replace("reports_to: office, accountable: head-baker", "reports_to: office")
    text = text.replace(
        "head-baker: {title: Head Baker, function: baking}",
        "head-baker: {title: Head Baker, function: ovens}",
    )
    assert dict(role_profile(bakery(text), "head-baker"))["Reports to"] == ("Owner",)


def test_a_role_answers_for_outcomes_and_functions():
    said = dict(role_profile(BAKERY, "head-baker"))
    assert said["Accountable for"] == ("The outcome “My bread is fresh”", "Baking")


def test_a_role_is_rewarded_measure_by_measure():
    assert dict(role_profile(BAKERY, "driver"))["Rewarded for"] == ("Short trays",)


def test_a_function_says_what_it_reports_to_and_who_answers_for_that():
    assert dict(function_profile(BAKERY, "ovens"))["Reports to"] == ("Baking (Head Baker)",)


def test_a_function_says_with_whom_it_works():
    said = dict(function_profile(BAKERY, "baking"))
    assert said["Hands over to"] == ("Vans",)
    assert said["Takes over from"] == ("Ovens",)
    assert said["Reporting to it"] == ("Ovens",)


def test_a_function_says_what_its_roles_are_rewarded_for():
    assert dict(function_profile(BAKERY, "vans"))["Rewarded for"] == ("Driver: Short trays",)
