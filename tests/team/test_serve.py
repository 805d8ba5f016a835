"""The team server itself: two processes on one port over a real database."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from benchmarks.organisations import organisation_text
from benchmarks.team_load import version_in
from benchmarks.team_server import PATIENCE, TeamUnderTest, team_under_test
from orgdesign.team.trial_database import FAST
from tests.ports import reserved_port

BAKERY = "organization: Bakery\noutcome: {statement: Bread}\nfunctions:\n  a: {name: Baking}\n"


@pytest.fixture(scope="module")
def team() -> Iterator[TeamUnderTest]:
    with pytest.MonkeyPatch.context() as patch, reserved_port() as port:
        for name in [name for name in os.environ if name.startswith("COVERAGE_PROCESS")]:
            patch.delenv(name)
        with team_under_test(2, port, FAST) as started:
            yield started


@pytest.fixture(scope="module")
def bakery(team: TeamUnderTest) -> str:
    return team.import_text("bakery.yaml", BAKERY)


def send(team: TeamUnderTest, path: str, **said: str) -> tuple[int, str]:
    """Send a form as a browser does, and return the status and where it leads."""
    with closing(HTTPConnection("127.0.0.1", team.port, timeout=PATIENCE)) as connection:
        headers = {"Origin": f"http://127.0.0.1:{team.port}"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("POST", path, urlencode(said), headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.getheader("Location") or ""


def save(team: TeamUnderTest, key: str, old: str, new: str) -> None:
    page = team.get(f"/o/{key}/source")
    version = version_in(page.encode())
    status, _ = send(team, f"/o/{key}/source", text=BAKERY.replace(old, new), base=version)
    assert status == 303


def versions(connection: socket.socket) -> Iterator[str]:
    """Yield the versions that a page hears of."""
    with connection.makefile() as lines:
        for line in lines:
            if line.startswith("data: "):
                yield line[6:].strip()


def test_an_open_page_hears_of_every_change(team: TeamUnderTest, bakery: str):
    with closing(socket.create_connection(("127.0.0.1", team.port), timeout=PATIENCE)) as page:
        head = f"GET /o/{bakery}/events HTTP/1.1\r\nHost: 127.0.0.1:{team.port}\r\n\r\n"
        page.sendall(head.encode())
        heard = versions(page)
        told = [next(heard)]
        for name in ("Baking at night", "Baking by day"):
            save(team, bakery, "Baking", name)
            told.append(next(heard))

    assert len(set(told)) == 3
    assert told[-1] == version_in(team.get(f"/o/{bakery}").encode())


def test_a_page_says_nothing_about_ones_own_terminal(team: TeamUnderTest, bakery: str):
    page = team.get(f"/o/{bakery}")

    assert "The server does not answer at the moment" in page
    assert "orgdesign serve" not in page


def test_long_work_is_found_by_whichever_process_is_asked(team: TeamUnderTest):
    large = team.import_text("large.yaml", organisation_text(300))
    status, job = send(team, f"/o/{large}/export", kind="booklet", format="pdf")
    assert status == 303  # what is done at once is answered with 200

    assert all("There is nothing here" not in team.get(job) for _ in range(6))


def test_a_process_that_is_killed_is_started_anew(team: TeamUnderTest, bakery: str):
    before = team.workers()
    for process in before:
        os.kill(process, signal.SIGKILL)

    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            assert team.get("/health") == "ok"
            break
        except OSError:
            time.sleep(0.1)

    assert set(team.workers()).isdisjoint(before)
    assert "Bakery" in team.get(f"/o/{bakery}")
