"""What is said of designs that do not work out: each sentence, in each of its cases."""

from __future__ import annotations

from orgdesign.diagnosis.rules import RULES
from orgdesign.yamlfile import read

ORGANISATION = """
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open, accountable: head}
functions:
  office: {name: Office, accountable: head, alignment: {outcome: desired}}
  baking: {name: Baking, reports_to: office, alignment: {outcome: desired}, headcount: 14}
  ovens: {name: Ovens, reports_to: baking, alignment: {outcome: desired}}
  vans: {name: Vans, reports_to: office, alignment: {outcome: desired}, headcount: 6}
roles:
  head: {title: Head, function: office, holder: A. Crumb}
  baker: {title: Baker, function: baking, holder: B. Rye}
  driver: {title: Driver, function: vans, holder: [C. Loaf, D. Bun]}
designs:
  parts:
    name: Two bakeries
    changes:
      - {change: split, function: baking, into: {north: {name: North}, south: {name: South}}}
  people:
    name: More and fewer
    changes:
      - {change: change-function, function: baking, headcount: 15}
      - {change: change-function, function: baking, headcount: 18}
      - {change: change-function, function: vans, headcount: 5}
      - {change: change-function, function: vans, headcount: 1}
  seats:
    name: Fewer seats
    changes:
      - {change: retire-role, role: driver}
      - {change: retire-role, role: baker}
  dates:
    name: Dates
    phases:
      first: {name: First, starts: 2027-05-01, ends: 2027-04-01}
      second: {name: Second, starts: 2027-03-01}
  owners:
    name: Owners
    phases: {spring: {name: Spring}, summer: {name: Summer}}
    changes:
      - {change: end-holder, role: driver, holder: C. Loaf, owner: miller}
      - {change: add-role, role: miller, title: Miller, vacant: yes}
      - {change: retire-role, role: miller}
      - {change: move, function: ovens, reports_to: office, owner: miller}
      - {change: add-role, role: packer, title: Packer, vacant: yes, phase: spring}
      - {change: retire-role, role: packer, phase: spring}
      - {change: move, function: ovens, reports_to: vans, owner: packer, phase: summer}
  order:
    name: Order
    phases: {spring: {name: Spring}, summer: {name: Summer}}
    changes:
      - {change: move, function: ovens, reports_to: office, phase: spring, after: [later]}
      - {change: move, function: vans, reports_to: baking, phase: summer, id: later}
  options:
    name: Options
    options:
      one: {name: One bakery, question: Where do we bake?}
      two: {name: Two bakeries, question: Where do we bake?}
      bike: {name: By bicycle, question: How does bread travel?}
      van: {name: By van, question: How does bread travel?}
      shop: {name: With a shop}
      stall: {name: With a stall}
    chosen: [bike, van]
  gaps:
    name: Gaps
    changes:
      - {change: add, function: f1, name: Rolls, reports_to: office}
      - {change: add, function: f2, name: Cakes, reports_to: office}
      - {change: add, function: f3, name: Pies, reports_to: office}
      - {change: add, function: f4, name: Tarts, reports_to: office}
      - {change: add, function: f5, name: Buns, reports_to: office}
      - {change: add, function: f6, name: Rusks, reports_to: office}
      - {change: add, function: f7, name: Scones, reports_to: office, accountable: head}
"""
RULES_OF_DESIGNS = ("design-undecided", "people-unaccounted", "design-order", "design-leaves-gap")


def test_each_sentence_on_a_design_is_whole(snapshot) -> None:  # type: ignore[no-untyped-def]
    organisation = read(ORGANISATION.encode(), "bakery.yaml").organisation
    assert organisation
    hits = (hit for name in RULES_OF_DESIGNS for hit in RULES[name].find(organisation))
    lines = [f"{hit.at.id} {hit.at.field}: {hit.message} {hit.remedy}" for hit in hits]
    snapshot("design_texts.txt", "\n".join(lines) + "\n")
