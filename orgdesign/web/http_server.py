"""The HTTP server: who may send a body, how large it may be, and how slowly anybody may ask."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any

from flask import Flask
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server
from waitress.task import WSGITask
from waitress.utilities import Error

from orgdesign.web.importing import MAX_UPLOAD
from orgdesign.web.kit import HAND_OVER, Sessions
from orgdesign.yamlfile import MAX_BYTES

THREADS = 6
CONNECTIONS = 1_000
"""How many connections there may be, most of them idle."""
PATIENCE = 20
"""How many seconds a request may take to arrive where nobody is admitted, and a rest may last."""
TIDIED = 5
MARGIN = 1_000_000
LARGEST_FORM = 8_000_000
LARGEST = {"/import": MAX_UPLOAD + MARGIN, "/source": 2 * MAX_BYTES + MARGIN}
"""How many bytes a body may have by how its path ends; any other ``LARGEST_FORM``."""

Admits = Callable[[str], bool]
Take = Callable[[socket.socket, bool], None]
"""Goes on with a connection whose answer has begun; whether that comes in chunks."""


class NotAdmittedError(Error):
    """The answer to a body from a browser that nobody let in."""

    code = 403
    reason = "Forbidden"


class TooLargeError(Error):
    """The answer to a body that is larger than its page takes."""

    code = 413
    reason = "Request Entity Too Large"


class GuardedParser(HTTPRequestParser):
    """A request that is refused by its headers: before its body is received, not after."""

    admits: Admits
    unknown: int
    is_admitted = False

    def parse_header(self, header_plus: bytes) -> None:
        """Take in the headers, and refuse a body that is not wanted."""
        super().parse_header(header_plus)
        self.is_admitted = self.admits(self.headers.get("COOKIE", ""))
        if not (self.content_length or self.chunked):
            return
        if not self.is_admitted and not self.unknown:
            self._refuse(NotAdmittedError("Open the link that orgdesign serve printed."))
        elif self.content_length > self.largest:
            self._refuse(TooLargeError(f"At most {self.largest:,} bytes are taken here."))

    @property
    def largest(self) -> int:
        """Return how many bytes the body of this request may have."""
        if not self.is_admitted:
            return self.unknown
        limits = (limit for end, limit in LARGEST.items() if self.path.endswith(end))
        return next(limits, LARGEST_FORM)

    def received(self, data: bytes) -> int:
        """Take in what came, also of a body that says how long it is only as it goes."""
        consumed: int = super().received(data)
        if self.chunked and self.body_bytes_received > self.largest:
            self._refuse(TooLargeError(f"At most {self.largest:,} bytes are taken here."))
        return consumed

    def _refuse(self, error: Error) -> None:
        self.error, self.completed, self.connection_close = error, True, True
        self.body_rcv, self.content_length, self.chunked = None, 0, False


class AppTask(WSGITask):
    """One answer, on a connection that goes on after it, or that is handed over to a stream."""

    take: Take | None = None

    def get_environment(self) -> dict[str, Any]:
        """Return what the app is told of a request, and how it takes the connection over."""
        environment: dict[str, Any] = super().get_environment()
        environment[HAND_OVER] = self._hand_over
        return environment

    def _hand_over(self, take: Take) -> None:
        self.take = take

    def finish(self) -> None:
        """End the answer; where a stream took the connection over, it goes on there."""
        if self.take is None:
            super().finish()
            return
        channel = self.channel
        self.close_on_finish = True  # which closes our end of it only
        with channel.outbuf_lock:
            channel._flush_some(do_close=False)  # noqa: SLF001 - the one way to know that it went
            if channel.connected and not channel.total_outbufs_len:
                self.take(channel.socket.dup(), self.chunked_response)

    def set_close_on_finish(self) -> None:
        """End the connection after this answer, unless it is one that has no body."""
        wants_end = self.request.headers.get("CONNECTION", "").lower() == "close"
        if self.has_body or wants_end or self.version != "1.1":
            super().set_close_on_finish()


class Channel(HTTPChannel):
    """A connection on which nobody keeps the server waiting, a byte at a time."""

    task_class = AppTask

    def handle_read(self) -> None:
        """Read what came; half a request of somebody unknown is no sign of life."""
        before = self.last_activity
        super().handle_read()
        waits = self.request is not None and not self.request.is_admitted
        self.last_activity = before if waits else time.time()


def admitted_by(sessions: Sessions) -> Admits:
    """Return what tells by its cookies whether a browser was let in."""

    def admits(cookies: str) -> bool:
        try:
            shown = SimpleCookie(cookies).get(sessions.cookie)
        except CookieError:
            return False
        return shown is not None and sessions.admits(shown.value)

    return admits


def http_server(
    app: Flask, listener: socket.socket, admits: Admits, unknown: int = 0, **more: Any
) -> Any:
    """Return the server of an app, ready to run.

    Of somebody whom ``admits`` does not know, it takes bodies of so many bytes, ``unknown``.
    """
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # its warnings may name addresses
    rules = {"admits": staticmethod(admits), "unknown": unknown}
    parser = type("Parser", (GuardedParser,), rules)
    server: Any = create_server(
        app,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        connection_limit=CONNECTIONS,
        channel_timeout=PATIENCE,
        cleanup_interval=TIDIED,
        asyncore_use_poll=True,
        backlog=256,
        max_request_body_size=max(LARGEST.values()) + MARGIN,
        inbuf_overflow=2 * max(LARGEST.values()),  # what is uploaded stays in memory
        **more,
    )
    server.channel_class = type("AppChannel", (Channel,), {"parser_class": parser})
    return server
