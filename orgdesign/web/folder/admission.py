"""The printed link: its token is exchanged for a cookie, and leaves the address at once."""

from __future__ import annotations

from hmac import compare_digest

from flask import Blueprint, abort, current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from orgdesign.web.kit import NOT_ADMITTED, Settings

pages = Blueprint("admission", __name__)


@pages.get("/start")
def admit_browser() -> Response:
    """Admit the browser that shows the start-up token."""
    settings: Settings = current_app.extensions["settings"]
    if not compare_digest(request.args.get("token", "").encode(), settings.token.encode()):
        abort(403, NOT_ADMITTED)
    answer = redirect(url_for("folder.list_organisations"), 303)
    answer.set_cookie(
        settings.cookie, settings.admission, httponly=True, samesite="Strict", path="/"
    )
    return answer
