"""The whole on one page, with every change numbered."""

import pytest

from benchmarks.organisations import organisation_text
from orgdesign.designs.replay import structure_after
from orgdesign.plates import PAPERS, plate_sheets
from orgdesign.render.sheet import Bar, SheetText
from orgdesign.yamlfile import read


def changes_of(example, name):
    today = example(name)
    design = structure_after(today, next(iter(today.designs.values())))
    return today, design


@pytest.mark.parametrize("paper", ["a4", "screen", "a0"])
@pytest.mark.parametrize("name", ["northwind", "software"])
def test_every_change_has_a_number_on_its_box_and_in_the_list(example, name, paper):
    sheets = plate_sheets("overview", *changes_of(example, name), size=PAPERS[paper])
    table = sheets[0].table
    texts = [mark.text for sheet in sheets for mark in sheet.marks if isinstance(mark, SheetText)]
    assert table.rows
    for number, _, words in table.rows:
        assert texts.count(number) == 2, number
        assert words


def test_a_list_that_finds_no_room_goes_on_on_the_next_sheet():
    functions = "".join(f"  f{n}: {{name: F{n}, reports_to: top}}\n" for n in range(400))
    renames = "".join(
        f"      - {{change: rename, function: f{n}, name: G{n}}}\n" for n in range(400)
    )
    text = (
        "organization: O\noutcome: {statement: S}\nfunctions:\n  top: {name: Top}\n"
        f"{functions}designs:\n  d:\n    name: D\n    changes:\n{renames}"
    )
    today = read(text.encode(), "o.yaml").organisation
    design = structure_after(today, today.designs["d"])
    sheets = plate_sheets("overview", today, design, size=PAPERS["a4"])
    assert len(sheets) > 1
    said = {mark.text for sheet in sheets for mark in sheet.marks if isinstance(mark, SheetText)}
    assert {f"G{n}" for n in range(400)} <= said


def test_thousands_of_functions_stand_on_one_page():
    today = read(organisation_text(3000).encode(), "many.yaml").organisation
    (sheet,) = plate_sheets("overview", today, size=PAPERS["a3"])
    bars = [mark for mark in sheet.marks if isinstance(mark, Bar)]
    assert len(bars) > 3 * len(today.functions)
    assert all(
        bar.x >= 0 and bar.x + bar.width <= sheet.width and bar.y + bar.height <= sheet.height
        for bar in bars
    )
