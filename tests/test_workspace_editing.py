"""Edits reach the file as the smallest change, merged with what others wrote meanwhile."""

from pathlib import Path

import pytest

from orgdesign.workspace import EditConflict, NotEditable, OpenFile, SavedEdit
from orgdesign.yamlfile.editing import Add, Remove, Set
from orgdesign.yamlfile.editing.edits import Invalid
from tests.on_disk import on_disk
from tests.test_workspace import opened

BAKERY = """\
# The bakery at the harbour
organization: Bakery
outcome: {statement: Fresh bread}
functions:
  baking:
    name: Baking   # at night
    headcount: 4
  counter:
    name: Counter
    alignment:
      outcome: desired
"""
BAKING, COUNTER = ("functions", "baking"), ("functions", "counter")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "bakery.yaml"
    path.write_text(BAKERY)
    return path


@pytest.fixture
def file(path: Path) -> OpenFile:
    return opened(path)


def seen(file: OpenFile) -> str:
    """Look at the file, as a form does when it is drawn."""
    return file.now().digest


def test_an_edit_is_on_the_disk_and_in_the_next_edition(file: OpenFile, path: Path):
    done = file.edit([Set((*BAKING, "headcount"), 5)], seen(file), "Baking: headcount")

    assert isinstance(done, SavedEdit)
    assert path.read_text() == BAKERY.replace("headcount: 4", "headcount: 5")
    assert done.edition is file.now()
    assert done.edition.organisation
    assert done.edition.organisation.functions["baking"].headcount == 5


def test_what_is_written_is_not_read_from_the_disk_again(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
):
    base = seen(file)
    monkeypatch.setattr(
        "orgdesign.workspace.file_store.read_file", lambda *_, **__: pytest.fail("read again")
    )

    file.edit([Set((*BAKING, "headcount"), 5)], base, "")

    assert file.now().version != base


def test_what_is_missing_on_the_way_comes_with_the_value(file: OpenFile, path: Path):
    file.edit([Set((*BAKING, "alignment", "outcome"), "desired")], seen(file), "")

    assert "    alignment:\n      outcome: desired\n  counter:" in path.read_text()


def test_a_section_comes_with_its_first_part(file: OpenFile, path: Path):
    file.edit([Add(("roles",), "baker", {"title": "Baker"})], seen(file), "")

    assert path.read_text().startswith(BAKERY)
    assert "roles:\n  baker:" in path.read_text()


def test_to_set_nothing_is_to_remove_and_what_is_emptied_goes_too(file: OpenFile, path: Path):
    file.edit([Set((*COUNTER, "alignment", "outcome"), None)], seen(file), "")

    assert path.read_text() == BAKERY.replace("    alignment:\n      outcome: desired\n", "")


@pytest.mark.parametrize(
    "edit",
    [
        Set((*BAKING, "headcount"), 4.0),
        Set((*BAKING, "name"), " Baking "),
        Set((*BAKING, "cost"), None),
        Remove((*BAKING, "alignment")),
    ],
)
def test_what_the_file_says_already_is_not_written(file: OpenFile, path: Path, edit: Set | Remove):
    before = on_disk(path)

    file.edit([edit], seen(file), "")

    assert on_disk(path) == before


def test_an_edit_is_merged_with_another_part_written_elsewhere(file: OpenFile, path: Path):
    base = seen(file)
    path.write_text(BAKERY.replace("name: Counter", "name: Shop"))

    done = file.edit([Set((*BAKING, "headcount"), 5)], base, "")

    assert isinstance(done, SavedEdit)
    assert done.merged
    assert path.read_text() == BAKERY.replace("name: Counter", "name: Shop").replace("4", "5")


def test_the_same_value_written_elsewhere_is_a_conflict_with_both_sides(file: OpenFile, path: Path):
    base = seen(file)
    theirs = BAKERY.replace("headcount: 4", "headcount: 6")
    path.write_text(theirs)

    done = file.edit([Set((*BAKING, "headcount"), 5)], base, "")

    assert isinstance(done, EditConflict)
    [clash] = done.clashes
    assert (clash.was, clash.mine, clash.theirs) == ("4", 5, "6")
    assert path.read_text() == theirs


def test_a_part_removed_elsewhere_is_a_conflict(file: OpenFile, path: Path):
    base = seen(file)
    path.write_text(BAKERY.replace("    headcount: 4\n", ""))

    done = file.edit([Set((*BAKING, "headcount"), 5)], base, "")

    assert isinstance(done, EditConflict)
    assert done.clashes[0].theirs is None


