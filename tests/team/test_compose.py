"""What a team server is started with in containers names variables that there are."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from orgdesign.team import serve
from orgdesign.team.settings import LISTEN, VARIABLES, read_settings

TOP = Path(__file__).parent.parent.parent
SERVICES = yaml.safe_load((TOP / "compose.yaml").read_text("utf-8"))["services"]


def test_the_app_is_told_all_that_it_needs_and_nothing_that_nobody_reads():
    told = set(SERVICES["app"]["environment"])
    needed = {variable.name for variable in VARIABLES if variable.default is None}

    assert needed <= told <= {variable.name for variable in VARIABLES}


@pytest.mark.parametrize("name", ["app", "migrate"])
def test_our_containers_can_write_nothing_and_are_nobody(name: str):
    service = SERVICES[name]

    assert service["read_only"]
    assert service["tmpfs"] == ["/tmp", "/data"]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges"]
    assert "USER user" in (TOP / "Containerfile").read_text("utf-8")


def test_what_the_env_of_the_documents_says_is_an_environment_that_is_good():
    line = re.search(
        r"^printf '(.*)\\n' .*> \.env$", (TOP / "docs/team.md").read_text("utf-8"), re.M
    )
    assert line
    dotenv = dict(each.split("=") for each in line[1].replace("%s", "x" * 48).split(r"\n"))
    told: dict[str, Any] = SERVICES["app"]["environment"]
    environment = {
        name: re.sub(r"\$\{(\w+)[^}]*}", lambda found: dotenv[found[1]], said)
        for name, said in told.items()
    }

    settings = read_settings(environment)

    assert settings.database_url.endswith(f":{'x' * 48}@database/orgdesign")
    assert settings.url == "https://org.example.com"
    assert SERVICES["migrate"]["environment"] == told


def test_the_port_is_that_which_is_listened_at_and_asked_for_its_health():
    app = SERVICES["app"]
    host, port = read_settings(
        {"ORGDESIGN_LISTEN": app["environment"]["ORGDESIGN_LISTEN"]}, (LISTEN,)
    ).listen

    assert host == "0.0.0.0"  # within its container
    assert app["ports"] == [f"127.0.0.1:8080:{port}"]
    kind, command = app["healthcheck"]["test"]  # a list of words is not taken by every podman
    assert kind == "CMD-SHELL"
    assert f"http://127.0.0.1:{port}/health" in command


def test_the_database_is_there_and_migrated_before_the_app_starts():
    assert SERVICES["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert SERVICES["migrate"]["command"] == ["team", "migrate"]
    waits = {"migrate": {"condition": "service_completed_successfully"}}
    assert SERVICES["app"]["depends_on"] == waits
    assert SERVICES["database"]["volumes"] == ["database:/var/lib/postgresql/data"]


def test_every_variable_is_documented():
    assert serve.serve_team  # which brings the variables of every part
    text = (TOP / "docs" / "team.md").read_text("utf-8")

    assert [each.name for each in VARIABLES if f"`{each.name}`" not in text] == []
