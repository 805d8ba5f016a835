"""The server: on this machine only, with one link for the person who started it."""

from __future__ import annotations

import logging
import signal
import socket
import sys
import webbrowser
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from flask import Flask
from waitress.server import create_server

from orgdesign.problems import OrgdesignError
from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.importing import MAX_UPLOAD
from orgdesign.web.kit import Settings, port_for, session_secret
from orgdesign.workspace import Workspace

LOOPBACK = "127.0.0.1"
THREADS = 6


def serve(path: Path, *, host: str = LOOPBACK, port: int = 0, browser: bool = True) -> None:
    """Serve a file or folder until Ctrl+C; ``port`` 0 takes that of the last start, or any.

    Pages that are open go on after a restart within the day, when it has the same port.

    Raises ``OrgdesignError`` when the port is taken or the host is not this machine.
    """
    real, secret = path.resolve(), session_secret()
    listening = _listening(host, port) if port else _listening_again(host, port_for(real, secret))
    with listening as listener, Engine() as engine:
        engine.warm()
        settings = Settings.of(listener.getsockname()[1], real, secret)
        app = create_app(Workspace(path, engine), settings)
        signal.signal(signal.SIGTERM, _stop)
        with suppress(KeyboardInterrupt, SystemExit):
            _announce(_link(listener, settings), browser)
            _answer(app, listener)
    _say("\norgdesign has stopped.")


def _answer(app: Flask, listener: socket.socket) -> None:
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # its warnings may name addresses
    # What is uploaded stays in memory: beyond this, which is refused, it would go to a file.
    held = {"inbuf_overflow": 2 * MAX_UPLOAD}
    server: Any = create_server(app, sockets=[listener], threads=THREADS, ident=None, **held)  # type: ignore[no-untyped-call]
    try:
        server.run()
    finally:
        server.close()


def _link(listener: socket.socket, settings: Settings) -> str:
    address = listener.getsockname()[0]
    host = f"[{address}]" if ":" in address else address
    return f"http://{host}:{settings.port}/start?token={settings.token}"


def _listening(host: str, port: int) -> socket.socket:
    if not _is_loopback(host):
        raise OrgdesignError(
            f"orgdesign answers only on this machine, and {host} reaches beyond it."
            f" Leave the host out, or use {LOOPBACK}."
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as failure:
        raise OrgdesignError(
            f"Port {port} cannot be used ({failure.strerror or failure})."
            " Choose another, or leave it out to take any that is free."
        ) from None


def _listening_again(host: str, port: int) -> socket.socket:
    """Listen where the last start did, or if that is taken, anywhere."""
    try:
        return _listening(host, port)
    except OrgdesignError:
        return _listening(host, 0)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _announce(link: str, browser: bool) -> None:
    _say(f"Open this link, which is for you alone:\n\n  {link}\n\nStop with Ctrl+C.")
    if browser:
        webbrowser.open(link)


def _stop(*_: object) -> None:
    """Stop as with Ctrl+C, so that nothing is left behind."""
    raise SystemExit(0)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
