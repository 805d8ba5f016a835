"""The examples are diagnosed as they promise: Northwind shows every weakness, the hospital none."""

from __future__ import annotations

from pathlib import Path

from orgdesign.diagnosis import diagnose
from orgdesign.diagnosis.rules import RULES
from orgdesign.model import Organisation
from orgdesign.resources import folder
from orgdesign.yamlfile import read_file


def example(name: str) -> Organisation:
    organisation = read_file(folder("examples") / f"{name}.yaml").organisation
    assert organisation
    return organisation


NOT_SHOWN = [
    "change-not-possible",
    "design-leaves-gap",
    "design-order",
    "design-undecided",
    "reward-out-of-reach",
]
"""Northwind's design is one to learn from, compare and carry out: all of it can be made."""
PLANTED = Path(__file__).parent / "planted" / "organisations"


def test_northwind_and_the_planted_organisations_show_every_kind_of_finding() -> None:
    shown = {found.rule for found in diagnose(example("northwind"))}
    for path in PLANTED.glob("*.yaml"):
        planted = read_file(path).organisation
        assert planted
        shown |= {found.rule for found in diagnose(planted)}
    assert sorted(RULES.keys() - shown) == NOT_SHOWN


def test_the_hospital_has_no_findings() -> None:
    assert [found.finding.message for found in diagnose(example("hospital"))] == []
