"""A phase of a design becomes the new today, in the file as people wrote it."""

# ruff: noqa: E501 - a file is read line by line

from __future__ import annotations

import pytest

from orgdesign.designs.adoption import Adoption, AdoptionBlocked, adopt_design
from orgdesign.yamlfile import Reading, read
from orgdesign.yamlfile.editing import CannotEdit

TODAY = """\
# The bakery, as agreed in March.
organization: Harvest Bakery
outcome: {statement: My bread is at the door before I open}
functions:
  office: {name: Office}    # upstairs
  # Both of these start at four.
  baking: {name: Baking, reports_to: office, headcount: 9}
  ovens: {name: Ovens, reports_to: office, headcount: 3}   # new ones are on order

  vans:
    name: Vans
    reports_to: office
roles:
  owner: {title: Owner}
"""
PHASES = "    phases: {spring: {name: Spring}, autumn: {name: Autumn}}\n"


def design(*changes: str, name: str = "try") -> str:
    lines = "".join(f"      - {{change: {change}}}\n" for change in changes)
    return f"  {name}:\n    name: {name.title()}\n{PHASES}    changes:\n{lines}"


def bakery(*designs: str) -> Reading:
    reading = read(f"{TODAY}designs:\n{''.join(designs)}".encode(), "bakery.yaml")
    assert reading.problems == ()
    return reading


def text(settled: Adoption) -> str:
    assert settled.reading.source
    return settled.reading.source.text


MOVE = "move, function: vans, reports_to: baking"


def test_only_the_lines_that_the_changes_are_about_differ() -> None:
    now = text(adopt_design(bakery(design(MOVE)), "try"))
    assert now == TODAY.replace(
        "    name: Vans\n    reports_to: office", "    name: Vans\n    reports_to: baking"
    ) + ("designs: {}\n")


def test_what_becomes_one_keeps_the_lines_of_the_first_and_what_stands_beside_them() -> None:
    merged = adopt_design(bakery(design("merge, functions: [baking, ovens], into: nights, name: Nights")), "try")  # fmt: skip
    assert text(merged).splitlines()[5:9] == [
        "  # Both of these start at four.",
        "  nights: {name: Nights, reports_to: office, headcount: 12}",
        "",
        "  vans:",
    ]


def test_later_phases_stay_with_their_changes() -> None:
    later = "rename, function: ovens, name: Hall, phase: autumn"
    settled = adopt_design(bakery(design(f"{MOVE}, phase: spring", later)), "try", "spring")
    assert (settled.done, settled.left) == (1, 1)
    assert text(settled).partition("designs:\n")[2] == (
        "  try:\n"
        "    name: Try\n"
        "    phases: {autumn: {name: Autumn}}\n"
        "    changes:\n"
        f"      - {{change: {later}}}\n"
    )


def test_other_designs_stay() -> None:
    settled = adopt_design(bakery(design(MOVE), design(MOVE, name="other")), "try")
    assert settled.reading.organisation
    assert [*settled.reading.organisation.designs] == ["other"]


def test_it_says_what_changes_and_how_the_history_calls_it() -> None:
    settled = adopt_design(bakery(design(f"{MOVE}, phase: spring")), "try", "spring")
    assert [each.sentence for each in settled.differences] == [
        "Vans reports to Baking, until now to Office."
    ]
    assert settled.sentence == "New today: Try, after Spring"


def told(reading: Reading, phase: str | None = None) -> list[str]:
    with pytest.raises(AdoptionBlocked) as refused:
        adopt_design(reading, "try", phase)
    assert "Nothing was settled" in str(refused.value)
    return [each.format("bakery.yaml") for each in refused.value.reasons]


def test_a_change_that_cannot_be_made_is_refused_at_its_line() -> None:
    (reason,) = told(bakery(design(MOVE, "move, function: baking, reports_to: vans")))
    assert reason.startswith("bakery.yaml:21:9: this change cannot be made: Baking cannot report")


def test_a_later_change_of_what_has_ended_by_then_is_refused_at_its_line() -> None:
    ends = "retire, function: ovens, phase: spring"
    lost = "rename, function: ovens, name: Hall, phase: autumn"
    (reason,) = told(bakery(design(f"{MOVE}, phase: spring", ends, lost)), "spring")
    assert reason == (
        'bakery.yaml:22:36: the function "ovens" is no longer there then; '
        "change this line, or take it out, first"
    )


def test_another_design_about_what_has_ended_is_refused_or_taken_out() -> None:
    other = design("rename, function: ovens, name: Hall", name="other")
    reading = bakery(design("retire, function: ovens"), other)
    assert 'the function "ovens" is no longer there then' in told(reading)[0]
    assert text(adopt_design(reading, "try", without=["other"])).endswith("designs: {}\n")


def test_a_function_that_another_design_adds_too_is_refused_at_its_line() -> None:
    new = "add, function: shop, name: Shop"
    (reason,) = told(bakery(design(new), design(new, name="other")))
    assert 'there is a function called "shop" already then' in reason


def test_what_is_repeated_from_another_place_is_refused_with_its_line() -> None:
    anchored = TODAY.replace("vans:\n", "vans: &vans\n") + "designs:\n" + design(MOVE)
    with pytest.raises(CannotEdit, match=r"is anchored .*; edit the source instead: line 11"):
        adopt_design(read(anchored.encode(), "bakery.yaml"), "try")
