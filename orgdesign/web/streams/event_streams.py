"""The stream of a page: that what it shows has a new version, and nothing else.

A page with a stream asks for what is new when it is told to, in place of asking twice a second.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from functools import partial

from flask import Blueprint, Response, current_app, request

from orgdesign.web.kit import (
    HAND_OVER,
    Stream,
    Streams,
    Topic,
    current_workspace,
    event,
    files_version,
    find_file,
)
from orgdesign.workspace import OpenFile

pages = Blueprint("events", __name__)

RETRY = 1000
"""After how many milliseconds a page asks again for a stream that ended."""
LIST_PACE = 2.0
"""How often a folder is looked through for files that came or went, in seconds."""


@pages.get("/o/<key>/events")
def follow_file(key: str) -> Response:
    """Tell the page of a file whenever that changes."""
    file = find_file(key)
    more = current_app.extensions.get("topics")
    return _stream(_file_topic(file), *(more(file) if more else ()))


@pages.get("/events")
def follow_files() -> Response:
    """Tell the list of organisations whenever one of them changes."""
    workspace = current_workspace()
    version = partial(files_version, workspace, current_app.extensions["settings"])
    topic = Topic("version", f"files\n{workspace.view}", version, "files", LIST_PACE)
    return _stream(topic)


def _file_topic(file: OpenFile) -> Topic:
    store = file.history
    return Topic(
        "version",
        f"{store.identity}\n{store.view}",
        file.latest_version,
        store.identity,
    )


def _stream(*topics: Topic) -> Response:
    """Answer with a stream; where the server cannot hold it, with one look at each topic."""
    streams: Streams = current_app.extensions["streams"]
    subject = str(current_app.extensions["stream_subject"]())
    hand_over = request.environ.get(HAND_OVER)

    def take(connection: socket.socket, is_chunked: bool) -> None:
        connection.setblocking(False)
        streams.add(Stream(connection, topics, subject, is_chunked))

    if hand_over:
        hand_over(take)
    answer = Response(_opening(() if hand_over else topics), mimetype="text/event-stream")
    answer.headers["X-Accel-Buffering"] = "no"  # a proxy passes each event on at once
    return answer


def _opening(topics: tuple[Topic, ...]) -> Iterator[bytes]:
    yield f"retry: {RETRY}\n\n".encode()
    for topic in topics:
        yield event(topic.name, topic.version())
