"""The slides, each a page: what the audience sees, and nothing that it does not."""

from __future__ import annotations

from flask import Blueprint, render_template

from orgdesign.web.kit import Answer
from orgdesign.web.presenting.talk_page import TalkPage

pages = Blueprint("show", __name__)


@pages.get("/o/<key>/present/<int:number>")
def slide(key: str, number: int) -> Answer:
    """Show one slide."""
    page = TalkPage(key, number)
    page.need_organisation()
    return render_template("presenting/show.html", page=page)
