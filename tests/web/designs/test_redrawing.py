"""A move in the charts of a design is taken down as a change of it, in as few lines as it takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from orgdesign.model import (
    Alignment,
    Change,
    Design,
    Function,
    Organisation,
    Outcome,
    Phase,
)
from orgdesign.web.designs.redrawing import Redrawing
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set, edited

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
    return Redrawing(TODAY, replace(STREET, changes=changes), phase, "books").moved(to)


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
    (added,) = Redrawing(TODAY, STREET, None, "baking").aligned("quick")
    assert isinstance(added, Add)
    assert added.value["alignment"] == {"outcome": "quick", "contribution": "Bakes"}


def test_a_second_alignment_changes_the_first() -> None:
    first = Alignment("quick", "Bakes")
    change = Change("align", "autumn", None, {"function": "baking", "alignment": first})
    design = replace(STREET, changes=(change,))
    assert Redrawing(TODAY, design, None, "baking").aligned("desired") == [Remove((*PATH, 0))]
    assert Redrawing(TODAY, design, None, "baking").aligned(None) == [
        Set((*PATH, 0, "alignment"), {"contribution": "Bakes"})
    ]


def test_the_line_of_a_move_stands_in_its_list() -> None:
    data = {"designs": {"street": {"changes": [{"change": "retire-role"}]}}}
    (added,) = moved("shop", Change("retire-role", "spring", None, {"role": "owner"}))
    changed = edited(data, [added])["designs"]["street"]["changes"]
    assert [each["change"] for each in changed] == ["retire-role", "move"]
