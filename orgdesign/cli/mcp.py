"""``orgdesign mcp``: organisations for an assistant, over standard input and output."""

from __future__ import annotations

from pathlib import Path

import click

from orgdesign.problems import OrgdesignError

KEPT_BACK = ("holders", "cost")
"""What an assistant is not told unless it is allowed."""


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True), metavar="FILE-OR-FOLDER")
@click.option(
    "--allow",
    multiple=True,
    type=click.Choice(KEPT_BACK),
    help="Tell the assistant who holds a role, or what functions cost.",
)
@click.option(
    "--leave-out",
    multiple=True,
    metavar="WHAT",
    help="Leave out more: headcount, measures or branch:ID.",
)
def mcp(path: Path, allow: tuple[str, ...], leave_out: tuple[str, ...]) -> None:
    """Let an assistant read FILE, or every organisation in FOLDER, and propose designs.

    It speaks the Model Context Protocol over standard input and output, and is started by the
    assistant. Holders and cost are left out; today's structure is never touched.
    """
    from orgdesign.redaction import Redaction

    redaction = Redaction.parse(({*KEPT_BACK} - {*allow}) | {*leave_out})
    try:
        from orgdesign.assistant import assistant_server
    except ImportError:
        message = "This needs the MCP SDK: pip install 'orgdesign[mcp]', and try again."
        raise OrgdesignError(message) from None
    from orgdesign.render import Engine
    from orgdesign.workspace import Workspace

    with Engine() as engine:
        assistant_server(Workspace(path, engine), engine, redaction).run("stdio")
