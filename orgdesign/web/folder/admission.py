"""The way in and out: a link that works once becomes a cookie, and leaves the address at once."""

from __future__ import annotations

from flask import (
    Blueprint,
    abort,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from orgdesign.web.kit import NOT_ADMITTED, Settings, Streams, admit, forget_secret

pages = Blueprint("admission", __name__)


@pages.get("/start")
def admit_browser() -> Response:
    """Admit the browser that shows the token of a link; one that is admitted needs none."""
    settings: Settings = current_app.extensions["settings"]
    is_admitted = settings.sessions.admits(request.cookies.get(settings.cookie, ""))
    if not is_admitted and not settings.sessions.redeem(request.args.get("token", "")):
        abort(403, NOT_ADMITTED)
    home = url_for("folder.list_organisations")
    if request.headers.get("Sec-Fetch-Site", "none") == "none":
        answer = redirect(home, 303)
    else:  # from a file of this machine: browsers send the cookie only to a page that asks itself
        answer = make_response(render_template("admitted.html", home=home))
    admit(answer, settings)
    return answer


@pages.post("/leave")
def log_out() -> Response:
    """End the session of every browser, and forget the secret by which a restart would know it."""
    settings: Settings = current_app.extensions["settings"]
    settings.sessions.end()
    streams: Streams = current_app.extensions["streams"]
    streams.drop()
    forget_secret()
    answer = make_response(render_template("left.html"))
    answer.delete_cookie(settings.cookie, path="/", httponly=True, samesite="Strict")
    return answer