def test_the_same_edit_made_by_both_is_no_conflict(file: OpenFile, path: Path):
    base = seen(file)
    path.write_text(BAKERY.replace("headcount: 4", "headcount: 5"))

    assert isinstance(file.edit([Set((*BAKING, "headcount"), 5)], base, ""), SavedEdit)


def test_what_a_form_was_drawn_from_is_found_in_the_history_after_a_restart(path: Path):
    before = opened(path)
    base = seen(before)
    before.history.record_outside_change(base)
    path.write_text(BAKERY.replace("headcount: 4", "headcount: 6"))

    after = opened(path)

    assert isinstance(after.edit([Set((*COUNTER, "name"), "Shop")], base, ""), SavedEdit)
    assert isinstance(after.edit([Set((*BAKING, "headcount"), 5)], base, ""), EditConflict)


def test_a_form_that_knows_what_it_was_drawn_from_needs_no_history(file: OpenFile, path: Path):
    name = (*COUNTER, "name")

    assert isinstance(file.edit([Set(name, "Shop")], "forgotten", "", {name: "Counter"}), SavedEdit)
    assert isinstance(
        file.edit([Set(name, "Till")], "forgotten", "", {name: "Counter"}), EditConflict
    )


@pytest.mark.parametrize("spelt", ["yes", "true", "Yes"])
def test_yes_and_no_are_the_same_however_they_are_spelt(file: OpenFile, path: Path, spelt: str):
    path.write_text(f"{BAKERY}roles:\n  baker: {{title: Baker, vacant: {spelt}}}\n")
    vacant = ("roles", "baker", "vacant")

    assert isinstance(file.edit([Set(vacant, False)], seen(file), "", {vacant: True}), SavedEdit)

    assert path.read_text().endswith("vacant: false}\n")


def test_a_file_with_problems_is_not_edited(file: OpenFile, path: Path):
    base, broken = seen(file), BAKERY.replace("outcome: desired", "outcome: gone")
    path.write_text(broken)

    with pytest.raises(NotEditable, match=r"bakery\.yaml has problems at the moment"):
        file.edit([Set((*BAKING, "headcount"), 5)], base, "")

    assert path.read_text() == broken


def test_an_edit_that_would_be_a_problem_is_not_made(file: OpenFile, path: Path):
    with pytest.raises(Invalid, match='no function is called "nobody"'):
        file.edit([Set((*BAKING, "reports_to"), "nobody")], seen(file), "")

    assert path.read_text() == BAKERY


def test_edits_are_undone_and_made_again_one_by_one(file: OpenFile, path: Path):
    for count in (5, 6):
        file.edit([Set((*BAKING, "headcount"), count)], seen(file), f"To {count}")
    last = path.read_text()

    told = [done.sentence for done in (file.undo(), file.undo(), file.undo()) if done]
    assert told == ["Undone: To 6", "Undone: To 5"]
    assert path.read_text() == BAKERY

    told = [done.sentence for done in (file.redo(), file.redo(), file.redo()) if done]
    assert told == ["Made again: To 5", "Made again: To 6"]
    assert path.read_text() == last


def test_an_edit_made_elsewhere_is_a_version_that_can_be_undone(file: OpenFile, path: Path):
    file.history.record_outside_change(seen(file))
    path.write_text(BAKERY.replace("Bakery", "Patisserie"))
    file.history.record_outside_change(seen(file))

    assert [version.sentence for version in file.history.versions()] == [
        "Edited outside orgdesign",
        "First seen",
    ]
    assert file.undo()
    assert path.read_text() == BAKERY


def test_the_bytes_around_an_edit_stay(tmp_path: Path):
    path = tmp_path / "bakery.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BAKERY.replace("\n", "\r\n").encode())
    before, file = path.read_bytes(), opened(path)

    file.edit([Set((*BAKING, "headcount"), 5)], seen(file), "")

    assert path.read_bytes() == before.replace(b"headcount: 4", b"headcount: 5")


def test_a_weight_within_a_list_is_the_same_as_its_number(file: OpenFile, path: Path):
    paid = ("roles", "baker", "rewarded_for")
    path.write_text(
        f"{BAKERY}roles:\n  baker: {{title: Bob, rewarded_for: [{{measure: sold, weight: 60}}]}}\n"
        "measures:\n  sold: {name: Sold out}\n"
    )
    was, mine = ([{"measure": "sold", "weight": weight}] for weight in (60, 40))

    done = file.edit([Set(paid, mine)], seen(file), "Baker: rewards", {paid: was})

    assert isinstance(done, SavedEdit)
    assert "weight: 40" in path.read_text()
