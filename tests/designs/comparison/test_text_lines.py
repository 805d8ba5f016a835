"""What a file says, in lines that git can compare."""

from orgdesign.designs.comparison.text_lines import organisation_lines
from orgdesign.yamlfile import read

BAKERY = """\
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open, measures: [late]}
functions:
  office: {name: Office, headcount: 2}
  vans: {name: Vans, reports_to: office, accountable: driver, measures: [late], alignment: {outcome: desired, contribution: Leaves at five, link: direct}}
roles:
  driver: {title: Driver, function: vans, vacant: yes}
measures:
  late: {name: Late mornings, baseline: 31}
handoffs:
  out: {from: office, to: vans, passes: The round}
designs:
  nights:
    name: Nights
    phases: {spring: {name: Spring, starts: 2026-03-01}}
    changes:
      - {change: retire-role, role: driver, phase: spring, owner: chief}
      - {change: add-role, role: chief, title: Chief, phase: spring, owner: driver}
      - {change: move, function: vans}
"""  # noqa: E501 - a file is read line by line


def test_each_thing_that_a_file_says_has_a_line():
    organisation = read(BAKERY.encode(), "bakery.yaml").organisation
    assert organisation
    assert list(organisation_lines(organisation)) == [
        "Organisation: Harvest Bakery",
        "Outcome: “My bread is at the door before I open”",
        "  measures: Late mornings",
        "Function: Office",
        "  people: 2",
        "Function: Vans",
        "  reports to: Office",
        "  accountable: Driver",
        "  serves: “My bread is at the door before I open” directly",
        "  contributes: Leaves at five",
        "  measured by: Late mornings",
        "Role: Driver",
        "  function: Vans",
        "  vacant",
        "Measure: Late mornings",
        "  baseline: 31",
        "The hand-off from Office to Vans",
        "  passes: “The round”",
        "Design: Nights",
        "  phase: Spring, 2026-03-01",
        "  Vans moves from Office to the top.",
        "  Spring: Driver ends. (Chief)",
        "  Spring: Chief is a new role. (Driver)",
    ]
