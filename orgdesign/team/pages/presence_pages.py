"""Who is here, for the corner of a page."""

from __future__ import annotations

from flask import Blueprint, g, render_template, url_for

from orgdesign.charts import function_id, outcome_id, role_id
from orgdesign.team.pages.discussion_page import discussion_page, page_settings
from orgdesign.team.presence.keeper import PersonHere, people_here

pages = Blueprint("team_here", __name__)
SHOWN = 8
"""How many are shown one by one."""
BOXES = {"function": function_id, "outcome": outcome_id, "role": role_id}


@pages.get("/o/<key>/here")
def show_people(key: str) -> str:
    """Show who else has the organisation open, and what they look at."""
    page = discussion_page(key)
    with page.database.reading() as connection:
        found = people_here(connection, page.organisation_id, page.subjects)
    others = [one for one in found if one.viewer != g.viewer.id]
    return render_template(
        "team/here.html", page=page, people=others[:SHOWN], more=others[SHOWN:], place=_place
    )


def _place(person: PersonHere) -> str:
    """Return the address of what somebody looks at; empty where nothing is chosen."""
    if person.at is None or person.at.kind not in BOXES:
        return ""
    box = page_settings().key("box", BOXES[person.at.kind](person.at.part))
    return url_for("chart.show_chart", box=box, reveal="1")
