"""Who made what is shipped, and under which licence, is told in full."""

from __future__ import annotations

import json
import re
import tomllib
from email.parser import Parser
from importlib.metadata import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.packaging.conftest import TOP, Build

PAGE = (TOP / "docs" / "licences.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", PAGE, re.MULTILINE))
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = [re.match(r"[\w.-]+", line)[0] for line in PROJECT["dependencies"]]
CARRIED = {
    path.removeprefix("node_modules/"): package
    for path, package in json.loads((TOP / "package-lock.json").read_text())["packages"].items()
    if path and not package.get("dev")
}


def test_everything_that_is_carried_or_needed_is_listed_and_nothing_else():
    assert set(ROWS) == {*CARRIED, *NEEDED}


@pytest.mark.parametrize("name", CARRIED)
def test_what_is_carried_has_the_licence_that_is_told(name: str):
    assert ROWS[name] == CARRIED[name]["license"]


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_needed_has_the_licence_that_is_told(name: str):
    told = metadata(name)
    words = [told.get("License-Expression") or told.get("License") or ""]
    words += [each for each in told.get_all("Classifier", []) if each.startswith("License")]
    family = re.split(r"[-\s]", ROWS[name])[0]
    assert family in " ".join(words), words


def test_the_texts_of_the_licences_are_in_the_wheel(wheel: Path):
    with ZipFile(wheel) as file:
        names = [Path(name) for name in file.namelist()]
        [described] = [name for name in names if name.name == "METADATA"]
        told = Parser().parsestr(file.read(str(described)).decode())
    inside = {"/".join(name.parts[2:]) for name in names if name.parts[1:2] == ("licenses",)}
    assert told["License-Expression"] == "Apache-2.0"
    assert inside == set(told.get_all("License-File"))
    assert {"LICENSE", "static/vendor/licences/editor.txt"} < inside


def test_the_bill_of_materials_names_what_is_carried(wheel: Path):
    with ZipFile(wheel) as file:
        [name] = [name for name in file.namelist() if ".dist-info/sboms/" in name]
        bill = json.loads(file.read(name))
    assert bill["bomFormat"] == "CycloneDX"
    told = {each["name"]: each["version"] for each in bill["components"]}
    assert told == {name: package["version"] for name, package in CARRIED.items()}


def test_the_wheel_says_that_it_is_typed(wheel: Path):
    with ZipFile(wheel) as file:
        assert "orgdesign/py.typed" in file.namelist()


def test_a_wheel_is_the_same_bytes_every_time(wheel: Path, build: Build, tmp_path: Path):
    assert build(tmp_path).read_bytes() == wheel.read_bytes()
