"""Whoever sees a part is told of no gap that is only something that they do not see."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgdesign.diagnosis import diagnose
from orgdesign.diagnosis.rules.catalogue import RULES
from orgdesign.model import UNSEEN
from orgdesign.redaction import FACT_KINDS, Scope, Sight, partial_file
from orgdesign.redaction.unseen_rules import unseen_rules
from orgdesign.yamlfile import read

EVERYTHING = frozenset(FACT_KINDS)
NOBODY = Sight.union([Scope(frozenset(), "a-branch")])


def test_each_is_a_rule_that_there_is():
    assert {*unseen_rules(NOBODY)} <= {*RULES, UNSEEN}


@pytest.mark.parametrize("kind", FACT_KINDS)
@pytest.mark.parametrize("branch", [None, "claims"])
def test_hiding_facts_finds_nothing_that_was_not_there(kind: str, branch: str | None):
    reading = read(Path("examples/northwind.yaml").read_bytes(), "northwind.yaml")
    sight = Sight.union([Scope(EVERYTHING - {kind}, branch)])
    part = read(partial_file(reading, sight), "northwind.yaml")
    before = {
        (each.rule, each.finding.at.kind, each.finding.at.id)
        for each in diagnose(reading.organisation)
    }
    after = {
        (each.rule, each.finding.at.kind, each.finding.at.id)
        for each in diagnose(part.organisation)
    }
    assert after - before == set()
