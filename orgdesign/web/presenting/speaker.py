"""The speaker view: the slide on screen, the next one, the time, and notes for nobody else."""

from __future__ import annotations

from flask import Blueprint, render_template

from orgdesign.web.kit import Answer
from orgdesign.web.presenting.notes import SpeakerPage

pages = Blueprint("speaker", __name__)


@pages.get("/o/<key>/present/<int:number>/speaker")
def show(key: str, number: int) -> Answer:
    """Show what the speaker sees while a slide is on screen."""
    found = SpeakerPage(key, number)
    found.need_organisation()
    return render_template("presenting/speaker.html", page=found)
