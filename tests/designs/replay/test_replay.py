"""The changes of a design, made on today's organisation."""

# ruff: noqa: E501 - a file is read line by line

from __future__ import annotations

from textwrap import indent

import pytest

from orgdesign.designs import replay as replay_room
from orgdesign.designs.replay import ReplayResult, replay
from orgdesign.model import Alignment, Function, Organisation
from orgdesign.yamlfile import read

TODAY = """\
organization: Harvest Bakery
outcome:
  statement: My bread is at the door before I open
  outcomes: {fresh: {statement: My bread is fresh, accountable: head-baker}}
functions:
  office: {name: Office, accountable: owner}
  baking: {name: Baking, reports_to: office, accountable: head-baker, headcount: 9, measures: [late], alignment: {outcome: fresh, contribution: Bakes at four}}
  ovens: {name: Ovens, reports_to: baking, headcount: 3}
  vans: {name: Vans, reports_to: office, accountable: driver, headcount: 4, measures: [late, short], alignment: {outcome: desired, also: [fresh]}}
roles:
  owner: {title: Owner, function: office}
  head-baker: {title: Head Baker, function: baking}
  driver: {title: Driver, function: vans, rewarded_for: [{measure: short}]}
measures:
  late: {name: Late mornings}
  short: {name: Short trays}
journey:
  orders: {name: Orders, functions: [office]}
  receives: {name: Receives, functions: [ovens, baking, vans]}
handoffs:
  out: {from: baking, to: vans, stage: receives}
  up: {from: ovens, to: baking}
assessment:
  power_core_function: vans
  sharing: {sponsor: driver, commitments: {vans: {time: 30}}}
designs:
  try:
    name: Try
    phases: {spring: {name: Spring}, autumn: {name: Autumn}}
    changes:
"""


def after(*changes: str, through: str | None = None, design: str = "") -> ReplayResult:
    """Return the bakery after changes, each written as in a file, of a design that says more."""
    bakery = organisation(*changes, design=design)
    return replay(bakery, bakery.designs["try"], through)


def organisation(*changes: str, design: str = "") -> Organisation:
    today = TODAY.replace("    changes:\n", f"{indent(design, ' ' * 4)}    changes:\n")
    text = today + "".join(f"      - {{change: {change}}}\n" for change in changes)
    reading = read(text.encode(), "bakery.yaml")
    assert reading.problems == ()
    assert reading.organisation
    return reading.organisation


def one(done: ReplayResult, id_: str) -> Function:
    assert done.failures == ()
    return done.organisation.functions[id_]


def names(organisation: Organisation) -> list[str]:
    return [function.name for function in organisation.functions.values()]


def test_without_changes_it_is_today() -> None:
    done = after()
    assert names(done.organisation) == ["Office", "Baking", "Ovens", "Vans"]
    assert done.lineage == {each: (each,) for each in ("office", "baking", "ovens", "vans")}


def test_a_function_moves_under_another_and_to_the_top() -> None:
    assert one(after("move, function: vans, reports_to: baking"), "vans").reports_to == "baking"
    assert one(after("move, function: ovens"), "ovens").reports_to is None


def test_a_function_is_added_last_and_comes_from_none() -> None:
    done = after("add, function: shop, name: Shop, reports_to: office, headcount: 2")
    assert one(done, "shop").headcount == 2
    assert names(done.organisation)[-1] == "Shop"
    assert done.lineage["shop"] == ()


def test_a_function_gets_another_name_and_another_outcome() -> None:
    done = after(
        "rename, function: vans, name: Night vans",
        "align, function: vans, alignment: {outcome: fresh, contribution: Drives at five}",
    )
    assert one(done, "vans").name == "Night vans"
    assert one(done, "vans").alignment == Alignment("fresh", "Drives at five")


