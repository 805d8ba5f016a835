"""The open files follow what is on disk, and keep the last good organisation."""

import os
from pathlib import Path

import pytest

from orgdesign.render import Engine
from orgdesign.workspace import Extent, OpenFile, SvgCache, Workspace

GOOD = "organization: Bakery\noutcome: {statement: Fresh bread}\nfunctions: {a: {name: Baking}}\n"
BROKEN = GOOD.replace("name: Baking", "reports_to: nobody")


def opened(path: Path) -> OpenFile:
    """Open one file, without ever drawing."""
    [file] = Workspace(path, Engine()).files()
    return file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "bakery.yaml"
    path.write_text(GOOD)
    return path


def test_a_file_is_read_once_while_it_stays_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch):
    file = opened(path)
    first = file.now()
    monkeypatch.setattr(
        "orgdesign.workspace.file_store.read_file", lambda _: pytest.fail("read again")
    )

    assert file.now() is first


def test_an_edit_is_a_new_edition(path: Path):
    file = opened(path)
    before = file.now()
    path.write_text(GOOD.replace("Bakery", "Patisserie"))

    after = file.now()

    assert after.organisation
    assert after.organisation.name == "Patisserie"
    assert after.version != before.version


def test_an_edit_of_the_same_length_in_the_same_instant_is_noticed(path: Path):
    file = opened(path)
    file.now()
    stamp = path.stat()
    path.write_text(GOOD.replace("Bakery", "Rakery"))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    found = file.now().organisation

    assert found
    assert found.name == "Rakery"


def test_an_edit_within_one_tick_of_the_file_systems_clock_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    tick = path.stat()
    monkeypatch.setattr("pathlib.Path.stat", lambda self, **_: tick)
    monkeypatch.setattr("orgdesign.workspace.file_store.time_ns", lambda: tick.st_mtime_ns)
    file = opened(path)
    file.now()
    path.write_text(GOOD.replace("Bakery", "Rakery"))

    found = file.now().organisation

    assert found
    assert found.name == "Rakery"


def test_a_file_saved_as_it_was_is_the_same_version(path: Path):
    file = opened(path)
    before = file.now()
    path.write_text(GOOD)

    assert file.now().version == before.version


def test_a_broken_file_keeps_the_last_good_organisation_beside_its_problems(path: Path):
    file = opened(path)
    good = file.now()
    path.write_text(BROKEN)

    broken = file.now()

    assert broken.organisation is good.organisation
    assert broken.problems
    assert broken.version != good.version
    assert broken.digest == good.digest


def test_a_mended_file_has_no_problems(path: Path):
    file = opened(path)
    path.write_text(BROKEN)
    file.now()
    path.write_text(GOOD)

    assert file.now().problems == ()


def test_a_deleted_file_keeps_what_it_said_and_says_that_it_is_gone(path: Path):
    file = opened(path)
    file.now()
    path.unlink()

    gone = file.now()

    assert gone.organisation
    assert gone.organisation.name == "Bakery"
    assert len(gone.problems) == 1


def test_a_folder_has_its_yaml_files_by_name_also_in_folders_below(tmp_path: Path):
    for name in ("b.yml", "A.yaml", "below/c.yaml", "notes.txt", ".hidden.yaml", ".git/d.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(GOOD)

    assert [f.name for f in Workspace(tmp_path, Engine()).files()] == [
        "A.yaml",
        "b.yml",
        "below/c.yaml",
    ]


def test_a_link_that_leads_out_of_the_folder_is_left_alone(tmp_path: Path):
    outside, inside = tmp_path / "secret.yaml", tmp_path / "folder"
    outside.write_text(GOOD)
    inside.mkdir()
    (inside / "link.yaml").symlink_to(outside)

    assert Workspace(inside, Engine()).files() == []


def test_files_come_and_go_in_a_folder(tmp_path: Path):
    workspace = Workspace(tmp_path, Engine())
    (tmp_path / "new.yaml").write_text(GOOD)
    came = [file.name for file in workspace.files()]
    (tmp_path / "new.yaml").unlink()

    assert came == ["new.yaml"]
    assert workspace.files() == []


def test_a_file_gone_from_a_folder_stays_while_there_is_something_to_show(tmp_path: Path):
    workspace = Workspace(tmp_path, Engine())
    (tmp_path / "new.yaml").write_text(GOOD)
    workspace.files()[0].now()
    (tmp_path / "new.yaml").unlink()

    assert [file.name for file in workspace.files()] == ["new.yaml"]


def test_a_chart_is_drawn_once_for_the_same_text(path: Path, monkeypatch: pytest.MonkeyPatch):
    drawn: list[object] = []

    def draw(chart: object, *_: object, **__: object) -> str:
        drawn.append(chart)
        return "<svg/>"

    monkeypatch.setattr("orgdesign.workspace.open_file.chart_svg", draw)
    file = opened(path)
    for extent in (Extent(), Extent(), Extent(whole=True)):
        file.chart_svg(file.now(), "before", lambda *_: "", extent)

    assert len(drawn) == 2


def test_only_the_charts_drawn_lately_are_kept():
    charts = SvgCache(most=30)
    for name in ("first", "second"):
        charts.keep(name, name)  # packed, each takes 13 or 14 bytes
    charts.get("first")
    charts.keep("third", "third")

    assert [charts.get(name) for name in ("first", "second", "third")] == ["first", None, "third"]


def test_one_chart_is_kept_however_large():
    charts = SvgCache(most=2)
    charts.keep("large", "◆ Head of Baking")

    assert charts.get("large") == "◆ Head of Baking"
