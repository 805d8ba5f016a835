"""The hand-off matrix: branch by branch, folded where it does not fit."""

from __future__ import annotations

from pathlib import Path

from orgdesign.plates import plate_sheets
from orgdesign.plates.handoff_matrix import handoff_matrix
from orgdesign.render.sheet import Disc
from orgdesign.resources import folder
from orgdesign.yamlfile import read_file
from tests.proposals.test_proposals import company

NORTHWIND = read_file(Path(folder("examples")) / "northwind.yaml").organisation
assert NORTHWIND


def test_functions_stand_in_the_order_of_branches() -> None:
    matrix = handoff_matrix(company(("fraud", "paying"), ("loss", "fraud"), ("paying", "loss")), 9)
    assert matrix.functions == ("paying", "loss", "fraud")
    assert [*matrix.blocks()] == [("claims", 0, 2), ("finance", 2, 1)]
    assert matrix.of_branch("claims") == (2, 3)


def test_what_finds_no_room_is_counted_with_those_above() -> None:
    whole = company(("fraud", "paying"), ("fraud", "loss"), ("paying", "loss"))
    folded = handoff_matrix(whole, 2)
    assert folded.functions == ("claims", "finance")
    assert folded.counts == {("finance", "claims"): 2, ("claims", "claims"): 1}


def test_a_row_that_finds_no_room_at_all_is_counted() -> None:
    assert handoff_matrix(company(("fraud", "paying"), ("offers", "loss")), 1).left_out == 2


def test_the_sheet_says_as_much_as_its_table() -> None:
    [sheet] = plate_sheets("handoffs", NORTHWIND)
    assert "11 of 14 hand-offs and steps cross" in sheet.about
    discs = [mark for mark in sheet.marks if isinstance(mark, Disc)]
    assert len(discs) == len(sheet.table.rows) == 14
    assert ("Fraud", "Claims", "1", "another branch", "1") in sheet.table.rows


def test_without_any_hand_off_it_says_so() -> None:
    [sheet] = plate_sheets("handoffs", company())
    assert "Neither a hand-off nor a journey is written down yet" in sheet.about
