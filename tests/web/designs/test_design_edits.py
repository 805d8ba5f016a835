"""A move in the charts of a design is taken down as a change of it, in as few lines as it takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from orgdesign.model import Alignment, Change, Design, Function, Organisation, Outcome, Phase
from orgdesign.web.designs.design_edits import DesignEdits, joined_edits
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set, apply_to_data

PATH = ("designs", "street", "changes")
FUNCTIONS = {
    "office": Function("office", "Office"),
    "baking": Function("baking", "Baking", "office", alignment=Alignment("desired", "Bakes")),
    "shop": Function("shop", "Shop", "office"),
    "books": Function("books", "Books", "office"),
}
OUTCOMES = {"quick": Outcome("quick", "I never wait")}
STREET = Design(
    "street", "Street", {"spring": Phase("spring", "Spring"), "autumn": Phase("autumn", "Autumn")}
)
TODAY = Organisation("Bakery", Outcome("desired", "Fresh bread", outcomes=OUTCOMES), FUNCTIONS)


def move(function: str, reports_to: str, phase: str | None = "autumn") -> Change:
    return Change("move", phase, None, {"function": function, "reports_to": reports_to})


def moved(to: str | None, *changes: Change, phase: str | None = None) -> list[Edit]:
    """Return what lets the books report to another function, in a design with these changes."""
    return DesignEdits(TODAY, replace(STREET, changes=changes), phase).move("books", to)


def test_a_move_is_a_line_of_the_last_phase() -> None:
    line: dict[str, Any] = {
        "change": "move",
        "function": "books",
        "reports_to": "shop",
        "phase": "autumn",
    }
    assert moved("shop") == [Add(PATH, 0, line)]


def test_a_move_in_a_chart_after_a_phase_comes_last_in_that_phase() -> None:
    changes = (move("shop", "baking", "spring"), move("baking", "office", "autumn"))
    (added,) = moved("shop", *changes, phase="spring")
    assert isinstance(added, Add)
    assert added.key == 1
    assert added.value["phase"] == "spring"


def test_a_move_to_the_top_says_no_parent() -> None:
    (added,) = moved(None)
    assert isinstance(added, Add)
    assert added.value == {"change": "move", "function": "books", "phase": "autumn"}


def test_a_second_move_in_the_same_phase_changes_the_first() -> None:
    edits = moved("baking", move("shop", "baking"), move("books", "shop"))
    assert edits == [Set((*PATH, 1, "reports_to"), "baking")]


def test_a_move_back_takes_the_line_away() -> None:
    assert moved("office", move("books", "shop")) == [Remove((*PATH, 0))]


def test_a_move_of_another_phase_stays_and_another_follows() -> None:
    (added,) = moved("baking", move("books", "shop", "spring"))
    assert isinstance(added, Add)
    assert added.key == 1


def test_a_line_whose_turn_comes_too_early_stays_and_another_follows() -> None:
    new = Change("add", "autumn", None, {"function": "nights", "name": "Nights"})
    (added,) = moved("nights", move("books", "shop"), new)
    assert isinstance(added, Add)
    assert added.key == 2


def test_an_alignment_keeps_what_a_function_contributes() -> None:
    (added,) = DesignEdits(TODAY, STREET, None).align("baking", "quick")
    assert isinstance(added, Add)
    assert added.value["alignment"] == {"outcome": "quick", "contribution": "Bakes"}


def test_a_second_alignment_changes_the_first() -> None:
    first = Alignment("quick", "Bakes")
    change = Change("align", "autumn", None, {"function": "baking", "alignment": first})
    design = replace(STREET, changes=(change,))
    assert DesignEdits(TODAY, design, None).align("baking", "desired") == [Remove((*PATH, 0))]
    assert DesignEdits(TODAY, design, None).align("baking", None) == [
        Set((*PATH, 0, "alignment"), {"contribution": "Bakes"})
    ]


def test_the_line_of_a_move_stands_in_its_list() -> None:
    data = {"designs": {"street": {"changes": [{"change": "retire-role"}]}}}
    (added,) = moved("shop", Change("retire-role", "spring", None, {"role": "owner"}))
    changed = apply_to_data(data, [added])["designs"]["street"]["changes"]
    assert [each["change"] for each in changed] == ["retire-role", "move"]


def test_a_function_that_the_design_adds_is_renamed_where_it_is_added() -> None:
    new = Change("add", "autumn", None, {"function": "nights", "name": "Nights"})
    design = replace(STREET, changes=(new,))
    renamed = DesignEdits(TODAY, design, None).rename("function", "nights", "Night shift")
    assert renamed == [Set((*PATH, 0, "name"), "Night shift")]


def test_an_outcome_gets_other_words_and_its_own_words_back() -> None:
    (added,) = DesignEdits(TODAY, STREET, None).rename("outcome", "quick", "I wait a minute")
    assert isinstance(added, Add)
    said = {"change": "change-outcome", "outcome": "quick", "statement": "I wait a minute"}
    assert added.value == {**said, "phase": "autumn"}
    change = Change("change-outcome", "autumn", None, {"outcome": "quick", "statement": "I wait"})
    design = replace(STREET, changes=(change,))
    back = DesignEdits(TODAY, design, None).rename("outcome", "quick", "I never wait")
    assert back == [Remove((*PATH, 0))]


def test_several_moves_at_once_come_in_their_order_and_take_away_what_is_no_more() -> None:
    design = replace(STREET, changes=(move("books", "shop"), move("shop", "baking")))
    edits = DesignEdits(TODAY, design, None)
    several = joined_edits(
        [edits.move("books", "office"), edits.move("baking", "shop"), edits.move("shop", "office")]
    )
    lines: list[Any] = [
        {"change": "move", **one.values, "phase": "autumn"} for one in design.changes
    ]
    done = apply_to_data({"designs": {"street": {"changes": lines}}}, several)
    assert done["designs"]["street"]["changes"] == [
        {"change": "move", "function": "baking", "reports_to": "shop", "phase": "autumn"}
    ]
