"""The page of an organisation: its outcome, its coverage, its charts, and what is chosen."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, make_response, render_template, request

from orgdesign.web.organisations import find_file
from orgdesign.web.page import Page
from orgdesign.web.place import place_of, place_seen

pages = Blueprint("organisation", __name__)

Answer = str | tuple[str, int] | Response


@pages.get("/o/<key>")
def page(key: str) -> Answer:
    """Show the whole page, or to htmx what differs from the page it has."""
    found = page_at(key)
    if "HX-Request" in request.headers:
        return changes(found)
    return render_template("organisation.html", page=found)


def page_at(key: str) -> Page:
    """Return the page of a file at the place that the request asks for."""
    file = find_file(key)
    settings = current_app.extensions["settings"]
    edition = file.now()
    file.history.note(edition.version)
    return Page(file, edition, place_of(key, request.args), settings)


def changes(page: Page) -> Response:
    """Return, part by part, what the page in the browser has to become."""
    said = request.values
    is_new = said.get("version") != page.edition.version
    seen = place_seen(page.place.file, said)
    redrawn = [] if is_new or page.organisation is None else list(page.redrawn(seen))
    body = render_template("organisation/changes.html", page=page, is_new=is_new, redrawn=redrawn)
    answer = make_response(body)
    if page.organisation and not said.get("good"):
        answer.headers["HX-Refresh"] = "true"  # the page had no organisation to show until now
    return answer
