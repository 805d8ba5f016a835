"""An assistant reads what it may, asks, draws, and proposes a design: by the SDK's own client."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from orgdesign.assistant import assistant_server
from orgdesign.redaction import Redaction
from orgdesign.render import Engine
from orgdesign.workspace import Workspace

NORTHWIND = Path(__file__).parents[2] / "examples" / "northwind.yaml"
MOVE = {"change": "move", "function": "fraud", "reports_to": "claims"}

Ask = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(NORTHWIND, tmp_path)
    return tmp_path


@pytest.fixture
def ask(folder: Path, engine: Engine) -> Ask:
    """Return what calls a tool, as an assistant that may know neither holders nor cost."""
    redaction = Redaction.parse(["holders", "cost"])
    server = assistant_server(Workspace(folder, engine), engine, redaction)

    def ask(tool: str, **arguments: Any) -> Any:
        async def call() -> Any:
            async with Client(server) as client:
                return await client.call_tool(tool, arguments)

        return anyio.run(call)

    return ask


def data(result: Any) -> Any:
    assert not result.is_error, result.content
    told = result.structured_content
    return told["result"] if set(told) == {"result"} else told


def test_files_are_listed_with_their_designs(ask: Ask):
    [listed] = data(ask("list_organisations"))
    assert listed["file"] == "northwind.yaml"
    assert [design["id"] for design in listed["designs"]] == ["outcome-led"]


def test_an_organisation_is_read_without_what_may_not_be_told(ask: Ask):
    told = data(ask("read_organisation"))
    assert told["functions"]["claims"]["name"] == "Claims"
    assert "cost" not in told["functions"]["claims"]
    assert not any("holder" in role or "holders" in role for role in told["roles"].values())
    assert "Souza" not in json.dumps(told)


def test_what_the_rules_find_has_its_remedy_and_its_line(ask: Ask):
    found = data(ask("diagnose"))
    assert {"rule", "severity", "message", "remedy", "line"} == set(found[0])
    assert all(finding["line"] > 1 for finding in found)
    assert data(ask("diagnose", design="outcome-led")) != found


def test_charts_are_pictures(ask: Ask):
    [picture] = ask("draw_chart", view="before").content
    assert picture.mime_type == "image/png"
    [text] = ask("draw_chart", view="changes", design="outcome-led", picture="svg").content
    assert "<svg" in text.text


def test_a_design_is_told_in_sentences(ask: Ask):
    told = data(ask("compare", design="outcome-led", phase="first-90-days"))
    assert any("Fraud" in difference["sentence"] for difference in told)


def test_a_proposal_is_a_design_beside_today_and_is_taken_back_in_one_step(ask: Ask, folder: Path):
    path = folder / "northwind.yaml"
    before = path.read_text("utf-8")
    told = data(ask("propose_design", name="Fraud to Claims", changes=[MOVE], reason="One owner"))
    assert told["design"] == "fraud-to-claims"
    assert [each["kind"] for each in told["differences"]] == ["moved"]
    assert set(told["findings"]) == {"added", "mended"}
    after = path.read_text("utf-8")
    assert after.startswith(before[: before.index("designs:")])
    assert "reason: One owner" in after
    assert data(ask("withdraw_proposal")) == "Fraud to Claims"
    assert path.read_text("utf-8") == before


@pytest.mark.parametrize(("changes", "words"), [
    ([{"change": "move", "function": "nobody", "reports_to": "claims"}], "nobody"),
    ([{"change": "explode"}], "explode"),
    ([{"change": "retire", "function": "fraud"}, {**MOVE}], "Change 2 cannot be made"),
])  # fmt: skip
def test_nothing_is_written_that_cannot_be_done(ask: Ask, folder: Path, changes, words: str):
    before = (folder / "northwind.yaml").read_text("utf-8")
    refused = ask("propose_design", name="Try", changes=changes)
    assert refused.is_error
    assert words in refused.content[0].text
    assert (folder / "northwind.yaml").read_text("utf-8") == before


def test_only_a_proposal_is_taken_back(ask: Ask):
    assert ask("withdraw_proposal").is_error


def test_no_file_outside_the_folder_is_read(ask: Ask):
    assert ask("read_organisation", file="../northwind.yaml").is_error


def test_the_command_speaks_over_standard_input_and_output(folder: Path):
    command = ["-m", "orgdesign", "mcp", str(folder), "--allow", "holders"]
    server = StdioServerParameters(command=sys.executable, args=command)

    async def names() -> tuple[list[str], str]:
        async with Client(server) as client:
            tools = await client.list_tools()
            read = await client.call_tool("read_organisation", {})
            schema = await client.read_resource("orgdesign://schema")
            assert "designs" in schema.contents[0].text
            return [tool.name for tool in tools.tools], json.dumps(read.structured_content)

    tools, told = anyio.run(names)
    assert tools[:2] == ["list_organisations", "read_organisation"]
    assert "Souza" in told
    assert '"cost"' not in told
