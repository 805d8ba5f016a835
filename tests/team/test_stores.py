"""What an open file does, the same over a file and over a database: one contract, two stores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orgdesign.render import Engine
from orgdesign.storage import Conflict
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.viewer import OpenAccess, Viewer
from orgdesign.workspace import (
    EditConflict,
    NotEditable,
    OpenFile,
    SavedEdit,
    Workspace,
    bytes_of,
    create_organisation_file,
)
from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import Add, CannotEdit, Edit, Invalid, Set

BAKERY = """\
# What we are for.
organization: Bakery
outcome: {statement: Fresh bread}
functions:
  baking:
    name: Baking   # twice a night
    headcount: 4
    cost: 160000
  counter:
    name: Counter
    headcount: 3
"""
BAKING = ("functions", "baking")

Open = Callable[..., OpenFile]


@pytest.fixture(params=["file", "database"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def workspace_of(kind: str, tmp_path: Path, request: pytest.FixtureRequest):
    """Return how somebody comes to the organisations: each time as a new request would."""
    if kind == "file":
        folder = Workspace(tmp_path, Engine())
        return lambda name="": folder
    database = request.getfixturevalue("database")
    resources = TeamResources(database, Engine(), OpenAccess())
    return lambda name="ada": resources.workspace_for(Viewer(name, name.title()))


@pytest.fixture
def bakery(workspace_of) -> Open:
    """The bakery, as somebody opens it."""
    workspace_of().create("bakery.yaml", BAKERY.encode(), "Begun")

    def open_(name: str = "ada") -> OpenFile:
        [file] = workspace_of(name).files()
        return file

    return open_


def text(file: OpenFile) -> str:
    reading = file.latest().reading
    assert reading
    return bytes_of(reading).decode()


def people(path: tuple[str, ...], number: int) -> list[Edit]:
    return [Set((*path, "headcount"), number)]


def test_what_is_created_is_opened_and_is_the_first_version(bakery: Open):
    file = bakery()

    assert file.name == "bakery.yaml"
    assert text(file) == BAKERY
    assert [version.sentence for version in file.history.versions()] == ["Begun"]


def test_a_name_is_taken_once(bakery: Open, workspace_of):
    with pytest.raises(Conflict):
        workspace_of().create("bakery.yaml", BAKERY.encode(), "Begun again")

    made = create_organisation_file(workspace_of(), "Bakery", BAKERY, "Begun again")
    assert made.name == "bakery-2.yaml"


def test_an_edit_is_the_smallest_change_of_the_text(bakery: Open):
    file = bakery()

    done = file.edit(people(BAKING, 5), file.now().digest, "Baking: headcount")

    assert isinstance(done, SavedEdit)
    assert text(bakery()) == BAKERY.replace("headcount: 4", "headcount: 5")
    assert done.edition.version == bakery().now().version
    assert bakery().history.versions()[0].sentence == "Baking: headcount"


def test_edits_of_other_values_are_merged(bakery: Open):
    ada, bob = bakery("ada"), bakery("bob")
    base = ada.now().digest
    ada.edit(people(BAKING, 5), base, "")

    done = bob.edit([Set((*BAKING, "cost"), 170000)], base, "")

    assert isinstance(done, SavedEdit)
    assert done.merged
    assert "headcount: 5\n    cost: 170000" in text(bakery())


def test_the_same_value_is_asked_about_and_nothing_written(bakery: Open):
    ada, bob = bakery("ada"), bakery("bob")
    base = ada.now().digest
    ada.edit(people(BAKING, 5), base, "")

    done = bob.edit(people(BAKING, 6), base, "")

    assert isinstance(done, EditConflict)
    assert [(clash.was, clash.mine, clash.theirs) for clash in done.clashes] == [("4", 6, "5")]
    assert "headcount: 5" in text(bakery())


def test_what_cannot_be_said_leaves_the_text_as_it_was(bakery: Open):
    file = bakery()
    wrong = [Set((*BAKING, "reports_to"), "nobody")]

    with pytest.raises((CannotEdit, Invalid)):
        file.edit(wrong, file.now().digest, "")

    assert text(bakery()) == BAKERY
    assert len(bakery().history.versions()) == 1


def test_a_whole_text_goes_only_over_the_text_that_was_seen(bakery: Open):
    ada, bob = bakery("ada"), bakery("bob")
    base = ada.now().digest
    bob.now()
    ada.edit(people(BAKING, 5), base, "")
    new = read(BAKERY.replace("Bakery", "Patisserie").encode(), "bakery.yaml")

    with pytest.raises(Conflict):
        bob.rewrite(new, base, "Edited the source")

    bob.rewrite(new, bob.latest().digest, "Edited the source")
    assert "Patisserie" in text(bakery())


def test_undo_and_redo_walk_through_the_changes(bakery: Open):
    for count in (5, 6):
        file = bakery()
        file.edit(people(BAKING, count), file.now().digest, f"Baking: {count} people")

    told = [bakery().undo(), bakery().undo(), bakery().undo()]
    assert [step and step.sentence for step in told] == [
        "Undone: Baking: 6 people", "Undone: Baking: 5 people", None,
    ]  # fmt: skip
    assert text(bakery()) == BAKERY

    state = bakery().history.undo_state(bakery().now().version)
    assert (state.undo, state.redo) == ("", "Baking: 5 people")
    told = [bakery().redo(), bakery().redo(), bakery().redo()]
    assert [step and step.sentence for step in told] == [
        "Made again: Baking: 5 people", "Made again: Baking: 6 people", None,
    ]  # fmt: skip
    assert "headcount: 6" in text(bakery())


def test_an_old_version_is_brought_back_as_a_new_one(bakery: Open):
    file = bakery()
    first = file.history.versions()[0]
    file.edit(people(BAKING, 5), file.now().digest, "")

    bakery().bring_back(first.id)

    assert text(bakery()) == BAKERY
    assert bakery().history.versions()[0].sentence == "Brought back: Begun"


def test_an_older_text_is_found_by_its_digest(bakery: Open):
    file = bakery()
    base = file.now().digest
    file.edit(people(BAKING, 5), base, "")

    found = bakery().source_of(base)

    assert found
    assert found.text == BAKERY
    assert bakery().source_of("0" * 64) is None


def test_lines_keep_their_ends_and_the_mark_at_the_start(workspace_of):
    data = b"\xef\xbb\xbf" + BAKERY.replace("\n", "\r\n").encode()
    file = workspace_of().create("bakery.yaml", data, "Begun")

    file.edit(people(BAKING, 5), file.now().digest, "")

    [again] = workspace_of().files()
    reading = again.latest().reading
    assert reading
    assert bytes_of(reading) == data.replace(b"headcount: 4", b"headcount: 5")


class TestTogether:
    """What a database adds: undo of one's own, and forms that come once more to another process."""

    @pytest.fixture
    def kind(self) -> str:
        return "database"

    def test_a_version_says_whose_it_is(self, bakery: Open):
        bob = bakery("bob")
        bob.edit(people(BAKING, 5), bob.now().digest, "")

        assert [version.author for version in bob.history.versions()] == ["Bob", "Ada"]

    def test_undo_takes_back_ones_own_and_leaves_what_others_did(self, bakery: Open):
        ada = bakery("ada")
        ada.edit(people(BAKING, 5), ada.now().digest, "Baking grows")
        bob = bakery("bob")
        bob.edit([Set((*BAKING, "cost"), 1)], bob.now().digest, "Baking is cheap")

        bakery("ada").undo()

        assert text(bakery()) == BAKERY.replace("160000", "1")
        state = bakery("bob").history.undo_state("")
        assert (state.undo, state.redo) == ("Baking is cheap", "")

    def test_redo_after_others_worked_on(self, bakery: Open):
        ada = bakery("ada")
        ada.edit([Add(("functions",), "van", {"name": "Van"})], ada.now().digest, "A van")
        bakery("ada").undo()
        bob = bakery("bob")
        bob.edit(people(("functions", "counter"), 9), bob.now().digest, "")

        bakery("ada").redo()

        assert "Van" in text(bakery())
        assert "headcount: 9" in text(bakery())

    def test_what_others_changed_since_is_not_taken_back_and_told(self, bakery: Open):
        ada = bakery("ada")
        ada.edit(people(BAKING, 5), ada.now().digest, "")
        bob = bakery("bob")
        bob.edit(people(BAKING, 6), bob.now().digest, "")

        with pytest.raises(NotEditable, match="Others changed the same since"):
            bakery("ada").undo()

        assert "headcount: 6" in text(bakery())

    def test_a_form_that_comes_once_more_is_made_once(self, bakery: Open):
        add = [Add(("functions",), "van", {"name": "Van"})]
        base = bakery().now().digest

        bakery().edit(add, base, "A van", submission="one")
        again = bakery().edit(
            [Add(("functions",), "van-2", {"name": "Van"})], base, "A van", submission="one"
        )

        assert isinstance(again, SavedEdit)
        assert text(bakery()).count("Van") == 1
