"""A real Chromium, and the app that it opens: in a thread here, or as the program of its own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import (
    APIResponse,
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Route,
    expect,
    sync_playwright,
)
from waitress.wasyncore import dispatcher

from orgdesign.diagnosis.language import shared_reader
from orgdesign.render import Engine
from orgdesign.resources import folder
from orgdesign.web.app import create_app
from orgdesign.web.http_server import admitted_by, http_server
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace
from tests.browser.complaints import Complaints
from tests.browser.navigation import (  # noqa: F401 - what tests take from here with a page
    another_page,
    follow,
    press,
    show_view,
)
from tests.browser.unrest import present_unrest, program

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--renderer-process-limit=1",  # the pages of a context share one, which has its fonts already
]
PATIENCE = 30_000
"""How many milliseconds a person would wait. What is faster than that, `benchmarks/` measures."""
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

EXAMPLES = folder("examples")

Open = Callable[..., Page]
USUAL: dict[str, object] = {
    "viewport": {"width": 1440, "height": 900},
    "reduced_motion": "reduce",
}
MOVES = {"reduced_motion": "no-preference"}
GROCER = """\
organization: Grocer
outcome:
  statement: Fresh food at the door by noon
functions:
  packing: {name: Packing}
  vans: {name: Vans, reports_to: packing}
  office: {name: Office, reports_to: packing}
"""


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    shared_reader().warm()  # once for all apps of these tests
    expect.set_options(timeout=PATIENCE)
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=ARGUMENTS, slow_mo=present_unrest().pause
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def usual_context(chromium: Browser) -> Iterator[BrowserContext]:
    """Whoever opens one page with the usual habits: a page that stays keeps the process alive.

    To start one anew takes half of what it takes to open a page.
    """
    context = chromium.new_context(**USUAL)  # type: ignore[arg-type]
    staying = context.new_page()
    staying.route("**", lambda route: route.fulfill(content_type="text/html", body=""))
    staying.goto("http://127.0.0.1/")
    yield context
    context.close()


def forget(context: BrowserContext) -> None:
    """Leave a context as it was before a test: one empty page, nothing known, nothing held."""
    for page in context.pages[1:]:
        page.close()
    context.unroute_all()
    context.set_offline(False)
    context.clear_cookies()


@pytest.fixture(scope="session")
def usual_port() -> Iterator[socket.socket]:
    """Where the first app of each test answers: what a browser compiled of a place it keeps."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@contextmanager
def answering(path: Path, engine: Engine, port: socket.socket | None = None) -> Iterator[str]:
    """Let the app answer for a path in a thread, at a tenth of what its program takes to start."""
    with port.dup() if port else socket.create_server(("127.0.0.1", 0)) as listener:
        settings = Settings(listener.getsockname()[1])
        channels: dict[int, dispatcher] = {}
        app = create_app(Workspace(path, engine), settings)
        server = http_server(app, listener, admitted_by(settings.sessions), map=channels)
        thread = Thread(target=server.run)
        thread.start()
        try:
            yield f"http://127.0.0.1:{settings.port}/start?token={settings.token}"
        finally:
            server.trigger.pull_trigger(partial(_hang_up, channels))
            thread.join()
            app.extensions["streams"].close()
            server.task_dispatcher.shutdown()


def _hang_up(channels: dict[int, dispatcher]) -> None:
    """End every connection, with the files that were being sent."""
    for channel in list(channels.values()):
        channel.handle_close()


@contextmanager
def serving(path: Path, end: signal.Signals = signal.SIGTERM) -> Iterator[str]:
    """Run ``orgdesign serve`` over a path, give the link that it prints, and end it afterwards."""
    command = [*program(), "serve", str(path), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            links = (re.search(r"http://\S+", line) for line in server.stdout)
            link = next(filter(None, links), None)
            assert link, "orgdesign serve printed no link"
            yield link[0]
        finally:
            server.send_signal(end)


@pytest.fixture
def northwind(tmp_path: Path) -> Path:
    """A copy of the example, to be edited."""
    return Path(shutil.copy(EXAMPLES / "northwind.yaml", tmp_path))


def as_today(path: Path) -> Path:
    """Take the designs out of a file, so that its page shows at first what it is today."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?ms)^designs:\n.*?(?=^\S|\Z)", "", text), "utf-8")
    return path


class Held:
    """Requests that wait until they are let go, as if their answers came slowly.

    Where they are answered at once, it is the answers that wait: they say what was true then.
    """

    def __init__(
        self,
        page: Page,
        address: str | re.Pattern[str],
        times: int | None = None,
        is_answered: bool = False,
    ):
        self._page, self._address, self._is_answered = page, address, is_answered
        self._routes: list[tuple[Route, APIResponse | None]] = []
        self._is_open = False
        page.route(address, self._hold, times=times)

    def _hold(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._routes.append((route, route.fetch() if self._is_answered else None))

    def wait(self) -> None:
        """Wait until one has been made."""
        for _ in range(PATIENCE // 10):
            if self._routes:
                return
            self._page.wait_for_timeout(10)
        raise AssertionError(f"nothing was sent to {self._address}")

    def let_go(self) -> None:
        """Let them go on once one has been made; those to come are not held."""
        self.wait()
        self._is_open = True
        for route, answer in self._routes:
            if answer:
                route.fulfill(response=answer)
            else:
                route.continue_()


@pytest.fixture
def without_designs(northwind: Path) -> None:
    """Let the page of the example show and edit what it is today."""
    as_today(northwind)


@pytest.fixture
def grocer(tmp_path: Path) -> Path:
    """Three functions, and nothing said of any."""
    path = tmp_path / "grocer.yaml"
    path.write_text(GROCER)
    return path


@pytest.fixture
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture
def refusals(complaints: Complaints) -> None:
    """Let the browser complain of answers that refuse a form: they are what is asked for."""
    complaints.expect("status of 409", "status of 422")


@pytest.fixture
def open_page(
    chromium: Browser,
    usual_context: BrowserContext,
    usual_port: socket.socket,
    complaints: Complaints,
    engine: Engine,
    templates_compiled: None,
) -> Iterator[Open]:
    """Open what a path holds, in a browser with the given habits; nothing may be complained of.

    Nothing moves, as for people who do not want it: tests of what moves ask for `MOVES`.
    """
    with ExitStack() as closing:

        def complain(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                complaints.append(message.text)

        def open_path(path: Path, patience: int = PATIENCE, **habits: object) -> Page:
            context = usual_context
            is_usual = not habits and len(context.pages) == 1
            port = usual_port if is_usual else None
            link = closing.enter_context(answering(path, engine, port))
            if not is_usual:
                context = chromium.new_context(**{**USUAL, **habits})
                closing.callback(context.close)
            else:
                closing.callback(forget, context)
            context.set_default_timeout(patience)
            page = context.new_page()
            page.on("console", complain)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(link)
            return page

        yield open_path
    assert complaints.unexpected() == []
