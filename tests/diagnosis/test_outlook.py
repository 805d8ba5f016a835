"""What designs make worse is told as hints of the design, in the phase that does it."""

from __future__ import annotations

from orgdesign.diagnosis.effects.outlook import design_outlooks, made_worse
from orgdesign.diagnosis.finding import Place
from orgdesign.yamlfile import read

SHOP = b"""
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open}
functions:
  desk: {name: Desk, alignment: {outcome: desired, contribution: Takes the order, link: direct}}
  ovens: {name: Ovens, reports_to: desk}
journey:
  orders: {name: Orders, functions: [desk, ovens]}
designs:
  online:
    name: Online
    phases: {now: {name: This year}}
    changes:
      - {change: retire, function: desk, phase: now}
"""


def test_retiring_whom_customers_meet_first_is_told_of_the_design() -> None:
    organisation = read(SHOP, "bakery.yaml").organisation
    assert organisation
    hits = [*made_worse(organisation, design_outlooks(organisation))]
    retired = next(hit for hit in hits if hit.rule == "stage-not-served")
    assert retired.finding.at == Place("design", "online", ("changes", 0))
    assert retired.finding.message == (
        "Online retires Desk, whom customers meet first in “Orders”, and says nobody in its place."
    )
    assert {hit.severity for hit in hits} == {"hint"}
