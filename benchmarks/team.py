"""A team server under load: how fast pages and edits are answered, and what open pages cost.

    python -m benchmarks.team [SECONDS] [READERS] [WRITERS] [PAGES]     60, 500, 20 and 1,000

The load comes from a process of its own (`team_load.py`), of people who are signed in and may read
or edit. Readers open pages of an organisation with 1,000 functions and look at each for ten seconds
or so, which 500 do 50 times a second; writers rename a function every ten seconds, once they opened
its page; open pages only follow. It prints how long a page and an edit take for 19 of 20, with one
process and with two, what the server needs of a core while nothing happens, and how long it takes
until every open page has heard of a change. At last it tells how many pages a second two processes
answer to clients that ask without a pause, beside one, and what a page takes of a core: where two
processes take as much for a page as one, they carry twice as much on cores of their own, also
where the load and PostgreSQL leave them none to show it on. It takes about four minutes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.organisations import organisation_text
from benchmarks.team_load import version_in
from benchmarks.team_server import TeamUnderTest, team_under_test
from orgdesign.team.app import PageSettings
from orgdesign.team.settings import read_settings
from orgdesign.value_objects import value_object

FUNCTIONS = 1000
PORT = 8791
SETTLED, QUIET = 5.0, 10.0
"""For how many seconds pages come to rest once they are open, and are looked at then."""
FULL, CLIENTS = 15, 16
"""For how many seconds how many clients ask without a pause."""
DEFAULTS = (60, 500, 20, 1000)
_TICKS = os.sysconf("SC_CLK_TCK")


def p95(times: list[float]) -> float:
    """Return within how many seconds 19 of 20 were answered."""
    return sorted(times)[int(len(times) * 0.95)] if times else 0.0


def seconds_of_processor(team: TeamUnderTest) -> float:
    """Return how many seconds of a core the server's processes have taken so far."""
    return (
        sum(
            sum(
                map(
                    int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
                )
            )
            for process in team.workers()
        )
        / _TICKS
    )


def box_keys(team: TeamUnderTest, count: int) -> list[str]:
    """Return what stands for the boxes of some functions in addresses."""
    settings = PageSettings(read_settings(team.environment))
    return [settings.key("box", f"function-function-{number}") for number in range(1, count + 1)]


def start_load(team: TeamUnderTest, what: str, *said: object) -> subprocess.Popen[str]:
    """Start the load in a process of its own, with the cookies of those who are signed in."""
    command = [sys.executable, "-m", "benchmarks.team_load", what, str(team.port), *map(str, said)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    process = subprocess.Popen(command, **pipes, text=True)
    assert process.stdin
    process.stdin.write("\n".join(team.cookies))
    process.stdin.close()
    process.stdin = None
    return process


def under_load(team: TeamUnderTest, key: str, seconds: int, readers: int, writers: int) -> Any:
    """Return what readers and writers saw."""
    process = start_load(team, "readers", key, seconds, readers, *box_keys(team, writers))
    said, _ = process.communicate()
    return json.loads(said)


@value_object
class FullLoad:
    """What is answered to clients that ask without a pause: pages a second, and what one takes."""

    pages: float
    seconds_of_core: float

    def __str__(self) -> str:
        return f"{self.pages:.0f} pages/s at {self.seconds_of_core * 1000:.1f} ms of a core each"


def full_load(team: TeamUnderTest, key: str) -> FullLoad:
    """Let clients ask for pages without a pause."""
    before = seconds_of_processor(team)
    process = start_load(team, "clients", key, FULL, CLIENTS)
    said, _ = process.communicate()
    load = json.loads(said)
    if load["wrong"]:
        raise RuntimeError(f"{len(load['wrong'])} pages were wrong: {load['wrong'][0]}")
    pages = len(load["pages"])
    return FullLoad(pages / FULL, (seconds_of_processor(team) - before) / pages)


def following(team: TeamUnderTest, key: str, pages: int) -> dict[str, float]:
    """Return what open pages cost while nothing happens, and when the last heard of a change."""
    process = start_load(team, "pages", key, pages)
    assert process.stdout
    process.stdout.readline()
    time.sleep(SETTLED)
    before = seconds_of_processor(team)
    time.sleep(QUIET)
    idle = (seconds_of_processor(team) - before) / QUIET
    rename(team, key)
    saved = time.time()
    heard = json.loads(process.stdout.readline())
    process.wait()
    return {"idle": idle, "heard": heard["last"] - saved}


def rename(team: TeamUnderTest, key: str) -> None:
    """Rename a function, as its box on the chart does."""
    connection = HTTPConnection("127.0.0.1", team.port, timeout=60)
    [box] = box_keys(team, 1)
    origin = f"http://127.0.0.1:{team.port}"
    headers = {"Origin": origin, "Content-Type": "application/x-www-form-urlencoded"}
    headers["Cookie"] = team.cookies[-1]  # of a writer
    base = version_in(team.get(f"/o/{key}").encode())
    body = urlencode({"name": f"Renamed {time.time()}", "base": base})
    connection.request("POST", f"/o/{key}/boxes/rename?box={box}", body, headers)
    status = connection.getresponse().status
    connection.close()
    if status not in (200, 303):
        raise RuntimeError(f"the edit answered {status}")


def main(arguments: list[str]) -> int:
    """Measure with one process and with two, and print what it came to."""
    given = [int(each) for each in arguments]
    seconds, readers, writers, pages = (*given, *DEFAULTS[len(given) :])
    text = organisation_text(FUNCTIONS)
    most = []
    for processes in (1, 2):
        with team_under_test(processes, PORT + processes, signs_in=True) as team:
            key = team.import_text("northern.yaml", text, read=readers, edit=writers)
            team.get(f"/o/{key}")
            before = seconds_of_processor(team)
            load = under_load(team, key, seconds, readers, writers)
            taken = seconds_of_processor(team) - before
            print(
                f"{processes} process(es), {readers} readers, {writers} writers, {seconds} s:"
                f" {len(load['pages'])} pages, p95 {p95(load['pages']) * 1000:.0f} ms;"
                f" {len(load['edits'])} edits, p95 {p95(load['edits']) * 1000:.0f} ms;"
                f" {taken:.1f} s of a core; {len(load['wrong'])} wrong {load['wrong'][:3]}",
                flush=True,
            )
            told = following(team, key, pages)
            print(
                f"{pages} open pages: {told['idle'] * 100:.1f}% of a core while nothing happens;"
                f" the last heard of a change {told['heard'] * 1000:.0f} ms after it was saved",
                flush=True,
            )
            most.append(full_load(team, key))
    one, two = most
    print(
        f"at most {one} by one, {two} by two: {two.pages / one.pages:.2f} times; on cores of"
        f" their own {2 * one.seconds_of_core / two.seconds_of_core:.2f} times"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
