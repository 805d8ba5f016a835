"""The routes of the plates: to look at one, and to take it along."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request

from orgdesign.documents.kinds import MEDIA_TYPES
from orgdesign.plates import PAPERS, draw_sheet
from orgdesign.render import Engine, find_brand_face, joined_pdf, set_in
from orgdesign.web.kit import Answer, not_modified, zipped_files
from orgdesign.web.plates.plate_page import FORMATS, PlatePage

pages = Blueprint("plates", __name__)
pages.before_request(not_modified)


@pages.get("/o/<key>/plates/<plate>")
def show_plate(key: str, plate: str) -> Answer:
    """Show a plate, and the same as a table."""
    return PlatePage(key, plate).render_with("plates/plate.html")


@pages.get("/o/<key>/plates/<plate>/picture")
def download_picture(key: str, plate: str) -> Answer:
    """Hand out a plate as a file, on a paper; sheets of pictures are put into a zip file."""
    page = PlatePage(key, plate)
    kind, paper = request.args.get("format", "pdf"), request.args.get("paper", "a3")
    if kind not in FORMATS or paper not in PAPERS:
        abort(404)
    face = find_brand_face(page.organisation.brand, page.file.folder)
    if kind == "pptx":
        with set_in(face):
            return _attached(_slides(page), plate, kind)
    with set_in(face), Engine() as engine:
        pictures = [draw_sheet(sheet, engine, kind) for sheet in page.sheets(paper)]  # type: ignore[arg-type]
    if kind != "pdf" and len(pictures) > 1:
        named = {f"{plate}-{n}.{kind}": picture for n, picture in enumerate(pictures, 1)}
        return _attached(zipped_files(named), plate, "zip")
    return _attached(joined_pdf(pictures) if kind == "pdf" else pictures[0], plate, kind)


def _slides(page: PlatePage) -> bytes:
    """Return a plate as slides that can be edited, in the look of the organisation."""
    from orgdesign.documents.deck import deck_theme, sheet_deck, slide_size

    theme = deck_theme(None, None, page.organisation.brand)
    return sheet_deck(page.slide_sheets(slide_size(theme)), page.organisation.name, theme)


def _attached(data: bytes, plate: str, ending: str) -> Response:
    answer = Response(data, mimetype=MEDIA_TYPES[ending])
    answer.headers["Content-Disposition"] = f'attachment; filename="{plate}.{ending}"'
    return answer
