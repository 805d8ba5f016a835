"""People, posts and cost that go from function to function, come and leave."""

from __future__ import annotations

import pytest

from tests.designs.replay.test_replay import after, one


def test_people_go_from_one_function_to_another() -> None:
    done = after("transfer, from: baking, to: vans, people: 3")
    assert one(done, "baking").headcount == 6
    assert one(done, "vans").headcount == 7


def test_cost_goes_with_them_where_it_is_said() -> None:
    done = after(
        "change-function, function: baking, cost: 900",
        "transfer, from: baking, to: vans, people: 3, cost: 300",
    )
    assert (one(done, "baking").cost, one(done, "vans").cost) == (600, 300)


def test_leavers_leave_their_posts_open_and_vacancies_are_posts_alone() -> None:
    done = after(
        "transfer, from: baking, people: 2, way: leaver",
        "transfer, from: baking, people: 1, way: vacancy",
    )
    assert (one(done, "baking").headcount, one(done, "baking").posts) == (7, 8)


def test_new_posts_may_be_filled_or_open() -> None:
    done = after("transfer, to: vans, people: 1, posts: 3, way: new-posts")
    assert (one(done, "vans").headcount, one(done, "vans").posts) == (5, 7)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("from: vans, to: baking, people: 5", "Vans has 4 people, so 5 cannot leave it"),
        ("from: vans, to: vans, people: 1", "people cannot go from Vans to itself"),
        ("from: office, people: 1, way: redundancy", "it is not said how many people Office has"),
        ("from: vans, to: baking, people: 1, cost: 5", "it is not said what Vans costs"),
        ("from: vans, people: 1, posts: 9, way: redundancy", "Vans has 4 posts, so 9 cannot go"),
    ],
)
def test_what_is_not_there_cannot_go(change: str, reason: str) -> None:
    done = after(f"transfer, {change}")
    assert [each.reason for each in done.failures] == [reason]


def test_place_and_employer_change_and_the_people_are_still_counted() -> None:
    done = after(
        "change-function, function: vans, attributes: {employer: Fast Wheels, location: Leeds}",
        "change-function, function: vans, attributes: {location: ''}",
    )
    assert one(done, "vans").attributes == {"employer": "Fast Wheels"}
    assert one(done, "vans").headcount == 4


def test_a_line_that_was_solid_can_stay_dotted_and_become_solid_again() -> None:
    move = "move, function: vans, reports_to: baking, keeps_line: yes, label: chapter"
    line = one(after(move), "vans").dotted_to[0]
    assert (line.to, line.label) == ("office", "chapter")
    back = after(move, "move, function: vans, reports_to: office")
    assert one(back, "vans").dotted_to == ()
    assert one(after("dot, function: vans, to: baking"), "vans").reports_to == "office"
    assert (
        one(
            after("dot, function: vans, to: baking", "undot, function: vans, to: baking"), "vans"
        ).dotted_to
        == ()
    )


def test_lines_follow_a_merge_and_end_with_a_function() -> None:
    line = "dot, function: vans, to: ovens"
    merged = after(line, "merge, functions: [baking, ovens], into: hot, name: Hot")
    assert [each.to for each in one(merged, "vans").dotted_to] == ["hot"]
    assert one(after(line, "retire, function: ovens"), "vans").dotted_to == ()
