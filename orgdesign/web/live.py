"""The page asks twice a second whether the file changed, and gets what is new."""

from __future__ import annotations

from flask import Blueprint, request

from orgdesign.web.organisation import Answer, changes, page_at
from orgdesign.web.organisations import find_file

pages = Blueprint("live", __name__)


@pages.get("/o/<key>/live")
def live(key: str) -> Answer:
    """Answer with nothing while the file is as the page shows it, else with what differs."""
    if find_file(key).now().version == request.args.get("version"):
        return "", 204
    return changes(page_at(key))
