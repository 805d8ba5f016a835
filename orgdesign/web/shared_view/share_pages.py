"""The routes of a shared view: the page to choose on, and the files."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, abort, render_template, request

from orgdesign.render import PAPERS, Engine, PictureFrame, draw_charts, draw_posters, joined_pdf
from orgdesign.web.kit import Answer, lead_to_chart
from orgdesign.web.shared_view.share_page import SHARPNESS, SharePage, Wording

pages = Blueprint("shared_view", __name__)

PREVIEW = 72.0
"""Dots per inch of the picture on the page."""
Picture = Callable[[SharePage, PictureFrame], bytes]


@pages.get("/o/<key>/share-view")
def show_share(key: str) -> Answer:
    """Show the view as it goes out, and what it can go out as."""
    page = SharePage(key)
    if page.view.organisation is None:
        lead_to_chart()
    return render_template("shared_view/share.html", page=page)


@pages.get("/o/<key>/share-view/preview")
def preview(key: str) -> Answer:
    """Hand out the view as a picture with nothing around it but its legend."""
    page = SharePage(key)
    if page.view.organisation is None:
        abort(404)
    frame = page.frame(Wording("", "", "", legend=True))
    with page.company_font(), Engine() as engine:
        data = draw_charts(page.charts, engine, "png", frame=frame, sharpness=PREVIEW)
    return Response(data, mimetype="image/png")


@pages.post("/o/<key>/share-view/<kind>")
def make(key: str, kind: str) -> Answer:
    """Hand out the view as a file of a kind; what stands around it is in the form."""
    if kind not in KINDS:
        abort(404)
    page = SharePage(key)
    if page.view.organisation is None:
        lead_to_chart()
    frame = page.frame(Wording.read(request.form))
    return page.hand_out(page.structure, lambda: (KINDS[kind](page, frame), kind))


def _svg(page: SharePage, frame: PictureFrame) -> bytes:
    with Engine() as engine:
        return draw_charts(page.charts, engine, "svg", frame=frame)


def _png(page: SharePage, frame: PictureFrame) -> bytes:
    dots = SHARPNESS.get(request.form.get("size", ""), SHARPNESS["screen"])
    with Engine() as engine:
        return draw_charts(page.charts, engine, "png", frame=frame, sharpness=dots)


def _poster(page: SharePage, frame: PictureFrame) -> bytes:
    paper = PAPERS.get(request.form.get("paper", ""), PAPERS["a3"])
    with Engine() as engine:
        drawn = [sheet for chart in page.charts for sheet in draw_posters(
            chart, engine, "pdf", paper, frame
        )]  # fmt: skip
    return joined_pdf(drawn)


def _slide(page: SharePage, frame: PictureFrame) -> bytes:
    from orgdesign.documents.deck import deck_theme, view_deck

    theme = deck_theme(None, None, page.organisation.brand)
    return view_deck(page.charts, frame, page.organisation.name, theme)


KINDS: dict[str, Picture] = {"png": _png, "svg": _svg, "pdf": _poster, "pptx": _slide}
"""What a view can go out as, by the end of the file's name."""
