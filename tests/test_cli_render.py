"""The command that draws."""

from pathlib import Path

import pytest

from orgdesign import cli
from tests.test_cli import BAKERY, folder, names

__all__ = ["folder"]


@pytest.mark.parametrize(
    ("picture", "start"), [("c.svg", b"<?xml"), ("c.PDF", b"%PDF"), ("c.png", b"\x89PNG")]
)
def test_render_draws_in_the_format_that_the_name_says(folder, capsys, picture, start):
    assert cli.main(["render", "bakery.yaml", "-o", picture]) == 0
    assert capsys.readouterr().out == f"Wrote {picture}.\n"
    assert Path(picture).read_bytes().startswith(start)
    assert names(folder) == sorted(["bakery.yaml", "misspelt.yaml", picture])


@pytest.mark.parametrize(
    ("view", "shows", "hides"),
    [("before", "Ovens", "at the door"), ("after", "Not aligned", "\0"), ("both", "Ovens", "\0")],
)
def test_render_draws_the_view_asked_for(folder, view, shows, hides):
    assert cli.main(["render", "bakery.yaml", "--view", view, "-o", "c.svg"]) == 0
    drawn = Path("c.svg").read_text("utf-8")
    assert shows in drawn
    assert hides not in drawn


def test_render_draws_the_journey_of_a_file_that_has_one(folder, capsys):
    journey = "journey: {orders: {name: Orders, functions: [ovens]}}\n"
    Path("bakery.yaml").write_text(f"{BAKERY}{journey}", encoding="utf-8")
    assert cli.main(["render", "bakery.yaml", "--view", "journey", "-o", "c.svg"]) == 0
    assert "Orders" in Path("c.svg").read_text("utf-8")


def test_render_says_what_to_do_where_there_is_no_journey(folder, capsys):
    assert cli.main(["render", "bakery.yaml", "--view", "journey", "-o", "c.svg"]) == 1
    assert "write the customer's stages under journey:" in capsys.readouterr().err


def test_render_draws_the_journey_whole(folder, capsys):
    asked = ["--view", "journey", "--depth", "1", "-o", "c.svg"]
    assert cli.main(["render", "bakery.yaml", *asked]) == 2
    assert "leave out --depth and --focus" in capsys.readouterr().err


def test_render_replaces_a_picture_that_is_there(folder):
    Path("c.svg").write_text("old")
    assert cli.main(["render", "bakery.yaml", "-o", "c.svg"]) == 0
    assert "Ovens" in Path("c.svg").read_text("utf-8")


def test_render_draws_only_the_function_in_focus(folder):
    assert cli.main(["render", "bakery.yaml", "--focus", "ovens", "-o", "c.svg"]) == 0
    drawn = Path("c.svg").read_text("utf-8")
    assert "Ovens" in drawn
    assert "Baking" not in drawn


def test_render_folds_below_the_depth_asked_for(folder):
    asked = ["--view", "after", "--depth", "1", "-o", "c.svg"]
    assert cli.main(["render", "bakery.yaml", *asked]) == 0
    assert "Ovens" not in Path("c.svg").read_text("utf-8")


def test_render_suggests_the_function_that_was_meant(folder, capsys):
    assert cli.main(["render", "bakery.yaml", "--focus", "oven", "-o", "c.svg"]) == 1
    assert capsys.readouterr().err == 'No function is called "oven"; did you mean "ovens"?\n'
    assert not Path("c.svg").exists()


def test_render_of_a_broken_file_says_its_problems_and_keeps_the_last_picture(folder, capsys):
    Path("c.svg").write_text("the last picture")
    assert cli.main(["render", "misspelt.yaml", "-o", "c.svg"]) == 1
    assert "misspelt.yaml:5:36: " in capsys.readouterr().err
    assert Path("c.svg").read_text() == "the last picture"


@pytest.mark.parametrize("output", ["bakery.svg", "./bakery.svg"])
def test_render_never_draws_over_the_organisation(folder, capsys, output):
    Path("bakery.yaml").rename("bakery.svg")
    assert cli.main(["render", "bakery.svg", "-o", output]) == 2
    assert "is the organisation itself" in capsys.readouterr().err
    assert Path("bakery.svg").read_text() == BAKERY


def test_render_knows_no_other_format(folder, capsys):
    assert cli.main(["render", "bakery.yaml", "-o", "c.gif"]) == 2
    assert "does not end in .svg, .pdf or .png" in capsys.readouterr().err


def test_render_leaves_nothing_half_written(folder, capsys, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert cli.main(["render", "bakery.yaml", "-o", "c.svg"]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert names(folder) == ["bakery.yaml", "misspelt.yaml"]
