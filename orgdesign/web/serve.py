"""The server: on this machine only, with one link for the person who started it."""

from __future__ import annotations

import signal
import socket
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

from flask import Flask

from orgdesign.problems import OrgdesignError
from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.http_server import admitted_by, http_server
from orgdesign.web.kit import Settings, port_for, private_page, session_secret
from orgdesign.workspace import Workspace

LOOPBACK = "127.0.0.1"

Link = Callable[[str], str]
"""From a token to the link that holds it."""


def serve(path: Path, *, host: str = LOOPBACK, port: int = 0, browser: bool = True) -> None:
    """Serve a file or folder until Ctrl+C; ``port`` 0 takes that of the last start, or any.

    Pages that are open go on after a restart within the day, when it has the same port.

    Raises ``OrgdesignError`` when the port is taken or the host is not this machine.
    """
    real, secret = path.resolve(), session_secret()
    listening = _listening(host, port) if port else _listening_again(host, port_for(real, secret))
    with listening as listener, Engine() as engine:
        engine.warm()
        settings = Settings.for_path(listener.getsockname()[1], real, secret)
        app = create_app(Workspace(path, engine), settings)
        signal.signal(signal.SIGTERM, _stop)
        with suppress(KeyboardInterrupt, SystemExit):
            page = _announce(partial(_link, listener, settings), settings, browser)
            try:
                _answer(app, listener, settings)
            finally:
                if page:
                    page.unlink(missing_ok=True)
    _say("\norgdesign has stopped.")


def _answer(app: Flask, listener: socket.socket, settings: Settings) -> None:
    server = http_server(app, listener, admitted_by(settings.sessions))
    try:
        server.run()
    finally:
        app.extensions["streams"].close()
        server.close()


def _link(listener: socket.socket, settings: Settings, token: str) -> str:
    address = listener.getsockname()[0]
    host = f"[{address}]" if ":" in address else address
    return f"http://{host}:{settings.port}/start?token={token}"


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


def _announce(link: Link, settings: Settings, browser: bool) -> Path | None:
    """Print a link, and open another by a file, as other users can read what programs are given."""
    _say(f"Open this link, which is for you alone and works once:\n\n  {link(settings.token)}\n")
    if sys.stdin and sys.stdin.isatty():
        Thread(target=_more_links, args=(link, settings), daemon=True).start()
        _say("Press Enter for another link. Stop with Ctrl+C.")
    else:
        _say("Stop with Ctrl+C.")
    if not browser:
        return None
    page = private_page(link(settings.sessions.new_token()))
    if page:
        webbrowser.open(page.as_uri())
    return page


def _more_links(link: Link, settings: Settings) -> None:
    for _ in sys.stdin:
        _say(f"  {link(settings.sessions.new_token())}")


def _stop(*_: object) -> None:
    """Stop as with Ctrl+C, so that nothing is left behind."""
    raise SystemExit(0)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
