"""Long work, exports and imports, is one process's: the others hand over whatever asks about it.

What is made stays in the memory of the process that makes it, as on one's own machine; where that
process is killed, it is made again. On several machines, each keeps to itself: see docs/team.md.
"""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

JOBS = re.compile(r"/import(/|$)|/o/[^/]+/(designs/[^/]+/)?(import|export)(/|$)")
"""The paths of long work."""
PATIENCE = 120.0
START = 20.0
"""For how many seconds a request waits for the process to start."""
_OWN = {"connection", "transfer-encoding", "keep-alive", "date", "server"}
"""Headers that are about one connection, and not passed on."""

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class UnixConnection(HTTPConnection):
    """HTTP on a socket of this machine."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=PATIENCE)
        self._path = path

    def connect(self) -> None:
        """Connect to the socket, which is not there for a moment when its process starts anew."""
        deadline = time.monotonic() + START
        while True:
            self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self.sock.settimeout(PATIENCE)
            try:
                return self.sock.connect(str(self._path))
            except OSError:
                self.sock.close()
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.1)


class JobForwarder:
    """Passes requests about long work on to the process that does it, and its answers back."""

    def __init__(self, app: Wsgi, path: Path) -> None:
        self._app, self._path = app, path

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request."""
        if not JOBS.match(environ.get("PATH_INFO", "")):
            return self._app(environ, start_response)
        connection = UnixConnection(self._path)
        try:
            connection.request(*_request(environ))
            answer = connection.getresponse()
            data = answer.read()
        except (OSError, HTTPException):
            start_response("503 Service Unavailable", [("Content-Type", "text/plain")])
            return [b"What makes files starts anew. Try again in a moment."]
        finally:
            connection.close()
        headers = [each for each in answer.getheaders() if each[0].lower() not in _OWN]
        start_response(f"{answer.status} {answer.reason}", headers)
        return [data]


def _request(environ: dict[str, Any]) -> tuple[str, str, bytes | None, dict[str, str]]:
    query = environ.get("QUERY_STRING", "")
    path = quote(environ["PATH_INFO"].encode("latin-1"))
    headers = {
        name[5:].replace("_", "-"): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_") and name[5:].replace("_", "-").lower() not in _OWN
    }
    if environ.get("CONTENT_TYPE"):
        headers["Content-Type"] = environ["CONTENT_TYPE"]
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length) if length else None
    return environ["REQUEST_METHOD"], f"{path}?{query}" if query else path, body, headers


def listen_for_jobs(path: Path, make_server: Callable[[socket.socket], Any]) -> None:
    """Answer what other processes hand over, in a thread beside the pages of this one."""
    with suppress(FileNotFoundError):
        path.unlink()
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(path))
    path.chmod(0o600)
    listener.listen(128)
    server = make_server(listener)
    Thread(target=server.run, name="jobs", daemon=True).start()
