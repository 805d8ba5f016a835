"""Organisations go in and out as files, byte for byte, and as git with their history."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from orgdesign.problems import OrgdesignError
from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations.exchange import export_folder, import_folder
from orgdesign.team.organisations.git_history import mirror_versions
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.viewer import OpenAccess, Viewer
from orgdesign.yamlfile.editing import Set
from tests.team.conftest import another_database

BAKERY = (
    "organization: Bakery # ours\noutcome: {statement: Bread}\nfunctions:\n  a: {name: Baking}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "bakery.yaml").write_text(BAKERY)
    (tmp_path / "in" / "deep" / "bäckerei.yaml").write_bytes(BAKERY.replace("\n", "\r\n").encode())
    return tmp_path / "in"


def edit(database: TeamDatabase, name: str, people: int) -> None:
    workspace = TeamResources(database, Engine(), OpenAccess()).workspace_for(Viewer("7", "Ada L."))
    [file] = [file for file in workspace.files() if file.name == name]
    change = Set(("functions", "a", "headcount"), people)
    file.edit([change], file.now().digest, f"Baking: {people} people")


def texts(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*.yaml"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_what_goes_in_comes_out(database: TeamDatabase, folder: Path, tmp_path: Path):
    import_folder(database, folder)

    export_folder(database, tmp_path / "out")

    assert texts(tmp_path / "out") == texts(folder)


def test_a_file_that_comes_again_is_a_new_version_only_where_it_differs(
    database: TeamDatabase, folder: Path
):
    import_folder(database, folder)
    (folder / "bakery.yaml").write_text(BAKERY.replace("Bread", "Cake"))

    told = {one.organisation.name: one.told for one in import_folder(database, folder)}

    assert told == {"bakery.yaml": "has a new version", "deep/bäckerei.yaml": "is as it was"}


def test_a_file_with_problems_keeps_all_out_and_is_told(database: TeamDatabase, folder: Path):
    (folder / "broken.yaml").write_text("organization: Broken\nfunctons: {}\n")

    with pytest.raises(OrgdesignError, match=r"broken\.yaml:1:1"):
        import_folder(database, folder)

    assert export_folder(database, folder / "out") == []


def test_the_mirror_has_a_commit_a_version_with_its_author_and_brings_it_back(
    database: TeamDatabase, folder: Path, tmp_path: Path, postgres, migrated_template
):
    import_folder(database, folder)
    edit(database, "bakery.yaml", 4)
    mirror = tmp_path / "mirror"

    assert mirror_versions(database, mirror) == 3
    edit(database, "bakery.yaml", 5)
    assert mirror_versions(database, mirror) == 1
    assert mirror_versions(database, mirror) == 0

    asked = ["git", "-C", str(mirror), "log", "--format=%an: %s", "--", "bakery.yaml"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    assert listed[0] == "Ada L.: Baking: 5 people"
    assert listed[-1] == "orgdesign: Imported"

    with another_database(postgres, migrated_template) as other:
        import_folder(other, mirror)
        export_folder(other, tmp_path / "again")
        workspace = TeamResources(other, Engine(), OpenAccess()).workspace_for(Viewer("", ""))
        [file] = [file for file in workspace.files() if file.name == "bakery.yaml"]
        told = [(version.author, version.sentence) for version in file.history.versions()]
    assert texts(tmp_path / "again") == texts(mirror)
    assert told == [
        ("Ada L.", "Baking: 5 people"), ("Ada L.", "Baking: 4 people"), ("orgdesign", "Imported"),
    ]  # fmt: skip
