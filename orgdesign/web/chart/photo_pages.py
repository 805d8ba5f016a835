"""The picture of who holds a role: a file beside the organisation's, and never from elsewhere."""

from __future__ import annotations

from flask import Blueprint, Response, abort

from orgdesign.web.canvas import photo_path, read_photo
from orgdesign.web.kit import Answer, FilePage

pages = Blueprint("photos", __name__)


@pages.get("/o/<key>/photos/<role>")
def show_photo(key: str, role: str) -> Answer:
    """Return the picture that the file names for a role."""
    page = FilePage(key, "roles")
    found = page.organisation.roles.get(page.id_of("role", role))
    path = photo_path(found, page.organisation) if found else ""
    folder = page.file.folder
    photo = read_photo(folder, path) if path and folder else None
    if photo is None:
        abort(404)
    return Response(photo[0], mimetype=photo[1])
