"""Who may ask, and what browsers may do with the answer: all of it, in one place."""

from __future__ import annotations

from flask import Flask, Response, abort, current_app, request
from werkzeug.wrappers import Response as AnyResponse

from orgdesign.web.kit.sessions import LIFE, RENEWED
from orgdesign.web.kit.settings import Settings

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
SAFE_METHODS = ("GET", "HEAD")
WAY_IN = ("admission.admit_browser",)
"""The endpoint that a file on this machine leads to, which browsers take for another site."""
ASSET = "assets.send_asset"
OPEN_TO_ALL = (ASSET, *WAY_IN)
"""The endpoints that show nothing of an organisation, and so need no admission."""

OTHER_HOST = "This address is not one that orgdesign answers under."
OTHER_SITE = "Another site asked for this page. Open it from its own tab instead."
NOT_ADMITTED = (
    "Open the link that orgdesign serve printed when it started: it holds the key to this page."
)


def guard_app(app: Flask, settings: Settings) -> None:
    """Let only the person who started the app in, and let nothing out to other sites."""

    @app.before_request
    def check() -> None:
        if request.host not in settings.hosts:
            abort(403, OTHER_HOST)
        if not _is_own_site():
            abort(403, OTHER_SITE)
        if request.endpoint not in OPEN_TO_ALL and not _is_admitted(settings):
            abort(403, NOT_ADMITTED)

    app.after_request(seal_response)
    app.after_request(_renew)


def _is_own_site() -> bool:
    """Tell our own pages and typed addresses from links and scripts of other sites."""
    is_way_in = request.endpoint in WAY_IN and request.method in SAFE_METHODS
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        return is_way_in
    origin = request.headers.get("Origin")
    if request.method in SAFE_METHODS and origin is None:
        return True
    return origin == f"{request.scheme}://{request.host}"


def _is_admitted(settings: Settings) -> bool:
    return settings.sessions.admits(request.cookies.get(settings.cookie, ""))


def admit(response: AnyResponse, settings: Settings) -> None:
    """Give the browser the cookie that admits it, for a while."""
    response.set_cookie(
        settings.cookie,
        settings.sessions.admission(),
        max_age=LIFE,
        httponly=True,
        samesite="Strict",
        path="/",
    )


def seal_response(response: Response) -> Response:
    """Say to browsers what they may do with an answer."""
    response.headers.update(HEADERS)
    is_asset = request.endpoint == ASSET and response.status_code in (200, 304)
    kept = "private, max-age=31536000, immutable" if is_asset else None
    response.headers["Cache-Control"] = kept or "no-store"
    return response


def _is_stream(response: Response) -> bool:
    return response.mimetype == "text/event-stream"


def _renew(response: Response) -> Response:
    """Keep a browser admitted in which somebody works; a page that only follows does not count."""
    settings: Settings = current_app.extensions["settings"]
    cookie = request.cookies.get(settings.cookie, "")
    works = request.method == "POST" or not ("version" in request.args or _is_stream(response))
    sessions, is_static = settings.sessions, request.endpoint == ASSET
    if works and not is_static and sessions.admits(cookie) and not sessions.admits(cookie, RENEWED):
        admit(response, settings)
    return response
