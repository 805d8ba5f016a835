"""What must come before what in a design."""

from __future__ import annotations

from orgdesign.designs.replay.prerequisites import prerequisites
from orgdesign.model import Change, Design, SplitPart


def needed(*changes: Change) -> dict[int, tuple[int, ...]]:
    return {
        at: each
        for at, each in prerequisites(Design("try", "Try", changes=changes)).items()
        if each
    }


def asks(kind: str, owner: str | None = None, **values: object) -> Change:
    return Change(kind, owner=owner, values=values)


def test_what_reports_to_a_new_function_needs_it():
    add = asks("add", function="shop", name="Shop")
    assert needed(add, asks("move", function="vans", reports_to="shop")) == {1: (0,)}


def test_what_comes_later_cannot_be_waited_for():
    add = asks("add", function="shop", name="Shop")
    assert needed(asks("move", function="vans", reports_to="shop"), add) == {}


def test_who_answers_must_be_there():
    add = asks("add-role", role="lead", title="Lead")
    assert needed(add, asks("appoint", function="vans", accountable="lead")) == {1: (0,)}


def test_who_makes_it_happen_must_be_there():
    add = asks("add-role", role="lead", title="Lead")
    assert needed(add, asks("rename", "lead", function="vans", name="Fleet")) == {1: (0,)}


def test_a_part_of_a_split_can_be_renamed_once_it_is_there():
    split = asks("split", function="vans", into=(SplitPart("north", "North", "hub", "lead"),))
    hub = asks("add", function="hub", name="Hub")
    lead = asks("add-role", role="lead", title="Lead")
    rename = asks("rename", function="north", name="Northern")
    assert needed(hub, lead, split, rename) == {2: (0, 1), 3: (2,)}


def test_merging_into_one_of_them_brings_nothing_about():
    merge = asks("merge", functions=("vans", "bikes"), into="vans")
    assert needed(merge, asks("rename", function="vans", name="Fleet")) == {}


def test_merging_needs_what_is_merged():
    bikes = asks("add", function="bikes", name="Bikes")
    merge = asks("merge", functions=("vans", "bikes"), into="fleet")
    assert needed(bikes, merge) == {1: (0,)}


def test_a_move_to_the_top_needs_nothing():
    assert needed(asks("move", function="vans", reports_to=None)) == {}
