"""The order of harm: the same first things, in whatever order findings come."""

from pathlib import Path

import pytest

from orgdesign.diagnosis import HarmOrder, diagnose
from orgdesign.yamlfile import read_file


@pytest.mark.parametrize("example", ["northwind", "software"])
def test_what_to_mend_first_does_not_depend_on_the_order_of_findings(example: str) -> None:
    organisation = read_file(Path(f"examples/{example}.yaml")).organisation
    assert organisation
    hits = diagnose(organisation)
    turned = HarmOrder(organisation, hits[::-1]).first_things()
    first = HarmOrder(organisation, hits).first_things()
    assert [thing.hit for thing in turned] == [thing.hit for thing in first]
    assert len(first) == 3
