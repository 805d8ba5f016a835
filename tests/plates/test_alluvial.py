"""Who reports where and what they serve: the figures of the alluvial plate."""

from dataclasses import replace

import pytest

from orgdesign.designs.replay import structure_after
from orgdesign.diagnosis import coverage
from orgdesign.plates.alluvial import ENDS, NEW, UNALIGNED, alluvial
from orgdesign.yamlfile import read

SMALL = """
organization: Small
outcome:
  statement: Whole
  outcomes: {fast: {statement: Fast, outcomes: {faster: {statement: Faster}}}, fair: {statement: Fair}}
functions:
  top: {name: Top, headcount: 1}
  a: {name: A, reports_to: top, headcount: 10, alignment: {outcome: faster}}
  a1: {name: A1, reports_to: a, headcount: 4, alignment: {outcome: fair}}
  b: {name: B, reports_to: top, headcount: 5}
  c: {name: C, reports_to: top}
designs:
  d:
    name: D
    changes:
      - {change: move, function: a1, reports_to: b}
      - {change: retire, function: c}
      - {change: add, function: n, name: N, reports_to: top, headcount: 3}
      - {change: merge, functions: [a, b], into: ab, name: AB}
"""  # noqa: E501


def _read(text):
    reading = read(text.encode(), "small.yaml")
    assert not reading.problems
    return reading.organisation


@pytest.fixture
def small():
    return _read(SMALL)


def test_functions_flow_to_the_first_level_outcome_above_theirs(small):
    plate = alluvial(small)
    stops = {course.function: course.stops for course in plate.courses}
    assert stops["a"] == ("a", "fast")
    assert stops["a1"] == ("a", "fair")
    assert stops["b"] == ("b", UNALIGNED)
    assert plate.amount(0, "a") == 14
    assert plate.amount(1, UNALIGNED) == 6


def test_a_head_of_the_whole_is_a_branch_of_its_own(small):
    assert small.index.branch_heads == {"top": "top", "a": "a", "a1": "a", "b": "b", "c": "c"}


def test_several_tops_of_one_size_are_branches(small):
    parted = {n: replace(f, reports_to=None) for n, f in small.functions.items() if n != "top"}
    assert set(replace(small, functions=parted).index.branch_heads.values()) == {
        "a",
        "a1",
        "b",
        "c",
    }


def test_a_design_stands_between_and_says_what_is_new_and_what_ends(small):
    plate = alluvial(small, structure_after(small, small.designs["d"]))
    stops = {(course.function, course.stops[0]): course for course in plate.courses}
    assert stops["n", NEW].stops == (NEW, "n", UNALIGNED)
    assert stops["c", "c"].stops == ("c", ENDS)
    assert plate.total(0) == 1 + 10 + 4 + 5 + 3
    assert plate.total(2) == sum(
        function.headcount or 0 for function in plate.organisation.functions.values()
    )


def test_where_nobody_is_counted_functions_are():
    plain = _read(SMALL.replace("headcount", "cost"))
    assert alluvial(plain).unit.words(alluvial(plain).total(0)) == "5 functions"
    assert alluvial(plain, by="cost").total(0) == 20


@pytest.mark.parametrize("name", ["northwind", "software", "hospital"])
def test_the_sums_are_those_of_the_diagnosis(example, name):
    organisation = example(name)
    plate = alluvial(organisation)
    people = coverage(organisation).headcount
    assert plate.total(0) == plate.total(1) == people.total
    assert plate.total(1) - plate.amount(1, UNALIGNED) == people.aligned
    assert {course.function for course in plate.courses} == set(organisation.functions)


@pytest.mark.parametrize("name", ["northwind", "software", "hospital"])
def test_what_a_design_comes_to_is_counted_once(example, name):
    organisation = example(name)
    for design in organisation.designs.values():
        structure = structure_after(organisation, design)
        plate = alluvial(organisation, structure)
        held = sum(function.headcount or 0 for function in organisation.functions.values())
        assert plate.total(0) - plate.amount(0, NEW) == pytest.approx(held)
        people = coverage(structure.organisation).headcount
        assert plate.total(2) == pytest.approx(people.total)
        assert plate.total(2) - plate.amount(2, UNALIGNED) == pytest.approx(people.aligned)
