"""Nobody outside fills the memory or keeps the app waiting, and nobody inside sends too much."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from threading import Thread

import pytest

from orgdesign.render import Engine
from orgdesign.web import http_server
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.web.kit.assets import asset_version
from orgdesign.workspace import Workspace

PATIENCE = 15
"""How many seconds an answer may take here; less than the server has for those who ask slowly."""


@pytest.fixture
def settings(bakery, engine: Engine) -> Iterator[Settings]:
    """The settings of an app that answers at their port."""
    with socket.create_server(("127.0.0.1", 0), backlog=300) as listener:
        settings = Settings(listener.getsockname()[1])
        app = create_app(Workspace(bakery, engine), settings)
        channels: dict = {}
        server = http_server.http_server(
            app, listener, http_server.admitted_by(settings.sessions), map=channels
        )
        thread = Thread(target=server.run)
        thread.start()
        yield settings
        server.trigger.pull_trigger(partial(hang_up, channels))
        thread.join()
        server.task_dispatcher.shutdown()


def hang_up(channels: dict) -> None:
    for channel in list(channels.values()):
        channel.handle_close()


def asked(settings: Settings, text: str, body: bytes = b"") -> str:
    """Send a request as it stands, and return the answer's first line."""
    with socket.create_connection(("127.0.0.1", settings.port), timeout=PATIENCE) as there:
        there.sendall(text.replace("\n", "\r\n").encode() + body)
        return there.recv(4096).decode("latin-1").partition("\r\n")[0]


def post(settings: Settings, path: str, length: int, cookie: str = "") -> str:
    host = f"127.0.0.1:{settings.port}"
    head = f"POST {path} HTTP/1.1\nHost: {host}\nOrigin: http://{host}\nContent-Length: {length}\n"
    return asked(settings, f"{head}Cookie: {cookie}\n\n")


def admitted(settings: Settings) -> str:
    return f"{settings.cookie}={settings.sessions.admission()}"


def test_a_body_of_a_stranger_is_refused_before_it_comes(settings: Settings):
    assert "403" in post(settings, "/import", 90_000_000)
    assert "403" in post(settings, "/import", 90_000_000, 'a=b; "; c')


def test_too_large_a_body_is_refused_before_it_comes(settings: Settings):
    assert "413" in post(settings, "/import", 300_000_000, admitted(settings))
    assert "413" in post(settings, "/o/x/table", 9_000_000, admitted(settings))


def test_a_body_that_does_not_say_its_length_ends_at_the_limit(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(http_server, "LARGEST_FORM", 100_000)
    head = (
        f"POST /new HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\nCookie: {admitted(settings)}\n\n"
    )

    assert "413" in asked(settings, head, (b"8000\r\n" + b"x" * 0x8000 + b"\r\n") * 4)


def test_two_hundred_who_ask_slowly_keep_nobody_waiting(settings: Settings):
    with ExitStack() as open_:
        for _ in range(200):
            there = socket.create_connection(("127.0.0.1", settings.port), timeout=PATIENCE)
            open_.enter_context(there).sendall(b"GET / HTTP/1.1\r\nX")
        path, host = f"/static/{asset_version()}/css/base.css", f"127.0.0.1:{settings.port}"
        answer = asked(settings, f"GET {path} HTTP/1.1\nHost: {host}\n\n")

    assert "200" in answer


def test_an_empty_answer_keeps_the_connection(settings: Settings):
    with closing(HTTPConnection("127.0.0.1", settings.port, timeout=PATIENCE)) as there:
        address = get(there, "/", settings).headers["Location"]
        page = get(there, address, settings).read().decode()
        version = page.partition('name="version" value="')[2].partition('"')[0]
        held = None
        for _ in range(3):
            answer = get(there, f"{address}/live?version={version}", settings)
            answer.read()
            assert (answer.status, answer.headers["Connection"]) == (204, None)
            assert held in (None, there.sock)
            held = there.sock
        assert held


def get(there: HTTPConnection, path: str, settings: Settings) -> HTTPResponse:
    there.request("GET", path, headers={"Cookie": admitted(settings)})
    answer = there.getresponse()
    if answer.status == 303:
        answer.read()
    return answer
