"""The rules on metrics find what is not measured from the customer's side, and no more."""

from __future__ import annotations

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules import RULES
from orgdesign.model import Organisation
from orgdesign.yamlfile import read

HEAD = """\
organization: Lindenhof Library
outcome:
  statement: I find the book that I came for
  measures: [not-found]
  outcomes:
    lent: {statement: I take it home in a minute, measures: [queue]}
"""
MEASURES = """
measures:
  not-found: {name: Not found, baseline: 9, target: 2, better: lower, kind: customer}
  queue: {name: Minutes in the queue, baseline: 6, target: 1, better: lower, kind: customer}
  loans: {name: Loans, baseline: 410, target: 500, better: higher, kind: company}
"""


def library(rest: str, measures: str = "") -> Organisation:
    """Return a library that is well measured, with the parts given."""
    reading = read(f"{HEAD}{rest}{MEASURES}{measures}".encode(), "library.yaml")
    assert reading.problems == ()
    assert reading.organisation
    return reading.organisation


def found(rule: str, organisation: Organisation) -> list[Finding]:
    return list(RULES[rule].find(organisation))


def messages(rule: str, organisation: Organisation) -> list[str]:
    return [finding.message for finding in found(rule, organisation)]


USED = "functions: {desk: {name: Desk, measures: [queue, loans]}}"


def test_a_library_that_measures_what_readers_get_is_left_alone() -> None:
    names = [rule.name for rule in RULES.values() if rule.group == "metrics"]
    assert {name: messages(name, library(USED)) for name in names} == {name: [] for name in names}


def test_an_outcome_under_another_needs_a_measure_of_its_own() -> None:
    text = "    warm: {statement: I am warm while I read}\n"
    (finding,) = found("outcome-without-measure", library(text + USED))
    assert finding.message == "Nothing measures whether customers get “I am warm while I read”."
    assert finding.at == Place("outcome", "warm", ("measures",))


def test_a_function_without_a_measure_is_told_one_of_the_outcome_that_it_serves() -> None:
    text = "functions: {desk: {name: Desk, measures: [loans], alignment: {outcome: lent}}, %s}"
    cellar = "cellar: {name: Cellar, alignment: {outcome: lent}}"
    (finding,) = found("function-without-measure", library(text % cellar))
    assert finding.message == "Nothing measures what Cellar does."
    assert finding.remedy.endswith("does well, such as “Minutes in the queue”.")
    assert finding.others == (Place("measure", "queue"),)


def test_a_function_that_serves_nothing_is_told_no_measure() -> None:
    (finding,) = found("function-without-measure", library("functions: {cellar: {name: Cellar}}"))
    assert finding.remedy == "Choose a measure that customers notice when Cellar does well."


def test_company_measures_alone_are_found_and_named() -> None:
    more = "  cost: {name: Cost of a loan, kind: company}\n"
    text = "functions: {desk: {name: Desk, measures: [loans, cost], alignment: {outcome: lent}}}"
    (finding,) = found("only-company-measures", library(text, more))
    named = "“Loans” and “Cost of a loan”"
    assert finding.message == f"Desk is measured only by what the company gets: {named}."
    assert finding.remedy == "Add a measure of what customers get, such as “Minutes in the queue”."
    assert finding.at == Place("function", "desk", ("measures",))


def test_a_company_measure_on_an_outcome_is_found() -> None:
    text = "    liked: {statement: I am welcome, measures: [loans]}\n"
    assert messages("only-company-measures", library(text + USED)) == [
        "“I am welcome” is measured only by what the company gets: “Loans”."
    ]


def test_a_measure_that_does_not_say_whose_it_is_may_be_the_customers() -> None:
    more = "  smiles: {name: Smiles at the desk}\n"
    text = "functions: {desk: {name: Desk, measures: [loans, smiles]}}"
    assert messages("only-company-measures", library(text, more)) == []


def test_nobody_is_told_a_measure_by_the_name_of_one_that_it_has() -> None:
    more = "  desk-queue: {name: Minutes in the queue, baseline: 2, kind: company}\n"
    text = "functions: {desk: {name: Desk, measures: [desk-queue], alignment: {outcome: lent}}}"
    (finding,) = found("only-company-measures", library(text, more))
    assert finding.remedy == "Add a measure of what customers get."


TWO = "functions: {desk: {name: Desk}, cellar: {name: Cellar, alignment: {outcome: desired}}}\n"


