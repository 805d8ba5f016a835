"""The wheel carries all that the app needs, and works where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.packaging.conftest import TOP

CHECKOUT = ["orgdesign", "templates", "static", "examples", "scripts", "pyproject.toml"]
FILES = ["README.md", "LICENSE", "package-lock.json"]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=os.environ | environment, text=True, capture_output=True, check=False
    )


@pytest.fixture(scope="module")
def contents(wheel) -> set[str]:
    with ZipFile(wheel) as file:
        return set(file.namelist())


@pytest.mark.parametrize(
    "folder", ["orgdesign", "templates", "static", "static/vendor", "static/vendor/licences"]
)
def test_the_wheel_carries_every_file_of(contents, folder):
    top = Path("orgdesign") / folder if folder != "orgdesign" else Path(folder)
    files = [path for path in (TOP / folder).rglob("*") if path.is_file()]
    expected = {str(top / path.relative_to(TOP / folder)) for path in files if is_ours(path)}
    assert expected
    assert expected <= contents


def is_ours(path: Path) -> bool:
    return not path.name.startswith(".") and "__pycache__" not in path.parts


@pytest.mark.parametrize(
    "file",
    [
        "examples/northwind.yaml",
        "library/bank.yaml",
        "library/hospital.yaml",
        "library/insurance.yaml",
        "library/public-service.yaml",
        "library/retail.yaml",
        "library/software.yaml",
        "starter.yaml",
        "static/vendor/chart-page.js",
        "static/vendor/source-page.js",
        "static/vendor/editor.js",
        "static/vendor/fonts.css",
        "static/vendor/fonts/Inter-Bold.ttf",
        "static/vendor/fonts/Inter-Regular.ttf",
        "static/vendor/fonts/inter-latin-400-normal.woff2",
        "static/vendor/htmx.min.js",
        "static/vendor/licences/editor.txt",
        "static/vendor/licences/inter.txt",
    ],
)
def test_the_wheel_carries(contents, file):
    assert f"orgdesign/{file}" in contents


def test_the_wheel_carries_nothing_else(contents):
    others = {name for name in contents if not name.startswith("orgdesign/")}
    assert {Path(name).parts[0].rpartition(".")[2] for name in others} == {"dist-info"}
    assert not [name for name in contents if Path(name).name.startswith(".")]


def test_a_wheel_without_fonts_and_scripts_is_not_built(tmp_path):
    for name in [*CHECKOUT, *FILES]:
        source = TOP / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("vendor"))
        else:
            shutil.copy(source, tmp_path)
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=tmp_path)
    assert built.returncode != 0
    assert "run `npm ci && npm run build` first" in built.stderr


def test_the_installed_app_need_not_learn_before_its_first_check(wheel, tmp_path):
    installed, cache = tmp_path / "installed", tmp_path / "cache"
    with ZipFile(wheel) as file:
        file.extractall(installed)
    command = "from orgdesign.cli import main; main()"
    example = installed / "orgdesign" / "examples" / "northwind.yaml"
    checked = run(
        *(sys.executable, "-c", command, "check", example),
        cwd=tmp_path,
        PYTHONPATH=str(installed),
        XDG_CACHE_HOME=str(cache),
    )
    assert checked.returncode == 0, checked.stderr
    kept = {path.name.partition("-")[0] for path in (cache / "orgdesign" / "language").iterdir()}
    assert kept == {"weights"}, "the encoder is unpacked, and nothing is learnt"


def test_the_installed_app_draws_an_example(wheel, tmp_path):
    installed = tmp_path / "installed"
    with ZipFile(wheel) as file:
        file.extractall(installed)
    command = "from orgdesign.cli import main; main()"
    example = installed / "orgdesign" / "examples" / "northwind.yaml"
    drawn = run(
        *(sys.executable, "-c", command, "render", example, "-o", "chart.svg"),
        cwd=tmp_path,
        PYTHONPATH=str(installed),
    )
    assert drawn.returncode == 0, drawn.stderr
    svg = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "Claims" in svg
    assert "data:font/woff2;base64," in svg


def test_the_installed_app_begins_with_a_sector(wheel, tmp_path):
    installed = tmp_path / "installed"
    with ZipFile(wheel) as file:
        file.extractall(installed)
    command = "from orgdesign.cli import main; main()"
    begun = run(
        *(sys.executable, "-c", command, "new", "mine.yaml", "--sector", "bank"),
        cwd=tmp_path,
        PYTHONPATH=str(installed),
    )
    assert begun.returncode == 0, begun.stderr
    assert "Bank" in (tmp_path / "mine.yaml").read_text(encoding="utf-8")
