"""The figures of the analysis, beside an independent count of the same files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from orgdesign.diagnosis.outcome_shares import UNITS, serving
from orgdesign.diagnosis.quicksand import Quicksand, Scores
from orgdesign.model import Organisation
from orgdesign.yamlfile import read_file
from tests.test_hmrc import DATA, JUNIOR, ROOT, SENIOR, convert, needs_data


@pytest.fixture(
    params=["northwind", "software", "hospital", "sample", pytest.param("hmrc", marks=needs_data)]
)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give an example, or the conversion of HMRC: a small sample of it, and the whole."""
    name = request.param
    if name not in ("sample", "hmrc"):
        return ROOT / "examples" / f"{name}.yaml"
    (tmp_path / "sample-senior.csv").write_text(SENIOR, "utf-8")
    (tmp_path / "sample-junior.csv").write_text(JUNIOR, "utf-8")
    convert(tmp_path if name == "sample" else DATA, "posts", tmp_path / "out.yaml")
    return tmp_path / "out.yaml"


def counted(file: Path) -> dict[str, Any]:
    """Return what a process that knows nothing of orgdesign counts."""
    command = [sys.executable, str(ROOT / "benchmarks" / "recount.py"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def organisation(file: Path) -> Organisation:
    found = read_file(file).organisation
    assert found
    return found


def figures(scores: Scores) -> dict[str, list[int]]:
    return {dimension: [one.covered_count, one.needed_count] for dimension, one in scores.items()}


def test_what_serves_each_outcome_is_what_a_plain_count_says(file: Path) -> None:
    said, recount = serving(organisation(file)), counted(file)["serving"]
    for unit in UNITS:
        expected = recount[unit]
        places = {
            f"{id_}/{link}": amount.value
            for id_, served in said[unit].outcomes.items()
            for link, amount in (
                ("direct", served.direct),
                ("enabling", served.enabling),
                ("None", served.unsaid),
            )
        }
        found = {**places, "none": said[unit].none.value}
        assert {place: value for place, value in found.items() if value} == pytest.approx(
            {place: value for place, value in expected.items() if value}
        )
        if total := sum(expected.values()):
            none = 100 * expected.get("none", 0) / total
            assert said[unit].none.percent == pytest.approx(none, abs=1)


def test_the_quicksand_scores_are_what_a_plain_count_says(file: Path) -> None:
    quicksand, expected = Quicksand(organisation(file)), counted(file)["quicksand"]
    assert figures(quicksand.whole) == expected["whole"]
    for id_, scores in expected["functions"].items():
        assert figures(quicksand.of_function(id_)) == scores, id_
    for id_, scores in expected["outcomes"].items():
        assert figures(quicksand.of_outcome(id_)) == scores, id_
