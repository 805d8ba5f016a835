"""The shape of the room that a chart has in a window."""

from __future__ import annotations

from flask import has_request_context, request

WHOLE, HALF = (1400.0, 740.0), (690.0, 740.0)
"""Of a chart alone in a window, and of one of two."""
UPRIGHT = (390.0, 640.0)
"""Of a chart on a phone, which is held upright."""


def room_of(*, is_half: bool) -> tuple[float, float]:
    """Return the shape that the layout of a chart aims at, for whoever asks for the page."""
    if is_on_phone():
        return UPRIGHT
    return HALF if is_half else WHOLE


def is_on_phone() -> bool:
    """Whether a phone asks: a browser says so with each of its requests."""
    if not has_request_context():
        return False
    hint, name = request.headers.get("Sec-CH-UA-Mobile"), request.headers.get("User-Agent", "")
    return hint == "?1" or (hint is None and "Mobi" in name)
