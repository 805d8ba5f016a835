"""Every edit that is offered for a finding can be made, and the finding goes by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign.diagnosis import diagnose
from orgdesign.proposals import MendSearch
from orgdesign.resources import folder
from orgdesign.yamlfile import read_file
from orgdesign.yamlfile.editing import apply

PLANTED = Path(__file__).parents[1] / "diagnosis" / "planted" / "organisations"
FILES = [Path(folder("examples")) / "northwind.yaml", *sorted(PLANTED.glob("[emopst]*.yaml"))]
OFTEN = 4
"""Of a rule so many findings of a file are mended."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_mend_that_is_offered_mends(path: Path) -> None:
    reading = read_file(path)
    assert reading.organisation
    search = MendSearch(reading.organisation)
    offered: dict[str, int] = {}
    for hit in diagnose(reading.organisation):
        mend = search.mend(hit)
        offered[hit.rule] = offered.get(hit.rule, 0) + 1
        if mend is None or offered[hit.rule] > OFTEN:
            continue
        then = apply(reading, mend.edits).reading.organisation
        assert then
        left = {(each.rule, each.finding.message) for each in diagnose(then)}
        assert (hit.rule, hit.finding.message) not in left, mend.sentence
