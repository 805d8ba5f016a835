"""What follows from what: one finding of a ring is the cause of the others, never of itself."""

from orgdesign.diagnosis import Finding, Place, RuleHit
from orgdesign.diagnosis.causes import with_causes
from tests.diagnosis.test_quicksand import bakery


def hit(rule: str) -> RuleHit:
    return RuleHit(rule, "warning", Finding(rule, Place("role", "baker"), "Mend it."))


def test_of_findings_that_follow_from_one_another_the_first_of_the_list_is_the_cause():
    token, duel = hit("token-customer-reward"), hit("dueling-silos")
    found = [*with_causes(bakery(), [token, duel])]
    assert [each.cause and each.cause.rule for each in found] == ["dueling-silos", None]
    assert [each.severity for each in found] == ["hint", "warning"]
