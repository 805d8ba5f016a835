"""A real Chromium against the real program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from orgdesign.web.app import folder

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")

EXAMPLES = folder("examples")

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # A busy machine may press a key before the page listens. A rerun can also hide a
            # rare fault of the page: one in the report is something to look into.
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """Run ``orgdesign serve`` over a path, and give the link that it prints."""
    command = [sys.executable, "-m", "orgdesign", "serve", str(path), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        links = (re.search(r"http://\S+", line) for line in program.stdout)
        link = next(filter(None, links), None)
        assert link, "orgdesign serve printed no link"
        try:
            yield link[0]
        finally:
            program.terminate()


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
def open_page(chromium: Browser, complaints: list[str]) -> Iterator[Open]:
    """Open what a path holds, in a browser with the given habits; nothing may be complained of."""
    with ExitStack() as closing:

        def complain(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                complaints.append(message.text)

        def open_path(path: Path, **habits: object) -> Page:
            link = closing.enter_context(serving(path))
            context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **habits})
            closing.callback(context.close)
            context.set_default_timeout(10_000)
            page = context.new_page()
            page.on("console", complain)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(link)
            return page

        yield open_path
    assert complaints == []
