"""The view on screen on paper: whole, with its title, legend and page numbers."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, abort, render_template, request

from orgdesign.charts import Chart, chart_titles
from orgdesign.problems import OrgdesignError
from orgdesign.render import PAPERS, Engine, PictureFrame, draw_posters
from orgdesign.web.canvas import ChartPage, charts_to_frame, legend_to_frame, requested_chart_page
from orgdesign.web.kit import Answer, lead_to_chart

pages = Blueprint("print", __name__)

TITLES = chart_titles("print")
PRINTED = {"a4": "A4", "a3": "A3", "letter": "Letter", "tabloid": "Tabloid"}
SVG = "image/svg+xml"
_BREAK = "\f"


@pages.get("/o/<key>/print")
def show_sheets(key: str) -> Answer:
    """Show the sheets on which the view on screen is printed."""
    page, paper = requested_chart_page(key), _paper()
    if page.organisation is None:
        lead_to_chart()
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
    page = requested_chart_page(key)
    if page.organisation is None:
        abort(404)
    try:
        sheets = _sheets(page, _paper())
    except OrgdesignError:
        abort(404)
    if not 1 <= number <= len(sheets):
        abort(404)
    return Response(sheets[number - 1], mimetype=SVG)


def _sheets(page: ChartPage, paper: str) -> list[str]:
    """Return the sheets of a paper, drawn at most once."""

    def draw(engine: Engine) -> str:
        drawn = (
            draw_posters(chart, engine, "svg", PAPERS[paper], _frame(page, chart))
            for chart in charts_to_frame(page)
        )
        return _BREAK.join(sheet.decode() for sheets in drawn for sheet in sheets)

    place = replace(page.place, box="", reveals=False, more=False)
    return page.file.cached_picture(("print", page.edition.digest, place, paper), draw).split(
        _BREAK
    )


def _frame(page: ChartPage, chart: Chart) -> PictureFrame:
    name = page.organisation.name if page.organisation else page.file.name
    structure = page.structures.name if page.structures.designs else ""
    title = f"{name}: {TITLES[chart.view]}"
    return PictureFrame(
        title, "" if chart.view == "before" else structure, legend_to_frame(page, chart)
    )


def _paper() -> str:
    asked = request.args.get("paper", "a4")
    return asked if asked in PRINTED else "a4"
