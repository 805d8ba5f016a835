"""A real Chromium, and the app that it opens: in a thread here, or as the program of its own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from waitress.wasyncore import dispatcher

from orgdesign.diagnosis.language import shared_reader
from orgdesign.render import Engine
from orgdesign.resources import folder
from orgdesign.web.app import create_app
from orgdesign.web.http_server import admitted_by, http_server
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

EXAMPLES = folder("examples")

Open = Callable[..., Page]


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    shared_reader().warm()  # once for all apps of these tests
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def answering(path: Path, engine: Engine) -> Iterator[str]:
    """Let the app answer for a path in a thread, at a tenth of what its program takes to start."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
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
    command = [sys.executable, "-m", "orgdesign", "serve", str(path), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout
            links = (re.search(r"http://\S+", line) for line in program.stdout)
            link = next(filter(None, links), None)
            assert link, "orgdesign serve printed no link"
            yield link[0]
        finally:
            program.send_signal(end)


def follow(page: Page, name: str | re.Pattern[str], exact: bool = False) -> None:
    """Follow a link to another page and wait until that is loaded, which is when it listens."""
    link = page.get_by_role("link", name=name, exact=exact)
    if not link.count() and page.locator(".where-menu").count():
        page.locator(".where-menu > summary").click()
    if link.locator("xpath=ancestor::*[@id='switch' or @id='structures']").count():
        show_view(page, name, exact)
    else:
        with page.expect_event("load"):
            link.click()


def show_view(page: Page, name: str | re.Pattern[str], exact: bool = False) -> None:
    """Show another view of the chart, or another structure, and wait until its boxes are there."""
    bar = page.locator("#switch")
    if not bar.get_by_role("link", name=name, exact=exact).count():
        bar = page.locator("#structures")
        if not bar.get_by_role("link", name=name, exact=exact).count():
            bar.locator("summary").click()
    bar.get_by_role("link", name=name, exact=exact).click()
    # Within its own bar and as a whole: a view's name may begin that of the structure shown.
    said = re.compile(rf"^\s*{re.escape(str(name))}\s*$") if exact else name
    expect(bar.locator("a[aria-current]").filter(has_text=said)).to_have_count(1)
    expect(page.locator(".sky")).to_have_count(0)


@pytest.fixture
def northwind(tmp_path: Path) -> Path:
    """A copy of the example, to be edited."""
    return Path(shutil.copy(EXAMPLES / "northwind.yaml", tmp_path))


def as_today(path: Path) -> Path:
    """Take the designs out of a file, so that its page shows at first what it is today."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?ms)^designs:\n.*?(?=^\S|\Z)", "", text), "utf-8")
    return path


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained about: scripts, refused content, failed requests."""
    return []


@pytest.fixture
def open_page(
    chromium: Browser, complaints: list[str], engine: Engine, templates_compiled: None
) -> Iterator[Open]:
    """Open what a path holds, in a browser with the given habits; nothing may be complained of."""
    with ExitStack() as closing:

        def complain(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                complaints.append(message.text)

        def open_path(path: Path, patience: int = 10_000, **habits: object) -> Page:
            link = closing.enter_context(answering(path, engine))
            context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **habits})
            closing.callback(context.close)
            context.set_default_timeout(patience)
            page = context.new_page()
            page.on("console", complain)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(link)
            return page

        yield open_path
    assert complaints == []
