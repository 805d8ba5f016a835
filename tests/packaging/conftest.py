"""A wheel, built once for all that is asked of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]

Build = Callable[[Path], Path]


@pytest.fixture(scope="session")
def build() -> Build:
    """Return what builds a wheel into a folder."""

    def build(folder: Path) -> Path:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
        built = subprocess.run(command, cwd=TOP, text=True, capture_output=True, check=False)
        assert built.returncode == 0, built.stderr
        return next(folder.glob("orgdesign-*.whl"))

    return build


@pytest.fixture(scope="session")
def wheel(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dist"))
