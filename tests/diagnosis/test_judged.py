"""What was judged by hand names what is there, and the figures that are told come of it."""

from __future__ import annotations

import yaml

from benchmarks.judged import CASES, VERDICTS, judged_warnings, precision_table
from orgdesign.diagnosis.rules import RULES


def test_each_judged_warning_is_of_a_rule_and_has_a_verdict_and_a_reason() -> None:
    for each in judged_warnings():
        assert [*each] == ["organisation", "rule", "place", "verdict", "reason"]
        assert each["rule"] in RULES
        assert each["verdict"] in VERDICTS
        assert each["reason"]


def test_each_judged_place_is_in_its_organisation() -> None:
    for name in {each["organisation"] for each in judged_warnings()}:
        file = CASES / "organisations" / f"{name}.yaml"
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        top = said["outcome"]
        said["outcomes"] = {**top["outcomes"], "desired": top}
        places = [each["place"] for each in judged_warnings() if each["organisation"] == name]
        for section, _, id_ in (place.partition(".") for place in places):
            assert id_ in said[section], (name, section, id_)


def test_the_readme_tells_what_comes_of_the_judgements() -> None:
    readme = (CASES / "README.md").read_text(encoding="utf-8")
    assert "\n".join(precision_table(judged_warnings())) in readme
