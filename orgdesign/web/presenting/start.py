"""Before a presentation: what is left out for the audience, and how it looks."""

from __future__ import annotations

from flask import Blueprint, render_template

from orgdesign.model import Function
from orgdesign.web.kit import Answer
from orgdesign.web.presenting.talk_page import TalkPage

pages = Blueprint("present", __name__)

LEFT_OUT = {
    "holders": "Who holds each role",
    "headcount": "Headcount",
    "cost": "Cost",
    "measures": "Measures, and the scores that rest on them",
}


class StartPage(TalkPage):
    """What can be chosen before a presentation."""

    kinds = LEFT_OUT

    @property
    def heads(self) -> list[Function]:
        """Return the functions that can be left out: all of today's, in the order of the file."""
        return [*self.whole.functions.values()] if self.whole else []


@pages.get("/o/<key>/present")
def show(key: str) -> Answer:
    """Ask what is left out, and start."""
    found = StartPage(key)
    found.need_organisation()
    return render_template("presenting/start.html", page=found)
