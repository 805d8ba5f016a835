"""A page asks twice a second whether the file changed, and gets what is new."""

from __future__ import annotations

from flask import Blueprint, request

from orgdesign.web.organisation import Answer, changes, page_at
from orgdesign.web.organisations import find_file

pages = Blueprint("live", __name__)


@pages.get("/o/<key>/live")
def live(key: str) -> Answer:
    """Answer with nothing while the file is as the page shows it, else with what differs."""
    return unchanged(key) or changes(page_at(key))


def unchanged(key: str) -> tuple[str, int] | None:
    """Return the empty answer while the file is as the page that asks shows it."""
    return ("", 204) if find_file(key).now().version == request.values.get("version") else None


def follow() -> tuple[str, int] | None:
    """Answer with nothing a page that asks for itself, while the file is as it shows it.

    To be called before the requests of pages that are drawn anew as a whole.
    """
    asks = request.method == "GET" and "version" in request.args
    return unchanged((request.view_args or {})["key"]) if asks else None