def test_a_hand_off_without_a_measure_is_told_one_of_what_the_taker_serves() -> None:
    text = TWO + "handoffs: {order: {from: desk, to: cellar}}"
    (finding,) = found("handoff-without-measure", library(text))
    assert finding.message == "Nothing measures how customers fare when Desk hands over to Cellar."
    assert finding.remedy == "Choose one measure that both sides answer for, such as “Not found”."


def test_the_outcome_of_the_stage_comes_before_that_of_the_taker() -> None:
    journey = (
        "journey: {lending: {name: Takes it home, outcome: lent, functions: [desk, cellar]}}\n"
    )
    text = TWO + journey + "handoffs: {order: {from: desk, to: cellar, stage: lending}}"
    (finding,) = found("handoff-without-measure", library(text))
    assert finding.remedy.endswith("such as “Minutes in the queue”.")


def test_a_measure_in_use_must_say_all_of_itself() -> None:
    more = "  bare: {name: Books returned late}\n"
    text = "functions: {desk: {name: Desk, measures: [bare]}}"
    for field in ("baseline", "target", "direction", "kind"):
        (finding,) = found(f"measure-without-{field}", library(text, more))
        assert "“Books returned late”" in finding.message
        assert finding.others == (Place("function", "desk"),)


def test_nought_is_a_figure() -> None:
    more = "  lost: {name: Books lost, baseline: 0, target: 0, better: lower}\n"
    text = "functions: {desk: {name: Desk, measures: [lost]}}"
    assert messages("measure-without-baseline", library(text, more)) == []
    assert messages("measure-without-target", library(text, more)) == []


def test_of_a_measure_that_nobody_uses_only_that_is_said() -> None:
    more = "  visits: {name: Visits}\n"
    assert messages("measure-unused", library(USED, more)) == [
        "Nobody is measured by “Visits”, and nobody is paid for it."
    ]
    for field in ("baseline", "target", "direction", "kind"):
        assert messages(f"measure-without-{field}", library(USED, more)) == []


def test_which_way_is_better_is_guessed_from_figures_that_move() -> None:
    more = "  late: {name: Late, baseline: 9, target: 1}\n  hours: {name: Hours, target: 9}\n"
    text = "functions: {desk: {name: Desk, measures: [late, hours]}}"
    late, hours = found("measure-without-direction", library(text, more))
    assert late.remedy.endswith(": its target is below its baseline, so lower is probably meant.")
    assert hours.remedy == "Say which way is better."


def test_a_measure_that_only_a_reward_or_a_hand_off_uses_is_used() -> None:
    more = "  visits: {name: Visits}\n  order: {name: Orders lost}\n"
    roles = "roles: {porter: {title: Porter, rewarded_for: [{measure: visits}]}}\n"
    text = TWO + roles + "handoffs: {order: {from: desk, to: cellar, measure: order}}"
    assert messages("measure-unused", library(text, more)) == [
        "Nobody is measured by “Loans”, and nobody is paid for it."
    ]


DESIGN = """\
functions: {desk: {name: Desk}}
roles: {porter: {title: Porter}}
designs:
  next:
    name: Next year
    changes:
      - {change: add, function: van, name: Van, measures: [loans]}
      - {change: reward, role: porter, rewarded_for: [{measure: visits}]}
      - change: split
        function: desk
        into: {front: {name: Front, measures: [smiles]}, back: {name: Back}}
      - {change: rename, function: van, name: Idle}
"""


def test_a_measure_that_a_design_uses_is_used() -> None:
    more = "  visits: {name: Visits}\n  smiles: {name: Smiles}\n  idle: {name: Idle}\n"
    assert messages("measure-unused", library(DESIGN, more)) == [
        "Nobody is measured by “Idle”, and nobody is paid for it."
    ]


def test_a_measure_defined_twice_is_told_with_what_differs() -> None:
    more = (
        "  desk-queue: {name: minutes in  the Queue, baseline: 2, better: lower, kind: company}\n"
    )
    text = "functions: {desk: {name: Desk, measures: [desk-queue]}}"
    (finding,) = found("measure-defined-twice", library(text, more))
    differing = "with another baseline and kind"
    assert finding.message == f"“minutes in  the Queue” is defined twice, {differing}."
    assert finding.at == Place("measure", "desk-queue", ("name",))
    users = (Place("outcome", "lent"), Place("function", "desk"))
    assert finding.others == (Place("measure", "queue"), *users)


def test_a_measure_written_down_twice_in_the_same_way_is_found() -> None:
    more = "  again: {name: Loans, target: 500, better: higher, kind: company}\n"
    assert messages("measure-defined-twice", library(USED, more)) == ["“Loans” is defined twice."]
