"""What an open page has to become, worked out and packed once for all who look at the same."""

from __future__ import annotations

import gzip

from flask import Response, current_app, request

from orgdesign.web.canvas.answers import render_changes, requested_chart_page
from orgdesign.web.kit import RecentWork, find_file

MOST_ANSWERS = 48
"""How many answers are kept: each is of one version, at one place, for who may see the same."""
PACKED = 4
"""How hard an answer is packed: what takes longer than it saves on a fast line is not done."""

Parts = tuple[bytes, dict[str, str]]
"""The body of an answer, and its own headers."""


class SharedChanges:
    """The answers given lately; safe to share between threads, of which one works each out."""

    def __init__(self) -> None:
        self._parts = RecentWork[Parts](MOST_ANSWERS)

    def answer(self, key: str) -> Response:
        """Return the answer to a page that follows the file with a key."""
        file, store = find_file(key), find_file(key).history
        subject = str(current_app.extensions["stream_subject"]())
        is_packed = request.accept_encodings.quality("gzip") > 0
        asked = (store.identity, store.view, subject, file.now().version, request.query_string)
        body, headers = self._parts.result(
            (*asked, is_packed), lambda: _parts(key, is_packed=is_packed)
        )
        return Response(body, headers=headers)


def _parts(key: str, *, is_packed: bool) -> Parts:
    answer = render_changes(requested_chart_page(key))
    own = ("Content-Type", "HX-Refresh")
    headers = {name: answer.headers[name] for name in own if name in answer.headers}
    if not is_packed:
        return answer.get_data(), headers
    packed = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return gzip.compress(answer.get_data(), PACKED), {**headers, **packed}
