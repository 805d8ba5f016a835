"""The redesign of a real organisation: more than thirty functions move, in three phases."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from orgdesign.designs.adoption import adopt_design
from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import structure_after
from orgdesign.yamlfile import read_file
from tests.patience import PATIENCE
from tests.test_hmrc import DATA, convert

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the organogram is not here")


@pytest.fixture(scope="module")
def redesigned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hmrc")
    convert(DATA, "posts", folder / "hmrc.yaml")
    command = [sys.executable, str(ROOT / "benchmarks" / "hmrc_design.py"), "hmrc.yaml"]
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [*command, "-o", "design.yaml"], cwd=folder, env=here, check=True, timeout=PATIENCE
    )
    return folder / "design.yaml"


def test_more_than_thirty_functions_move_in_three_phases(redesigned: Path) -> None:
    organisation = read_file(redesigned).organisation
    assert organisation
    design = organisation.designs["one-owner"]
    then = structure_after(organisation, design)
    assert then.failures == ()
    moved = [
        each
        for each in compare(organisation, then.organisation, then.lineage)
        if each.kind == "moved" and each.of == "function"
    ]
    assert len(moved) > 30
    assert {change.phase for change in design.changes if change.kind == "move"} == {*design.phases}
    assert len(design.phases) == 3


def test_settled_phase_by_phase_it_comes_to_the_same_as_at_once(redesigned: Path) -> None:
    reading = read_file(redesigned)
    assert reading.organisation
    at_once = adopt_design(reading, "one-owner").reading.organisation
    for phase in reading.organisation.designs["one-owner"].phases:
        reading = adopt_design(reading, "one-owner", phase).reading
    assert reading.organisation == at_once
