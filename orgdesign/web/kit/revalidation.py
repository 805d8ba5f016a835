"""A page asks twice a second whether the file changed, and gets what is new."""

from __future__ import annotations

from flask import request

from orgdesign.web.kit.addresses import find_file


def unchanged_file(key: str) -> tuple[str, int] | None:
    """Return the empty answer while the file is as the page that asks shows it."""
    return ("", 204) if find_file(key).latest_version() == request.values.get("version") else None


def not_modified() -> tuple[str, int] | None:
    """Answer with nothing a page that asks for itself, while the file is as it shows it.

    To be called before the requests of pages that are drawn anew as a whole.
    """
    asks = request.method == "GET" and "version" in request.args
    return unchanged_file((request.view_args or {})["key"]) if asks else None


def gone_status() -> int:
    """Return the status of a page whose subject is gone: to one that follows, it is news."""
    return 200 if request.method == "GET" and "version" in request.args else 404