def test_merged_functions_add_up_what_they_have() -> None:
    done = after("merge, functions: [baking, vans], into: nights, name: Night team")
    assert one(done, "nights") == Function(
        "nights",
        "Night team",
        reports_to="office",
        accountable="head-baker",
        alignment=Alignment("fresh", "Bakes at four", also=("desired",)),
        measures=("late", "short"),
        headcount=13,
    )
    assert done.lineage["nights"] == ("baking", "vans")
    assert names(done.organisation) == ["Office", "Night team", "Ovens"]


def test_all_that_referred_to_merged_functions_refers_to_the_one() -> None:
    now = after("merge, functions: [baking, vans], into: nights, name: Nights").organisation
    assert now.functions["ovens"].reports_to == "nights"
    assert now.roles["driver"].function == "nights"
    assert now.journey["receives"].functions == ("ovens", "nights")
    assert [(each.giver, each.taker) for each in now.handoffs.values()] == [("ovens", "nights")]
    assert now.assessment.power_core_function == "nights"
    assert list(now.assessment.sharing.commitments) == ["nights"]


def test_a_function_merged_into_another_keeps_what_that_one_says() -> None:
    done = after("merge, functions: [ovens, baking], into: baking")
    assert one(done, "baking").name == "Baking"
    assert one(done, "baking").reports_to == "office"
    assert one(done, "baking").headcount == 12


def test_a_merge_does_not_lose_a_function_between_the_merged_ones() -> None:
    done = after(
        "add, function: trays, name: Trays, reports_to: ovens",
        "merge, functions: [trays, baking], into: trays",
    )
    assert [each.reason for each in done.failures] == [
        "Ovens stands between the functions that are merged; merge or move it too"
    ]


def test_a_split_stands_where_the_whole_stood() -> None:
    done = after(
        "split, function: baking, into: {bread: {name: Bread}, cakes: {name: Cakes, reports_to: bread}}"
    )
    assert names(done.organisation) == ["Office", "Bread", "Cakes", "Ovens", "Vans"]
    assert one(done, "bread").reports_to == "office"
    assert one(done, "cakes").reports_to == "bread"
    assert one(done, "ovens").reports_to == "bread"
    assert done.organisation.journey["receives"].functions == ("ovens", "bread", "cakes", "vans")
    assert done.organisation.roles["head-baker"].function is None
    assert [(each.kind, each.id) for each in done.open] == [
        ("role", "head-baker"),
        ("function", "ovens"),
        ("handoff", "out"),
        ("handoff", "up"),
    ]
    assert done.lineage == {
        "office": ("office",),
        "ovens": ("ovens",),
        "vans": ("vans",),
        "bread": ("baking",),
        "cakes": ("baking",),
    }


def test_the_reports_of_a_retired_function_go_up_or_to_an_heir() -> None:
    assert one(after("retire, function: baking"), "ovens").reports_to == "office"
    heir = after("retire, function: baking, reports_to: vans")
    assert one(heir, "ovens").reports_to == "vans"
    inherits = after("retire, function: baking, reports_to: ovens")
    assert one(inherits, "ovens").reports_to == "office"


def test_a_retired_function_leaves_the_journey_with_its_hand_offs() -> None:
    now = after("retire, function: vans").organisation
    assert now.journey["receives"].functions == ("ovens", "baking")
    assert list(now.handoffs) == ["up"]
    assert now.roles["driver"].function is None
    assert now.assessment.power_core_function is None


def test_roles_come_change_move_and_end() -> None:
    now = after(
        "add-role, role: night-lead, title: Night Lead, function: vans",
        "appoint, function: vans, accountable: night-lead",
        "appoint, outcome: fresh, accountable: night-lead",
        "appoint, handoff: out, accountable: night-lead",
        "change-role, role: driver, title: First Driver",
        "move-role, role: driver, function: baking",
        "reward, role: driver, rewarded_for: [{measure: late, weight: 100}]",
        "retire-role, role: head-baker",
        "change-measure, measure: late, target: 3",
    ).organisation
    driver = now.roles["driver"]
    assert (driver.title, driver.function) == ("First Driver", "baking")
    assert [each.measure for each in driver.rewarded_for] == ["late"]
    assert now.functions["vans"].accountable == "night-lead"
    assert now.functions["baking"].accountable is None
    assert now.outcome.outcomes["fresh"].accountable == "night-lead"
    assert now.handoffs["out"].accountable == "night-lead"
    assert (now.measures["late"].name, now.measures["late"].target) == ("Late mornings", 3)


