"""The view on screen on paper, and as a picture: whole, with its title, legend and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for

from orgdesign.charts import Chart, Legend, apply_settings, legend_of
from orgdesign.problems import OrgdesignError
from orgdesign.render import PAPERS, Engine, PictureFrame, draw_charts, draw_posters
from orgdesign.web.canvas import ChartPage, chart_page
from orgdesign.web.kit import Answer

pages = Blueprint("print", __name__)

TITLES = {
    "before": "Who reports to whom",
    "reporting": "Who reports to whom",
    "changes": "What changes",
    "after": "Who serves which outcome",
    "roles": "Roles and who holds them",
}
PRINTED = {"a4": "A4", "a3": "A3", "letter": "Letter", "tabloid": "Tabloid"}
PICTURES = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}
_BREAK = "\f"


@pages.get("/o/<key>/print")
def show_sheets(key: str) -> Answer:
    """Show the sheets on which the view on screen is printed."""
    page, paper = chart_page(key), _paper()
    if page.organisation is None:
        return redirect(url_for("chart.show_chart"), 303)
    try:
        count, failure = len(_sheets(page, paper)), ""
    except OrgdesignError as error:
        count, failure = 0, str(error)
    said = request.args.to_dict()
    return render_template(
        "views/print.html", page=page, paper=paper, papers=PRINTED, count=count, failure=failure,
        said={name: value for name, value in said.items() if name not in ("paper", "number")},
    )  # fmt: skip


@pages.get("/o/<key>/print/<int:number>.svg")
def draw_sheet(key: str, number: int) -> Answer:
    """Return one of the sheets."""
    page = chart_page(key)
    if page.organisation is None:
        abort(404)
    try:
        sheets = _sheets(page, _paper())
    except OrgdesignError:
        abort(404)
    if not 1 <= number <= len(sheets):
        abort(404)
    return Response(sheets[number - 1], mimetype=PICTURES["svg"])


@pages.get("/o/<key>/picture")
def download_picture(key: str) -> Answer:
    """Hand out the view on screen as a picture, or for a paper as a PDF."""
    page, kind = chart_page(key), request.args.get("format", "png")
    if page.organisation is None or kind not in PICTURES:
        abort(404)
    try:
        data = _picture(page, kind)
    except OrgdesignError as failure:
        return render_template(
            "error.html", title="No picture was made", sentence=str(failure)
        ), 422
    answer = Response(data, mimetype=PICTURES[kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="{page.shown}.{kind}"'
    return answer


def _picture(page: ChartPage, kind: str) -> bytes:
    charts = [*_charts(page)]
    with Engine() as engine:
        if kind == "pdf" and "paper" in request.args and len(charts) == 1:
            frame = _frame(page, charts[0])
            return draw_posters(charts[0], engine, "pdf", PAPERS[_paper()], frame)[0]
        return draw_charts(charts, engine, kind, (), _frame(page, charts[-1]))  # type: ignore[arg-type]


def _sheets(page: ChartPage, paper: str) -> list[str]:
    """Return the sheets of a paper, drawn at most once."""

    def draw(engine: Engine) -> str:
        drawn = (
            draw_posters(chart, engine, "svg", PAPERS[paper], _frame(page, chart))
            for chart in _charts(page)
        )
        return _BREAK.join(sheet.decode() for sheets in drawn for sheet in sheets)

    place = replace(page.place, box="", reveals=False, more=False)
    return page.file.cached_picture(("print", page.edition.digest, place, paper), draw).split(
        _BREAK
    )


def _charts(page: ChartPage) -> Iterator[Chart]:
    """Yield the charts on screen; gaps are on them only where they were asked for."""
    settings = replace(page.card_settings, gaps="words" if page.place.gaps else "none")
    for view, chart in zip(page.views, page.folded_charts(), strict=True):
        organisation = page.charted.organisation_of(view) if page.charted else None
        if organisation is None or view in ("changes", "roles"):
            yield chart
        else:
            yield apply_settings(chart, organisation, settings)


def _frame(page: ChartPage, chart: Chart) -> PictureFrame:
    name = page.organisation.name if page.organisation else page.file.name
    structure = page.structures.name if page.structures.designs else ""
    title = f"{name}: {TITLES[chart.view]}"
    return PictureFrame(title, "" if chart.view == "before" else structure, _legend(page, chart))


def _legend(page: ChartPage, chart: Chart) -> Legend | None:
    organisation = page.organisation
    if organisation is None or chart.view in ("changes", "roles"):
        return None
    return legend_of(chart, organisation, page.card_settings)


def _paper() -> str:
    asked = request.args.get("paper", "a4")
    return asked if asked in PRINTED else "a4"
