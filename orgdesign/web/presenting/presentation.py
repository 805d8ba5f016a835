"""The pages of a presentation: what is left out, the slides, and the view of who speaks."""

from __future__ import annotations

from flask import Blueprint, render_template

from orgdesign.model import Function
from orgdesign.web.kit import Answer
from orgdesign.web.presenting.notes import SpeakerPage
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


def _answer(page: TalkPage, template: str) -> Answer:
    page.need_organisation()
    return render_template(template, page=page)


@pages.get("/o/<key>/present")
def show(key: str) -> Answer:
    """Ask what is left out, and start."""
    return _answer(StartPage(key), "presenting/start.html")


@pages.get("/o/<key>/present/<int:number>")
def slide(key: str, number: int) -> Answer:
    """Show one slide: what the audience sees, and nothing that it does not."""
    return _answer(TalkPage(key, number), "presenting/show.html")


@pages.get("/o/<key>/present/<int:number>/speaker")
def speaker(key: str, number: int) -> Answer:
    """Show what the speaker sees: the slide, the next one, the time, and private notes."""
    return _answer(SpeakerPage(key, number), "presenting/speaker.html")
