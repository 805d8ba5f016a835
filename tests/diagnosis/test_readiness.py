"""Readiness is answered by people; beside it stands what the file shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orgdesign.diagnosis.finding import Place
from orgdesign.diagnosis.readiness import customer_assets, evidence, maturity, officer, power_core
from orgdesign.diagnosis.readiness.commitments import levels_from_chief, pledges
from orgdesign.diagnosis.ties import Ties
from orgdesign.model import (
    Assessment,
    Commitment,
    CustomerAsset,
    Function,
    Measure,
    Organisation,
    Outcome,
    Reply,
    Reward,
    Role,
    Sharing,
    Stage,
    StageMaturity,
)
from orgdesign.yamlfile.schema import assessment as shapes

BARE = Organisation("Harvest Bakery", Outcome("desired", "My bread is at the door before I open"))


def assessed(**parts: object) -> Organisation:
    return replace(BARE, assessment=Assessment(**parts))  # type: ignore[arg-type]


def says(organisation: Organisation, question: str) -> list[str]:
    return [each.says for each in evidence.evidence(organisation, Ties(organisation), question)]


def test_every_question_of_the_file_has_words_and_evidence() -> None:
    assert tuple(officer.QUESTIONS) == shapes.QUESTIONS
    assert tuple(power_core.QUESTIONS) == shapes.POWER_CORE
    assert tuple(power_core.CORES) == shapes.POWERS
    assert tuple(customer_assets.ASSETS) == shapes.ASSETS
    assert all(says(BARE, question) for question in officer.QUESTIONS)
    assert all(tuple(answers) == shapes.POWERS for _, answers in power_core.QUESTIONS.values())


def test_questions_stand_are_missing_or_are_open() -> None:
    replies = {"clarity": Reply(answer=True), "told": Reply(answer=False), "process": Reply()}
    standing = officer.standing(assessed(chief_customer_officer=replies))
    assert [each.id for each in standing.stands] == ["clarity"]
    assert [each.id for each in standing.missing] == ["told"]
    assert len(standing.open) == 9


def test_evidence_counts_and_names_what_is_lacking() -> None:
    measures = {
        "late": Measure("late", "Late mornings", kind="customer"),
        "tons": Measure("tons", "Tons"),
    }
    roles = {
        "baker": Role("baker", "Baker", rewarded_for=(Reward("late"),)),
        "miller": Role("miller", "Miller", rewarded_for=(Reward("tons"),)),
        "guest": Role("guest", "Guest"),
    }
    outcome = replace(
        BARE.outcome,
        accountable="baker",
        outcomes={"fresh": Outcome("fresh", "It is fresh", accountable="miller")},
    )
    organisation = replace(BARE, outcome=outcome, roles=roles, measures=measures)
    (found,) = evidence.evidence(organisation, Ties(organisation), "rewarded")
    assert (
        found.says
        == "1 of 2 roles that a customer outcome reaches are paid for a customer measure."
    )
    assert found.lacking == (Place("role", "miller"),)


def test_the_power_core_is_where_most_answers_point() -> None:
    answers = {"success": "sales", "stars": "sales", "leaders": "product"}
    found = power_core.power_core(assessed(power_core=answers))
    assert found.leading == ("sales",)
    assert found.counts == (("sales", 2), ("product", 1))
    assert found.open == ("strengths", "excellence", "competencies")


def test_two_cores_can_be_level() -> None:
    answers = {"success": "sales", "stars": "product"}
    assert power_core.power_core(assessed(power_core=answers)).leading == ("product", "sales")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "Nobody has answered yet."),
        ({"success": "sales", "stars": "sales", "leaders": "product"},
         "So far Sales leads, with 2 of 3 answers."),
        (dict.fromkeys(power_core.QUESTIONS, "business"),
         "Vertical business sets the agenda: 6 of 6 answers point to it."),
        ({"success": "sales", "stars": "product"},
         "Product and Sales are level, with 1 answer each: they share the agenda,"
         " or contend for it."),
        (dict(zip(power_core.QUESTIONS, ["sales", "sales", "product", "product", "customer",
                                         "customer"], strict=True)),
         "Product, Sales and Customer are level, with 2 answers each: they share the agenda,"
         " or contend for it."),
    ],
)  # fmt: skip
def test_where_the_power_core_is_can_be_said(answers: dict[str, str], sentence: str) -> None:
    assert power_core.power_core(assessed(power_core=answers)).sentence == sentence


def test_fewer_lost_customers_are_better() -> None:
    lost = CustomerAsset(value=90, previous=120)
    entries = {
        each.asset.id: each
        for each in customer_assets.board(assessed(customer_assets={"lost-customers": lost}))
    }
    assert entries["lost-customers"].change == -30
    assert entries["lost-customers"].is_better is True
    assert entries["renewals"].is_better is None


def test_a_metric_that_two_measures_count_in_their_own_way_is_disputed() -> None:
    measures = {
        "churn": Measure("churn", "Churn rate", unit="%", better="lower"),
        "left": Measure("left", "Lost customers", unit="customers", better="lower"),
        "late": Measure("late", "Late mornings"),
    }
    entries = {
        each.asset.id: each for each in customer_assets.board(replace(BARE, measures=measures))
    }
    assert [each.id for each in entries["lost-customers"].rivals] == ["churn", "left"]
    assert entries["lost-customers"].is_disputed
    assert not entries["renewals"].is_disputed


def test_a_measure_of_time_counts_no_customers() -> None:
    measures = {
        "wait": Measure("wait", "Days from referral to first visit", unit="days"),
        "seen": Measure("seen", "Time to referral", unit="weeks"),
        "sent": Measure("sent", "Referrals by customers"),
    }
    entries = {
        each.asset.id: each for each in customer_assets.board(replace(BARE, measures=measures))
    }
    assert [each.id for each in entries["referrals"].rivals] == ["sent"]


def test_time_is_held_against_what_the_practice_recommends() -> None:
    commitments = {
        "a": Commitment(time=24),
        "b": Commitment(time=25),
        "c": Commitment(time=50),
        "d": Commitment(time=51),
        "e": Commitment(),
    }
    organisation = replace(
        assessed(sharing=Sharing(commitments=commitments)),
        functions={each: Function(each, each) for each in commitments},
    )
    assert [each.function for each in pledges(organisation) if each.is_below] == ["a", "e"]
    assert [each.function for each in pledges(organisation) if each.is_above] == ["d"]


def test_a_stage_has_levels_to_climb_once_both_ends_are_said() -> None:
    organisation = replace(
        assessed(
            maturity={
                "buys": StageMaturity("defaulted", "deliberate"),
                "uses": StageMaturity("reliable"),
            }
        ),
        journey={"buys": Stage("buys", "Buys"), "uses": Stage("uses", "Uses")},
    )
    assert [each.steps for each in maturity.stage_standings(organisation)] == [2, None]


def sponsored(sponsor: Role, **functions: Function) -> Organisation:
    """Return an organisation whose work is sponsored by a role."""
    return replace(
        assessed(sharing=Sharing(sponsor=sponsor.id)),
        roles={sponsor.id: sponsor},
        functions=functions,
    )


def test_a_sponsor_is_as_far_from_the_chief_as_the_function_that_it_leads() -> None:
    top, bread = Function("top", "Top"), Function("bread", "Bread", reports_to="top")
    rolls = Function("rolls", "Rolls", reports_to="bread", accountable="baker")
    organisation = sponsored(Role("baker", "Baker"), top=top, bread=bread, rolls=rolls)
    assert levels_from_chief(organisation) == 2


def test_a_sponsor_that_leads_nothing_is_one_level_beneath_its_function() -> None:
    top = Function("top", "Top", accountable="owner")
    organisation = sponsored(Role("cashier", "Cashier", function="top"), top=top)
    assert levels_from_chief(organisation) == 1


def test_nothing_is_said_of_levels_where_no_one_function_stands_over_most() -> None:
    one, other = Function("one", "One", accountable="owner"), Function("other", "Other")
    assert levels_from_chief(sponsored(Role("owner", "Owner"), one=one, other=other)) is None
    assert levels_from_chief(sponsored(Role("owner", "Owner"), other=other)) is None
