"""An edit by somebody with part of the rights touches what they may see and edit, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign.redaction import FACT_KINDS, Scope
from orgdesign.team.rights.grants import ALL_RIGHTS, Level, Rights
from orgdesign.team.rights.lens import Lens
from orgdesign.team.viewer import NotAllowed
from orgdesign.yamlfile import Reading, read
from orgdesign.yamlfile.editing import Add, Edit, Remove, Set, apply

NORTHWIND = Path("examples/northwind.yaml").read_bytes()
EVERYTHING = frozenset(FACT_KINDS)
WHOLE = read(NORTHWIND, "northwind.yaml")
LEADER = Rights((("edit", Scope(EVERYTHING - {"cost"}, "claims")),))
READER: Rights = Rights((("read", Scope(EVERYTHING)),))


def rights(may: Level, *hidden: str, branch: str | None = None) -> Rights:
    return Rights(((may, Scope(EVERYTHING - {*hidden}, branch)),))


def made(lens: Lens, *edits: Edit) -> Reading:
    seen = lens.visible_part(WHOLE)
    after = apply(seen, edits).reading  # what they see could say so
    meant = lens.back(edits, WHOLE.source, seen.source)
    return apply(WHOLE, meant).reading if lens.hides else after


def test_whoever_sees_everything_reads_the_very_text():
    assert not Lens(ALL_RIGHTS).hides


def test_what_is_hidden_of_a_part_stays_when_it_is_edited():
    lens = Lens(LEADER)
    after = made(lens, Set(("functions", "claims", "name"), "Claims and care"))
    was = WHOLE.organisation.functions["claims"]
    now = after.organisation.functions["claims"]
    assert (now.name, now.cost, now.reports_to) == ("Claims and care", was.cost, was.reports_to)
    assert after.organisation.functions.keys() == WHOLE.organisation.functions.keys()


def test_a_new_function_comes_into_the_own_branch_alone():
    lens = Lens(LEADER)
    new = {"name": "Repairs", "reports_to": "claims"}
    assert "repairs" in made(lens, Add(("functions",), "repairs", new)).organisation.functions
    with pytest.raises(NotAllowed):
        made(lens, Add(("functions",), "repairs", {"name": "Repairs"}))


@pytest.mark.parametrize(
    "edit",
    [
        Set(("organization",), "Mine"),
        Set(("outcome", "statement"), "Mine"),
        Add(("functions", "claims"), "cost", 1),
        Remove(("designs", "outcome-led")),
        Add(("rules",), "no-alignment", "off"),
    ],
)
def test_nothing_else_changes(edit: Edit):
    with pytest.raises(NotAllowed) as refusal:
        made(Lens(LEADER), edit)
    assert str(refusal.value) == (
        "You may not change this here. Whoever manages this organisation can, or can let you."
    )


def test_a_part_of_others_cannot_be_written_over_by_one_of_the_same_id():
    lens = Lens(LEADER)
    with pytest.raises(NotAllowed):
        made(lens, Add(("functions",), "legal", {"name": "Mine", "reports_to": "claims"}))


def test_whoever_proposes_changes_designs_alone():
    lens = Lens(rights("propose"))
    change = {"change": "rename", "function": "claims", "name": "Care"}
    after = made(lens, Add(("designs", "outcome-led", "changes"), None, change))
    assert after.organisation.designs["outcome-led"].changes[-1].kind == "rename"
    with pytest.raises(NotAllowed):
        made(lens, Set(("functions", "claims", "name"), "Care"))


def test_whoever_reads_changes_nothing():
    for level in ("read", "comment"):
        lens = Lens(rights(level))
        with pytest.raises(NotAllowed):
            made(lens, Set(("functions", "claims", "name"), "Care"))


def test_the_same_sight_has_the_same_key_and_another_has_another():
    assert Lens(rights("read", "cost")).key == Lens(rights("edit", "cost")).key
    assert Lens(rights("read", "cost")).key != Lens(rights("read", "holders")).key
    assert Lens(ALL_RIGHTS).key == ""


def test_what_is_seen_after_an_edit_is_what_it_would_be_read_from_nothing():
    lens, before, whole = Lens(LEADER), None, WHOLE
    edits = [
        Set(("functions", "claims", "name"), "Claims and care"),
        Set(("functions", "sales", "cost"), 7.0),
        Set(("functions", "claims", "headcount"), 12.0),
    ]
    for edit in edits:
        whole = apply(whole, [edit]).reading
        before = lens.visible_part(whole, before)
        anew = lens.visible_part(whole)
        assert (before.source.digest, before.organisation) == (
            anew.source.digest,
            anew.organisation,
        )


@pytest.mark.parametrize("branch", [None, "claims"])
def test_what_would_not_be_seen_may_not_be_written(branch: str | None):
    lens = Lens(rights("edit", "headcount", "designs", "holders", branch=branch))
    seen = lens.visible_part(WHOLE).source
    assert seen
    function, role = ("functions", "loss-adjusting"), ("roles", "head-of-loss-adjusting")

    assert lens.may_change(seen, (*function, "name"))
    assert lens.may_change(seen, (*function, "measures"))
    assert not lens.may_change(seen, (*function, "headcount"))
    assert not lens.may_change(seen, (*role, "holder"))
    assert not lens.may_change(seen, ("designs",))
