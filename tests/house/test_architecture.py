"""What a newcomer is told of the house is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.architecture import LABELS, PICTURE, layers

TOP = Path(__file__).parents[2]
TEXT = (TOP / "ARCHITECTURE.md").read_text("utf-8")
BOTH = TEXT + (TOP / "CONTRIBUTING.md").read_text("utf-8")
NAMED = re.findall(r"`([\w/.-]+(?:\.py|/))`", BOTH)


def test_the_picture_shows_the_rooms_as_the_import_rules_have_them():
    svg = PICTURE.read_text("utf-8")
    shown = re.findall(
        r'<text[^>]* x="([-\d.]+)" y="([-\d.]+)"[^>]*font-weight="bold"[^>]*>(\w+)', svg
    )
    places = sorted((float(y), float(x), room) for x, y, room in shown)
    assert [room for _, _, room in places] == [room for row in layers() for room in row]
    assert len({y for y, _, _ in places}) == len(layers()), "run scripts/architecture.py"


def test_every_room_is_told_in_a_word():
    assert {room for row in layers() for room in row} == set(LABELS)


@pytest.mark.parametrize("name", dict.fromkeys(NAMED))
def test_every_module_that_is_named_is_there(name: str):
    anywhere = TOP.joinpath("orgdesign").rglob(name) if name.endswith(".py") else ()
    assert any(
        TOP.joinpath(top, name).exists() for top in ("", "orgdesign", "tests/render")
    ) or any(anywhere)


def test_it_stays_two_pages():
    assert len(TEXT.splitlines()) <= 130


def test_all_tests_in_a_browser_are_where_the_check_looks_for_them():
    files = TOP.glob("tests/**/*.py")
    marked = {path for path in files if re.search(r"mark\.browser", path.read_text("utf-8"))}
    assert marked == {TOP / "tests/browser/conftest.py"}


def test_a_frozen_slotted_dataclass_is_declared_as_what_it_is_a_value_object():
    alone = ("sandbox", "worker.py", "value_objects.py")  # what loads nothing else of the app
    paths = [p for p in TOP.joinpath("orgdesign").rglob("*.py") if not set(p.parts) & set(alone)]
    spelt = [p for p in paths if "@dataclass(frozen=True, slots=True)\n" in p.read_text("utf-8")]
    assert not spelt, "write @value_object"
