"""Who may ask, and what browsers may do with the answer: all of it, in one place."""

from __future__ import annotations

from hmac import compare_digest
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

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
OPEN_TO_ALL = ("static", "admission.admit_browser")
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

    app.after_request(_seal)


def _is_own_site() -> bool:
    """Tell our own pages and typed addresses from links and scripts of other sites."""
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    if request.method in SAFE_METHODS and origin is None:
        return True
    return urlsplit(origin or "").netloc == request.host


def _is_admitted(settings: Settings) -> bool:
    shown = request.cookies.get(settings.cookie, "")
    return compare_digest(shown.encode(), settings.admission.encode())


def _seal(response: Response) -> Response:
    response.headers.update(HEADERS)
    is_asset = request.endpoint == "static" and response.status_code in (200, 304)
    kept = "private, max-age=31536000, immutable" if is_asset and "v" in request.args else None
    response.headers["Cache-Control"] = kept or "no-store"
    return response
