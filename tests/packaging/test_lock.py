"""Development stands on releases that were tried together, for every system; the wheel does not."""

from __future__ import annotations

import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.conftest import TOP

PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
ASKED = [
    Requirement(line)
    for line in (
        *PROJECT["project"]["dependencies"],
        *(each for extra in PROJECT["project"]["optional-dependencies"].values() for each in extra),
        *PROJECT["dependency-groups"]["dev"],
    )
]
LOCK = (TOP / "scripts" / "constraints.txt").read_text("utf-8")
LOCKED = {canonicalize_name(pin.name): pin for pin in map(Requirement, LOCK.splitlines())}


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_is_asked_for_is_locked_within_its_range(asked: Requirement):
    assert canonicalize_name(asked.name) in LOCKED, "run scripts/lock.sh"
    [pin] = LOCKED[canonicalize_name(asked.name)].specifier
    assert pin.operator == "=="
    assert asked.specifier.contains(pin.version), "run scripts/lock.sh"


def test_the_lock_says_no_registry():
    assert "://" not in LOCK
    assert "--" not in LOCK
