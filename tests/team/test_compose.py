"""What a team server is started with in containers names variables that there are."""

from pathlib import Path

import yaml

from orgdesign.team import serve
from orgdesign.team.settings import VARIABLES

TOP = Path(__file__).parent.parent.parent
SERVICES = yaml.safe_load((TOP / "compose.yaml").read_text("utf-8"))["services"]


def test_the_app_is_told_all_that_it_needs_and_nothing_that_nobody_reads():
    told = set(SERVICES["app"]["environment"])
    needed = {variable.name for variable in VARIABLES if variable.default is None}

    assert needed <= told <= {variable.name for variable in VARIABLES}


def test_the_app_can_write_nothing_and_is_nobody():
    app = SERVICES["app"]

    assert app["read_only"]
    assert app["cap_drop"] == ["ALL"]
    assert "USER user" in (TOP / "Containerfile").read_text("utf-8")
    assert "/health" in " ".join(app["healthcheck"]["test"])


def test_every_variable_is_documented():
    assert serve.serve_team  # which brings the variables of every part
    text = (TOP / "docs" / "team.md").read_text("utf-8")

    assert [each.name for each in VARIABLES if f"`{each.name}`" not in text] == []
