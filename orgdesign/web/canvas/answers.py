"""The answers of the page with the charts: all of it, or what differs from what is on screen."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, current_app, make_response, redirect, render_template, request

from orgdesign.value_objects import value_object
from orgdesign.web.canvas.chart_page import ChartPage
from orgdesign.web.canvas.view_state import ViewState, seen_view_state, view_state_from
from orgdesign.web.kit import TODAY_KEY, Answer, Form, find_file
from orgdesign.workspace import OpenFile


def requested_chart_page(key: str) -> ChartPage:
    """Return the page of a file at the place that the request asks for."""
    file = find_file(key)
    settings = current_app.extensions["settings"]
    edition = file.now()
    file.history.record_outside_change(edition.version)
    return ChartPage(file, edition, view_state_from(key, request.values), settings)


def today_page(key: str) -> ChartPage:
    """Return the page of a file with today's reporting lines on it, whatever else was shown."""
    file = find_file(key)
    place = ViewState(key, shown="before", structure=TODAY_KEY)
    return ChartPage(file, file.now(), place, current_app.extensions["settings"])


def render_changes(page: ChartPage) -> Response:
    """Return, part by part, what the page in the browser has to become."""
    said = request.values
    is_new = said.get("version") != page.edition.version
    seen = seen_view_state(page.place.file, said)
    redrawn = [] if is_new or page.organisation is None else list(page.redrawn(seen))
    body = render_template("organisation/changes.html", page=page, is_new=is_new, redrawn=redrawn)
    answer = make_response(body)
    if page.organisation and not said.get("good"):
        answer.headers["HX-Refresh"] = "true"  # the page had no organisation to show until now
    return answer


@value_object
class ChartScreen:
    """The page of the charts, with its panel."""

    file: OpenFile
    key: str
    box: str = ""

    def on_success(self, told: str) -> Answer:
        """Answer with the parts that changed, or lead back to the panel."""
        page = self._chart_page()
        if "HX-Request" in request.headers:
            page.told = told
            return render_changes(page)
        return redirect(f"{page.place.address()}#panel", 303)

    def on_error(self, form: Form, status: int) -> Answer:
        """Answer with the form in the panel, as it was sent."""
        page = self._chart_page()
        page.form = form
        return self._whole(page, status)

    def on_missing(self, form: Form) -> Answer:
        """Answer what was typed about a part that is no longer in the file."""
        page = self._chart_page()
        page.lost = form
        return self._whole(page, 409)

    def _chart_page(self) -> ChartPage:
        settings = current_app.extensions["settings"]
        place = replace(view_state_from(self.key, request.values), reveals=True)
        if self.box:  # what was just made is what is chosen now
            place = replace(place, box=self.box)
        return ChartPage(self.file, self.file.now(), place, settings)

    def _whole(self, page: ChartPage, status: int) -> Answer:
        if "HX-Request" in request.headers:
            answer = render_changes(page)
        else:
            answer = make_response(render_template("organisation.html", page=page))
        answer.status_code = status
        return answer
