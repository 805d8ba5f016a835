"""A split says where all that belonged to the whole goes, or it is asked."""

# ruff: noqa: E501 - a file is read line by line

from __future__ import annotations

from tests.designs.replay.test_replay import after, one

PLACED = "bread: {name: Bread, roles: [head-baker], functions: [ovens], handoffs: [out, up]}"


def test_what_is_said_goes_where_it_is_said_and_nothing_is_asked() -> None:
    done = after(f"split, function: baking, into: {{cakes: {{name: Cakes}}, {PLACED}}}")
    assert done.open == ()
    assert done.organisation.roles["head-baker"].function == "bread"
    assert one(done, "ovens").reports_to == "bread"
    assert done.organisation.handoffs["out"].giver == "bread"


def test_a_role_that_answers_for_one_part_is_in_it() -> None:
    done = after(
        "split, function: vans, into: {day: {name: Day, accountable: owner}, night: {name: Night, accountable: driver}}"
    )
    assert done.organisation.roles["driver"].function == "night"


def test_what_is_not_said_stays_with_the_part_that_keeps_the_id() -> None:
    done = after(
        "split, function: baking, into: {cakes: {name: Cakes}, baking: {name: Bread, headcount: 5}}"
    )
    assert done.open == ()
    assert done.organisation.roles["head-baker"].function == "baking"
    assert done.organisation.handoffs["out"].giver == "baking"


def test_parts_say_what_the_whole_said_but_for_its_people() -> None:
    done = after("split, function: baking, into: {bread: {name: Bread}, cakes: {name: Cakes}}")
    for part in ("bread", "cakes"):
        assert one(done, part).accountable == "head-baker"
        assert one(done, part).alignment.contribution == "Bakes at four"
        assert one(done, part).measures == ("late",)
        assert one(done, part).headcount is None


def test_a_part_serves_only_in_the_stages_that_it_names() -> None:
    done = after(
        "split, function: vans, into: {day: {name: Day, stages: [receives]}, night: {name: Night}}"
    )
    assert done.organisation.journey["receives"].functions == ("ovens", "baking", "day")


def test_a_later_change_answers_what_was_asked() -> None:
    done = after(
        "split, function: vans, into: {day: {name: Day}, night: {name: Night}}",
        "move-role, role: driver, function: night",
        "change-handoff, handoff: out, to: night",
    )
    assert done.open == ()
    assert done.organisation.roles["driver"].function == "night"


def test_a_measure_that_no_part_has_is_asked_for() -> None:
    done = after(
        "split, function: vans, into: {vans: {name: Day, measures: [late]}, night: {name: Night, measures: [late]}}"
    )
    assert [(each.kind, each.id) for each in done.open] == [("measure", "short")]


def test_an_empty_split_cannot_be_made() -> None:
    done = after("split, function: vans, into: {}")
    assert [each.reason for each in done.failures] == [
        "it does not say what Vans becomes; name at least one"
    ]
    assert "vans" in done.organisation.functions
