"""The shape of the room that a chart has in a window."""

from __future__ import annotations

import re

from flask import has_request_context, request

USUAL, PHONE = (1440, 900), (390, 840)
"""The windows, in pixels, of a desk and of a phone that say nothing of theirs."""
WIDE, NARROW = (56.0, 172.0), (30.0, 236.0)
"""What stands beside, and above and below a chart, in pixels, in a window and a narrow one."""
NARROWEST = 768
"""The width of the smallest window that is not narrow."""
LEAST = 200.0
COOKIE = "window"
"""What a page calls the size of its window, in what it sends: 1440x900."""
_SIZE = re.compile(r"(\d{3,4})x(\d{3,4})")


def room_of(*, is_half: bool) -> tuple[float, float]:
    """Return the room that a chart has, in pixels, in the window of whoever asks for the page."""
    width, height = _window()
    beside, over = NARROW if width < NARROWEST else WIDE
    wide = width / 2 if is_half and width >= NARROWEST else width
    return max(LEAST, wide - beside), max(LEAST, height - over)


def said_window() -> str:
    """Return the size of the window that a page was drawn for, as it says it itself."""
    if not has_request_context():
        return ""
    said = request.values.get(COOKIE) or request.cookies.get(COOKIE, "")
    return said if _SIZE.fullmatch(said) else ""


def _window() -> tuple[int, int]:
    size = _SIZE.fullmatch(said_window())
    if size:
        return int(size[1]), int(size[2])
    return PHONE if is_on_phone() else USUAL


def is_on_phone() -> bool:
    """Whether a phone asks: a browser says so with each of its requests."""
    if not has_request_context():
        return False
    hint, name = request.headers.get("Sec-CH-UA-Mobile"), request.headers.get("User-Agent", "")
    return hint == "?1" or (hint is None and "Mobi" in name)
