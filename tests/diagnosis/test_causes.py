"""What follows from what: one finding of a ring is the cause of the others, never of itself."""

from dataclasses import replace

from orgdesign.diagnosis import Finding, Place, RuleHit
from orgdesign.diagnosis.causes import with_causes
from orgdesign.model import Alignment
from tests.diagnosis.test_quicksand import bakery


def hit(rule: str) -> RuleHit:
    return RuleHit(rule, "warning", Finding(rule, Place("role", "baker"), "Mend it."))


def test_of_findings_that_follow_from_one_another_the_first_of_the_list_is_the_cause():
    token, duel = hit("token-customer-reward"), hit("dueling-silos")
    found = [*with_causes(bakery(), [token, duel])]
    assert [each.cause and each.cause.rule for each in found] == ["dueling-silos", None]
    assert [each.severity for each in found] == ["hint", "warning"]


def test_a_function_with_the_measures_of_its_outcome_is_told_under_that():
    rule, bread = "only-company-measures", bakery()
    function = next(each for each in bread.functions.values() if each.alignment.outcome)
    measures = bread.outcome.measures
    one = replace(function, measures=measures, alignment=Alignment("desired"))
    other = replace(one, id="other", measures=(*measures, "another"))
    functions = {**bread.functions, one.id: one, "other": other}
    places = [Place("outcome", "desired"), *(Place("function", id_) for id_ in (one.id, "other"))]
    hits = [RuleHit(rule, "warning", Finding(f"{at.id}", at, "Add one.")) for at in places]
    found = [*with_causes(replace(bread, functions=functions), hits)]
    assert [each.cause is not None for each in found] == [False, True, False]
