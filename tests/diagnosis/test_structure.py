"""The rules on structure find spans and layers that do not suit the work, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orgdesign.diagnosis.finding import Finding, Place
from orgdesign.diagnosis.rules import RULES
from orgdesign.diagnosis.rules.structure import needed_layers
from orgdesign.model import Alignment, Function, Organisation, Outcome, Work


def company(*functions: Function) -> Organisation:
    outcome = Outcome("desired", "I am across in ten minutes")
    return Organisation("Harbour Ferries", outcome, {one.id: one for one in functions})


def tree(lines: str) -> Organisation:
    """Return functions from lines of ``leader: report report``, named by their ids."""
    above = {
        report: leader
        for leader, reports in (line.split(":") for line in lines.split("\n"))
        for report in reports.split()
    }
    ids = dict.fromkeys([*above.values(), *above])
    return company(*(Function(id_, id_.title(), above.get(id_)) for id_ in ids))


def led(reports: int, work: Work | None = None, headcount: float | None = None) -> Organisation:
    """Return a function in the middle that leads so many others."""
    middle = Function("piers", "Piers", "top", headcount=headcount, work=work)
    crews = (Function(f"crew-{each}", f"Crew {each}", "piers") for each in range(reports))
    return company(Function("top", "Top"), middle, *crews)


def found(rule: str, organisation: Organisation) -> list[Finding]:
    return list(RULES[rule].find(organisation))


def messages(rule: str, organisation: Organisation) -> list[str]:
    return [finding.message for finding in found(rule, organisation)]


@pytest.mark.parametrize(
    ("work", "fewest", "most"),
    [
        ("player-coach", 3, 5),
        ("coach", 6, 7),
        ("supervisor", 8, 10),
        ("facilitator", 11, 15),
        ("coordinator", 15, 400),
    ],
)
def test_each_kind_of_work_has_its_span(work: Work, fewest: int, most: int) -> None:
    for reports in (fewest, most):
        assert found("span-of-control", led(reports, work)) == []
    assert len(found("span-of-control", led(fewest - 1, work))) == 1
    if work != "coordinator":
        assert len(found("span-of-control", led(most + 1, work))) == 1


def test_a_span_is_told_with_the_kind_of_work_that_it_would_suit() -> None:
    (finding,) = found("span-of-control", led(8, "coach"))
    assert finding.message == "8 functions report to Piers, where a coach leads 6 or 7."
    assert finding.at == Place("function", "piers", ("work",))
    assert finding.remedy == (
        "Let some of them report to one of the others, "
        "or say what kind of work leading it is (8 suit a supervisor)."
    )


def test_without_a_kind_of_work_up_to_fifteen_will_do() -> None:
    assert found("span-of-control", led(15)) == []
    assert messages("span-of-control", led(16)) == [
        "16 functions report to Piers, where 3 to 15 suit most kinds of work."
    ]


def test_two_reports_may_have_any_number_of_people_beside_them() -> None:
    assert found("span-of-control", led(2)) == []


def test_people_of_its_own_make_up_for_reports_that_are_too_few() -> None:
    assert found("span-of-control", led(2, "coach", headcount=30)) == []
    assert len(found("span-of-control", led(2, "coach", headcount=4))) == 1
    assert len(found("span-of-control", led(2, headcount=1))) == 1


def test_people_of_its_own_do_not_count_for_too_many() -> None:
    assert found("span-of-control", led(5, "player-coach", headcount=300)) == []


def test_a_single_report_is_left_to_the_rule_on_chains() -> None:
    assert found("span-of-control", led(1, "coach")) == []


@pytest.mark.parametrize(
    ("functions", "span", "layers"),
    [(1, 3, 1), (4, 3, 2), (5, 3, 3), (13, 3, 3), (14, 3, 4), (43, 6, 3), (44, 6, 4)],
)
def test_layers_are_needed_for_so_many_functions(functions: int, span: int, layers: int) -> None:
    assert needed_layers(functions, span) == layers


DEEP = "top: piers money\npiers: north south\nnorth: crews boats"


def test_four_layers_are_too_many_for_seven_functions() -> None:
    (finding,) = found("too-many-layers", tree(DEEP))
    assert finding.message == (
        "Top and the 6 functions under it stand in 4 layers; 3 to each, they would fit into 3."
    )
    assert finding.at == Place("function", "crews", ("reports_to",))
    assert finding.remedy == "Take out a layer between Top and Crews."
    above = [place.id for place in finding.others]
    assert above == ["north", "piers", "top"]


def test_four_layers_are_as_many_as_fourteen_functions_need() -> None:
    assert found("too-many-layers", tree(DEEP + "\nmoney: a b c d e f g")) == []


def test_three_layers_are_never_too_many() -> None:
    assert found("too-many-layers", tree("top: piers\npiers: north")) == []


def led_as(**works: Work) -> Organisation:
    """Return fourteen functions in four layers, whose leaders say their kind of work."""
    functions = tree(DEEP + "\nmoney: a b c d e f g").functions.values()
    return company(*(replace(each, work=works.get(each.id)) for each in functions))


def test_wider_kinds_of_work_need_fewer_layers() -> None:
    asked = led_as(top="supervisor", piers="coach", north="coach", money="coordinator")
    (message,) = messages("too-many-layers", asked)
    assert message.endswith("led as a coach leads, 6 or 7 each, they would fit into 3.")


def test_the_narrowest_kind_of_work_decides_how_many_layers_are_needed() -> None:
    asked = led_as(top="coach", piers="coach", north="player-coach", money="coach")
    assert found("too-many-layers", asked) == []


def test_a_leader_that_does_not_say_its_work_may_lead_as_few_as_three() -> None:
    assert found("too-many-layers", led_as(top="coach", piers="coach", money="coach")) == []


def test_each_top_is_reckoned_by_itself() -> None:
    (finding,) = found("too-many-layers", tree(DEEP + "\nother: a b c d e f g h"))
    assert finding.message.startswith("Top and the 6 functions")


def test_a_chain_of_single_reports_is_told_once_from_its_top() -> None:
    (finding,) = found("single-report-chain", tree("top: piers money\npiers: north\nnorth: crews"))
    assert finding.message == "Piers leads only North, which leads only Crews."
    assert finding.at == Place("function", "north", ("reports_to",))
    assert finding.remedy == "Let North report to Top, or make them one function."


@pytest.mark.parametrize(("accountable", "chains"), [("head", 1), ("other", 0)])
def test_people_of_its_own_make_no_layer_useful_that_is_led_as_one(
    accountable: str, chains: int
) -> None:
    serves = Alignment("desired")
    organisation = company(
        Function("top", "Top"),
        Function("money", "Money", "top"),
        Function("piers", "Piers", "top", "head", serves, headcount=3),
        Function("north", "North", "piers", accountable, serves, headcount=8),
    )
    assert len(found("single-report-chain", organisation)) == chains


def test_the_very_top_may_have_a_single_report() -> None:
    assert found("single-report-chain", tree("board: top\ntop: piers money")) == []


def test_two_chains_are_two_findings() -> None:
    lines = "top: piers money\npiers: north\nmoney: tickets"
    assert messages("single-report-chain", tree(lines)) == [
        "Piers leads only North.",
        "Money leads only Tickets.",
    ]


def test_several_tops_are_one_finding_beside_the_first_that_leads() -> None:
    organisation = company(
        Function("law", "Law"),
        Function("top", "Top"),
        Function("money", "Money"),
        Function("piers", "Piers", "top"),
    )
    (finding,) = found("several-roots", organisation)
    assert finding.message == "Law and Money report to nobody, and neither does Top."
    assert finding.at == Place("function", "law", ("reports_to",))
    assert finding.remedy == "Say whom Law and Money report to."


def test_a_file_without_reporting_lines_does_not_say_who_leads() -> None:
    assert found("several-roots", company(Function("law", "Law"), Function("top", "Top"))) == []


def test_one_top_is_as_it_should_be() -> None:
    assert found("several-roots", tree(DEEP)) == []
