"""The tools that an assistant has, over the Model Context Protocol."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from mcp.server.mcpserver import Image, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from orgdesign import __version__
from orgdesign.assistant import proposal, reports
from orgdesign.assistant.disclosed_files import DisclosedFiles
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Redaction
from orgdesign.render import Engine, draw_charts
from orgdesign.workspace import Workspace
from orgdesign.yamlfile import json_schema

INSTRUCTIONS = """\
Organisations as people wrote them down: the desired customer outcome, the functions that serve it,
roles, measures, the customer's journey and hand-offs. Read an organisation before you say anything
of it, and its findings before you propose. A proposal is a design beside today's structure: today
is never touched, people look at the difference and decide. Ids stand for parts everywhere."""

READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)
ADDS = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)


def assistant_server(workspace: Workspace, engine: Engine, redaction: Redaction) -> MCPServer[Any]:
    """Return the server of a workspace; what the redaction leaves out is never told."""
    server: MCPServer[Any] = MCPServer(
        "orgdesign", instructions=INSTRUCTIONS, version=__version__, log_level="ERROR"
    )
    files = DisclosedFiles(workspace, redaction)
    _add_reading_tools(server, files)
    _add_chart_tool(server, files, engine)
    _add_proposal_tools(server, files)
    return server


def _add_reading_tools(server: MCPServer[Any], files: DisclosedFiles) -> None:
    @server.tool(annotations=READS)
    def list_organisations() -> list[dict[str, Any]]:
        """List the organisation files, with their designs and how many problems each has."""
        return [*reports.file_summaries(files)]

    @server.tool(annotations=READS)
    def read_organisation(file: str = "", design: str = "", phase: str = "") -> dict[str, Any]:
        """Return an organisation in the shape of its file, or what a design makes of it.

        What may not be told, such as who holds a role, is not in it.
        """
        with _errors_for_assistants():
            return reports.organisation_data(files.disclosure(file, design, phase))

    @server.tool(annotations=READS)
    def diagnose(file: str = "", design: str = "") -> list[dict[str, Any]]:
        """Return what the rules find wrong: each with its rule, severity, sentence and remedy."""
        with _errors_for_assistants():
            source = None if design else files.sound_edition(file).source
            return reports.finding_data(files.disclosure(file, design), source)

    @server.tool(annotations=READS)
    def compare(design: str, file: str = "", phase: str = "") -> list[dict[str, Any]]:
        """Return what a design, or it up to a phase, changes in today's structure."""
        with _errors_for_assistants():
            return reports.difference_data(files.disclosure(file, design, phase))

    @server.resource("orgdesign://schema", mime_type="application/schema+json")
    def schema() -> str:
        """Return the JSON Schema of the file format: every field and every kind of change."""
        return json.dumps(json_schema())


def _add_chart_tool(server: MCPServer[Any], files: DisclosedFiles, engine: Engine) -> None:
    @server.tool(annotations=READS, structured_output=False)
    def draw_chart(
        view: Literal["before", "changes", "after"] = "after",
        file: str = "",
        design: str = "",
        phase: str = "",
        picture: Literal["png", "svg"] = "png",
    ) -> Any:
        """Draw a chart: reporting lines before, what a design changes, or after by outcome."""
        with _errors_for_assistants():
            chart, layout = reports.chart_of(files.disclosure(file, design, phase), view)
            drawn = draw_charts([chart], engine, picture, layout)
        return Image(data=drawn, format="png") if picture == "png" else drawn.decode()


def _add_proposal_tools(server: MCPServer[Any], files: DisclosedFiles) -> None:
    @server.tool(annotations=ADDS)
    def propose_design(
        name: str, changes: list[dict[str, Any]], file: str = "", reason: str = ""
    ) -> dict[str, Any]:
        """Write a new design of changes beside today's structure, and return what it changes.

        Each change is one of the file format: {"change": "move", "function": "fraud",
        "reports_to": "claims"}. Nothing is written where one has a mistake or cannot be made.
        """
        with _errors_for_assistants():
            return proposal.propose(files, file, name, changes, reason)

    @server.tool(annotations=ADDS)
    def withdraw_proposal(file: str = "") -> str:
        """Take back the last change of a file, if it is a proposal."""
        with _errors_for_assistants():
            return proposal.withdraw(files, file)


@contextmanager
def _errors_for_assistants() -> Iterator[None]:
    """Tell the assistant what failed in the words for people."""
    try:
        yield
    except OrgdesignError as failure:
        raise ToolError(str(failure)) from failure
