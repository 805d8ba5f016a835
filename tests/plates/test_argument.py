"""The poster of the argument: what to mend first, on both charts, in one scale."""

import pytest

from benchmarks.organisations import organisation_text
from orgdesign.designs.replay import structure_after
from orgdesign.diagnosis import HarmOrder, coverage, diagnose
from orgdesign.diagnosis.rules import RULES
from orgdesign.plates import PAPERS, plate_sheets
from orgdesign.plates.argument import argument, box_numbers
from orgdesign.plates.argument_sheet import NO_THINGS, ArgumentPlaces
from orgdesign.plates.sheet_frame import Frame
from orgdesign.render.sheet import Bar, SheetText
from orgdesign.yamlfile import read

FIRST_OF_MANY = (
    "outcome-without-measure",
    "outcome-without-accountable-role",
    "unrewarded-expectation",
)
"""What the poster of a generated organisation says first, whatever else is asked."""


def texts_of(sheet):
    return [mark.text for mark in sheet.marks if isinstance(mark, SheetText)]


@pytest.mark.parametrize("paper", ["a4", "a3", "screen"])
@pytest.mark.parametrize("name", ["northwind", "software", "hospital"])
def test_the_three_things_of_the_diagnosis_are_said_whole(example, name, paper):
    today = example(name)
    things = HarmOrder(today, diagnose(today)).first_things()
    (sheet,) = plate_sheets("poster", today, size=PAPERS[paper])
    said = "".join(texts_of(sheet)).replace(" ", "")
    for thing in things:
        for words in (thing.hit.finding.message, thing.why, thing.hit.finding.remedy):
            assert words.replace(" ", "") in said
    assert [row[1] for row in sheet.table.rows] == [one.hit.finding.message for one in things]


def test_each_thing_is_marked_on_both_charts(example):
    today = example("northwind")
    places = ArgumentPlaces(argument(today), Frame(1191, 842, "", ""))
    flags = [{said.text for _, said in places.flags(sketch)} for sketch in places.sketches]
    assert flags == [{"1", "2", "3"}] * 2


@pytest.mark.parametrize("name", ["northwind", "software", "hospital"])
def test_both_charts_have_one_scale_and_stand_beside_each_other(example, name):
    today = example(name)
    frame = Frame(1191, 842, "", "")
    before, after = ArgumentPlaces(argument(today), frame).sketches
    assert before.scale == after.scale
    sizes = [
        {
            box.subject: sketch.places[box.id][2:]
            for box in sketch.chart.boxes
            if box.kind == "function" and box.parent is not None
        }
        for sketch in (before, after)
    ]
    both = sizes[0].keys() & sizes[1].keys()
    assert len(both) > 10
    assert all(sizes[0][one] == pytest.approx(sizes[1][one]) for one in both)
    assert before.area[0] + before.size[0] < after.area[0]
    assert after.area[0] + after.size[0] <= frame.right + 0.5


def test_the_shares_are_those_of_the_diagnosis(example):
    today = example("software")
    design = structure_after(today, next(iter(today.designs.values())))
    (sheet,) = plate_sheets("poster", today, design, size=PAPERS["a3"])
    said = " ".join(texts_of(sheet))
    for organisation in (today, design.organisation):
        assert f"({coverage(organisation).functions.percent}%)" in said
    assert design.name in said


@pytest.mark.parametrize("name", ["northwind", "software"])
def test_a_number_stands_beside_its_box(example, name):
    today = example(name)
    for design in (None, *(structure_after(today, one) for one in today.designs.values())):
        places = ArgumentPlaces(argument(today, design), Frame(1080, 675, "", ""))
        for sketch in places.sketches:
            about = dict(box_numbers(sketch.chart, places.argument.call_outs))
            for flag, said in places.flags(sketch):
                boxes = [
                    sketch.places[box] for box, all_ in about.items() if int(said.text) in all_
                ]
                assert min(_apart(flag, box) for box in boxes) < 40


def _apart(flag, box):
    """Return how far a flag is from a box, in points."""
    left, top, wide, high = box
    across = max(left - flag.x - flag.width, flag.x - left - wide, 0)
    down = max(top - flag.y - flag.height, flag.y - top - high, 0)
    return max(across, down)


def ruled(text, *asked):
    """Return the organisation of a text, of which these rules are asked alone."""
    off = "".join(f'  {name}: {{severity: "off"}}\n' for name in RULES if name not in asked)
    return read(f"{text}\nrules:\n{off}".encode(), "o.yaml").organisation


def test_where_nothing_is_to_be_mended_the_poster_says_so():
    today = ruled("organization: O\noutcome: {statement: S}")
    (sheet,) = plate_sheets("poster", today)
    assert NO_THINGS in texts_of(sheet)


def test_a_thousand_functions_stay_on_the_page():
    today = ruled(organisation_text(1000), *FIRST_OF_MANY)
    (sheet,) = plate_sheets("poster", today, size=PAPERS["a3"])
    assert {"1", "2", "3"} <= {*texts_of(sheet)}
    for bar in (mark for mark in sheet.marks if isinstance(mark, Bar)):
        assert bar.x >= 0
        assert bar.x + bar.width <= sheet.width
        assert bar.y + bar.height <= sheet.height
