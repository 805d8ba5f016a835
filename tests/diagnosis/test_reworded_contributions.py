"""Two functions that promise customers the same in other words."""

from collections.abc import Mapping
from dataclasses import replace

from orgdesign.diagnosis.language import shared_reader
from orgdesign.diagnosis.rules.contributions import reworded_pairs
from orgdesign.model import Alignment, Function

BOATYARD = {
    "crane": "Lifts the boat out on the morning that was agreed",
    "painters": "Paint the hull in the colour that its owner saw on wood",
    "engines": "Run every engine for an hour before it goes back in",
    "office": "Says what a repair costs before anybody picks up a tool",
    "rigging": "Checks each shackle by hand",
    "berths": "Keeps a berth free for whoever comes in at night",
    "night": "Holds a berth for those who arrive late at night",
    "winter": "Covers the boat before the first frost",
}


def functions(contributions: Mapping[str, str]) -> list[Function]:
    return [
        Function(id_, id_, alignment=Alignment("desired", said, "direct"))
        for id_, said in contributions.items()
    ]


def pairs(these: list[Function]) -> list[tuple[str, str]]:
    return [(one.id, other.id) for one, other in reworded_pairs(these, shared_reader())]


def test_two_that_are_far_more_alike_than_others_of_their_outcome_repeat_each_other() -> None:
    assert pairs(functions(BOATYARD)) == [("berths", "night")]


def test_functions_that_serve_different_outcomes_may_say_alike() -> None:
    *others, last = functions({k: v for k, v in BOATYARD.items() if k != "night"} | {"night": ""})
    moved = replace(last, alignment=Alignment("other", BOATYARD["night"], "direct"))
    assert pairs([*others, moved]) == []


def test_one_that_enables_another_speaks_of_what_it_does() -> None:
    enabling = [
        replace(each, alignment=replace(each.alignment, link="enabling"))
        if each.id == "night"
        else each
        for each in functions(BOATYARD)
    ]
    assert pairs(enabling) == []


def test_branches_say_the_same_of_their_own_place() -> None:
    towns = {town: f"Opens the quay in {town} at six" for town in ("Hull", "Wick", "Deal")}
    assert pairs(functions(towns)) == []


def test_of_two_functions_alone_only_what_is_much_alike_is_told() -> None:
    assert pairs(functions({"a": BOATYARD["crane"], "b": BOATYARD["winter"]})) == []
    assert pairs(functions({"a": BOATYARD["berths"], "b": BOATYARD["night"]})) == [("a", "b")]