def test_a_retired_role_answers_for_nothing_any_more() -> None:
    now = after("retire-role, role: driver").organisation
    assert now.functions["vans"].accountable is None
    assert now.assessment.sharing.sponsor is None


def test_changes_are_made_in_the_order_of_the_phases_then_of_the_file() -> None:
    changes = (
        "rename, function: vans, name: Autumn vans, phase: autumn",
        "rename, function: vans, name: Spring vans, phase: spring",
        "rename, function: ovens, name: Hot ovens",
    )
    assert one(after(*changes), "vans").name == "Autumn vans"
    spring = after(*changes, through="spring")
    assert (one(spring, "vans").name, one(spring, "ovens").name) == ("Spring vans", "Hot ovens")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            ("move, function: baking, reports_to: ovens",),
            "Baking cannot report to Ovens, which is Baking itself or reports to it; move that one first",
        ),
        (
            ("move, function: vans, reports_to: shop", "add, function: shop, name: Shop"),
            'the function "shop" is not there yet; put the change that makes it before this one',
        ),
        (
            ("retire, function: vans", "rename, function: vans, name: Vans again"),
            'the function "vans" has been retired; refer to what there is then',
        ),
        (
            ("merge, functions: [ovens, vans], into: hot, name: Hot", "move, function: vans"),
            'the function "vans" has been merged into "hot"; refer to what there is then',
        ),
        (
            ("split, function: vans, into: {day: {name: Day}, night: {name: Night}}", "retire, function: vans"),
            'the function "vans" has been split into "day" and "night"; refer to what there is then',
        ),
        (
            ("split, function: vans, into: {day: {name: Day, reports_to: night}, night: {name: Night, reports_to: day}}",),
            "Day would report to itself, by way of those under it",
        ),
        (
            ("retire, function: vans", "appoint, handoff: out, accountable: owner"),
            'the hand-off "out" has ended with a function of it; refer to what there is then',
        ),
        (
            ("retire-role, role: owner", "appoint, function: vans, accountable: owner"),
            'the role "owner" has been retired; refer to what there is then',
        ),
        (
            ("retire, function: office, reports_to: ovens",),
            "Ovens is further down in Office; name one that reports to Office directly, or one outside it",
        ),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_made_is_told_and_the_rest_is_made(
    changes: tuple[str, ...], reason: str
) -> None:
    done = after(*changes, "rename, function: office, name: Head office")
    assert [each.reason for each in done.failures] == [reason]
    if "office" in done.organisation.functions:
        assert done.organisation.functions["office"].name == "Head office"


def test_functions_are_followed_from_phase_to_phase() -> None:
    bakery = organisation(
        "add, function: shop, name: Shop, phase: spring",
        "merge, functions: [baking, vans], into: nights, name: Nights, phase: spring",
        "split, function: nights, into: {one: {name: One}, two: {name: Two}}, phase: autumn",
    )
    spring = replay_room.structure_after(bakery, bakery.designs["try"], "spring")
    end = replay_room.structure_after(bakery, bakery.designs["try"])
    assert replay_room.lineage_between(spring, end) == {
        "office": ("office",),
        "ovens": ("ovens",),
        "shop": ("shop",),
        "one": ("nights",),
        "two": ("nights",),
    }
    assert replay_room.lineage_between(end, spring)["nights"] == ("one", "two")


def test_a_file_has_a_structure_for_today_and_for_the_end_of_each_phase() -> None:
    names = [
        each.name for each in replay_room.all_structures(organisation("move, function: ovens"))
    ]
    assert names == ["Today", "Try, after Spring", "Try, after Autumn", "Try"]
