"""The search of the bar: an index that the browser looks through, and a page without script."""

from __future__ import annotations

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    render_template,
    request,
    url_for,
)

from orgdesign.web.find.search_index import SearchEntry, matches, search_entries
from orgdesign.web.kit import (
    SECTIONS,
    Answer,
    OrganisationChoices,
    Settings,
    find_file,
    labels_of,
    lead_to_chart,
)

pages = Blueprint("find", __name__)

MOST_SHOWN = 100
MOST_OFFERED = 12
"""How many parts a field that searches offers at a time."""


def entry_link(entry: SearchEntry) -> str:
    """Return where something that was found is shown: on the chart, or else on its own page."""
    settings: Settings = current_app.extensions["settings"]
    if entry.box:
        box = settings.key("box", entry.box)
        return f"{url_for('chart.show_chart', box=box, reveal='1')}#panel"
    section, part = entry.part
    key = settings.key(SECTIONS[section].noun, part)
    return url_for("parts.show_part", section=section, part=key)


@pages.get("/o/<key>/find")
def show_matches(key: str) -> Answer:
    """Show what has the words asked for, as links."""
    file, text = find_file(key), request.args.get("q", "")
    organisation = file.now().organisation
    if organisation is None:
        lead_to_chart()
    found = matches(search_entries(organisation), text, MOST_SHOWN) if text.strip() else []
    rows = [(entry, entry_link(entry)) for entry in found]
    return render_template("find/find.html", file=file, key=key, text=text, rows=rows)


@pages.get("/o/<key>/find/index")
def search_index(key: str) -> Response:
    """Return all that can be found: kind, title, detail, the key of its box, and its own page."""
    organisation = find_file(key).now().organisation
    settings: Settings = current_app.extensions["settings"]
    rows = []
    for entry in search_entries(organisation) if organisation else ():
        box = settings.key("box", entry.box) if entry.box else ""
        rows.append([entry.kind, entry.title, entry.detail, box, "" if box else entry_link(entry)])
    return jsonify(rows)


@pages.post("/o/<key>/find/labels/<kind>")
def search_labels(key: str, kind: str) -> Response:
    """Return the words of the parts of a kind that a field's text finds.

    What is typed comes in the body, as none of it goes into addresses. ``above`` is the key of a
    function that is to report to one of them.
    """
    edition = find_file(key).now()
    if kind not in {section.noun for section in SECTIONS.values()}:
        abort(404)
    settings: Settings = current_app.extensions["settings"]
    organisation, above = edition.organisation, request.form.get("above", "")
    functions = organisation.functions if organisation and above else {}
    function = settings.find("function", above, functions)
    but = OrganisationChoices(organisation).below(function) if organisation and function else ()
    text = request.form.get("q", "")
    return jsonify(labels_of(edition, kind).matches(text, MOST_OFFERED, but))
