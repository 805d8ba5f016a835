"""The routes of shared plates, figures, journeys and road maps: to choose, and the files."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request

from orgdesign.plates import PAPERS, draw_sheet
from orgdesign.render import Engine, Format, draw_journey, joined_pdf
from orgdesign.web.kit import Answer, zipped_files
from orgdesign.web.shared_view.share_page import ENDINGS, SHARPNESS, Wording
from orgdesign.web.shared_view.share_pages import PREVIEW
from orgdesign.web.shared_view.sheet_share import SheetShare

pages = Blueprint("shared_sheet", __name__)


@pages.get("/o/<key>/share/<what>")
def show_share(key: str, what: str) -> Answer:
    """Show what goes out, and what it can go out as."""
    return SheetShare(key, what).render_with("shared_view/share.html")


@pages.get("/o/<key>/share/<what>/preview")
def preview(key: str, what: str) -> Answer:
    """Hand out what goes out as a picture."""
    page = SheetShare(key, what)
    wording = Wording(page.title, "", "", legend=True)
    with page.company_font():
        data = _pictures(page, wording, "png", PREVIEW)[0]
    return Response(data, mimetype="image/png")


@pages.post("/o/<key>/share/<what>/<kind>")
def make(key: str, what: str, kind: str) -> Answer:
    """Hand out a page as a file of a kind; what stands around it is in the form."""
    if kind not in ENDINGS:
        abort(404)
    page = SheetShare(key, what)
    page.need_organisation()
    wording = Wording.read(request.form)
    return page.hand_out(page.name, lambda: _shared_file(page, kind, wording))


def _shared_file(page: SheetShare, kind: str, wording: Wording) -> tuple[bytes, str]:
    """Return a file and its ending: pictures of several sheets are put into a zip file."""
    if kind == "pptx":
        return _slides(page, wording), kind
    dots = SHARPNESS.get(request.form.get("size", ""), SHARPNESS["screen"])
    drawn = _pictures(page, wording, kind, dots)  # type: ignore[arg-type]
    if kind == "pdf":
        return joined_pdf(drawn), kind
    if len(drawn) > 1:
        return zipped_files(
            {f"{page.what}-{n}.{kind}": data for n, data in enumerate(drawn, 1)}
        ), "zip"
    return drawn[0], kind


def _pictures(page: SheetShare, wording: Wording, kind: Format, dots: float) -> list[bytes]:
    asked = request.form.get("paper", "")
    paper = PAPERS[asked if asked in page.papers else "a3"] if kind == "pdf" else PAPERS["screen"]
    with Engine() as engine:
        if page.what == "journey":
            on = paper if kind == "pdf" else None
            return [draw_journey(page.journey, engine, kind, page.frame(wording), on, dots)]
        return [draw_sheet(sheet, engine, kind, dots) for sheet in page.sheets(paper, wording)]


def _slides(page: SheetShare, wording: Wording) -> bytes:
    from orgdesign.documents.deck import deck_theme, journey_deck, sheet_deck, slide_size

    theme, note = deck_theme(None, None, page.organisation.brand), page.note(wording)
    if page.what == "journey":
        called = {"title": wording.title} if wording.title else {}
        return journey_deck(page.organisation, note, theme, **called)
    sheets = page.bare(slide_size(theme), wording.legend)
    return sheet_deck(sheets, page.organisation.name, theme, note, wording.title)
