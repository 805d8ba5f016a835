"""The log, for administrators: what was done by whom, whether it is whole, and as a file."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, Response, g, render_template
from sqlalchemy import Connection

from orgdesign.team.log.chain import (
    append_entry,
    breaks_in_log,
    chain_ends,
    log_lines,
    newest_entries,
)
from orgdesign.team.log.log_words import about_words, action_words, actor_words
from orgdesign.team.organisations.records import all_rows
from orgdesign.team.pages.door import team_door
from orgdesign.team.people.people import names_of_all

pages = Blueprint("team_log", __name__)
SHOWN = 200


@pages.get("/log")
def show_log() -> str:
    """Show what was done last."""
    with team_door().database.reading() as connection:
        return _log_page(connection, breaks=None)


@pages.post("/log/verify")
def verify_log() -> str:
    """Show whether the log is what was written."""
    with team_door().database.reading() as connection:
        breaks, ends = list(breaks_in_log(connection)), chain_ends(connection)
        return _log_page(connection, breaks=breaks, ends=ends)


def _log_page(connection: Connection, **more: Any) -> str:
    names = names_of_all(connection)
    organisations = {row.id: row.name for row in all_rows(connection)}
    return render_template(
        "team/log.html",
        entries=newest_entries(connection, SHOWN),
        actor=partial(actor_words, names=names),
        action=action_words,
        about=partial(about_words, names=names, organisations=organisations),
        organisations=organisations,
        **more,
    )


@pages.get("/log/export")
def export_log() -> Response:
    """Send the log as a file that docs/verify_log.py reads."""
    with team_door().database.writing() as connection:
        append_entry(connection, g.viewer.id, "log exported")
        text = "".join(f"{line}\n" for line in log_lines(connection))
    headers = {"Content-Disposition": 'attachment; filename="orgdesign-log.jsonl"'}
    return Response(text, mimetype="application/jsonl", headers=headers)
