"""The log, for administrators: what was done by whom, whether it is whole, and as a file."""

from __future__ import annotations

from flask import Blueprint, Response, g, render_template

from orgdesign.team.log.chain import (
    append_entry,
    breaks_in_log,
    chain_ends,
    log_lines,
    newest_entries,
)
from orgdesign.team.pages.guard import team_door
from orgdesign.team.people.people import names_of_all

pages = Blueprint("team_log", __name__)
SHOWN = 200


@pages.get("/log")
def show_log() -> str:
    """Show what was done last."""
    with team_door().database.reading() as connection:
        return render_template(
            "team/log.html",
            entries=newest_entries(connection, SHOWN),
            names=names_of_all(connection),
            breaks=None,
        )


@pages.post("/log/verify")
def verify_log() -> str:
    """Show whether the log is what was written."""
    with team_door().database.reading() as connection:
        return render_template(
            "team/log.html",
            entries=newest_entries(connection, SHOWN),
            names=names_of_all(connection),
            breaks=list(breaks_in_log(connection)),
            ends=chain_ends(connection),
        )


@pages.get("/log/export")
def export_log() -> Response:
    """Send the log as a file that docs/verify_log.py reads."""
    with team_door().database.writing() as connection:
        append_entry(connection, g.viewer.id, "log exported")
        text = "".join(f"{line}\n" for line in log_lines(connection))
    headers = {"Content-Disposition": 'attachment; filename="orgdesign-log.jsonl"'}
    return Response(text, mimetype="application/jsonl", headers=headers)
