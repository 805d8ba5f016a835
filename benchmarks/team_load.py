"""The load on a team server, in a process of its own: readers, writers, and pages that follow.

    python -m benchmarks.team_load readers PORT KEY SECONDS READERS BOX…
    python -m benchmarks.team_load clients PORT KEY SECONDS CLIENTS
    python -m benchmarks.team_load pages PORT KEY PAGES

It is given the cookies of those who are signed in, a line each: readers first, then writers. It
takes answers packed, as browsers do, and prints what it saw as JSON, a line each.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import sys
import time
from dataclasses import asdict, dataclass, field
from urllib.parse import urlencode

LOOKS = (5.0, 15.0)
"""For how many seconds a person looks at a page before opening the next."""
PACKED = "gzip, br"


@dataclass
class Load:
    """What the load saw: how long each page and each edit took, and what went wrong."""

    pages: list[float] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


async def ask(
    port: int,
    path: str,
    cookie: str,
    form: dict[str, str] | None = None,
    packed: str = PACKED,
) -> tuple[int, bytes]:
    """Ask for a page, or send a form as the page does, and return the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    body = urlencode(form).encode() if form else b""
    host = f"127.0.0.1:{port}"
    lines = [f"{'POST' if form else 'GET'} {path} HTTP/1.1", f"Host: {host}", f"Cookie: {cookie}"]
    lines += ["Connection: close", f"Accept-Encoding: {packed}"]
    if form:
        lines += [f"Origin: http://{host}", f"Content-Length: {len(body)}", "HX-Request: true"]
        lines += ["Content-Type: application/x-www-form-urlencoded"]
    writer.write("\r\n".join([*lines, "", ""]).encode() + body)
    answer = await reader.read()
    writer.close()
    return int(answer.split(b" ", 2)[1]), answer


async def read_pages(
    port: int,
    paths: list[str],
    cookie: str,
    until: float,
    load: Load,
    looks: tuple[float, float] = LOOKS,
) -> None:
    """Open one page after the other, as somebody does who looks at each for a while."""
    await asyncio.sleep(random.uniform(0, looks[1]))
    while time.monotonic() < until:
        started = time.monotonic()
        status, _ = await ask(port, random.choice(paths), cookie)
        load.pages.append(time.monotonic() - started)
        if status != 200:
            load.wrong.append(f"a page answered {status}")
        await asyncio.sleep(random.uniform(*looks))


async def write_edits(port: int, key: str, box: str, cookie: str, until: float, load: Load) -> None:
    """Rename a function again and again, as its box on the chart does."""
    await asyncio.sleep(random.uniform(0, LOOKS[1]))
    while time.monotonic() < until:
        _, page = await ask(port, f"/o/{key}", cookie, packed="identity")
        await asyncio.sleep(random.uniform(1, 3))
        form = {"name": f"Claims {random.random()}", "submission": str(random.random())}
        form["base"] = version_in(page)
        started = time.monotonic()
        path = f"/o/{key}/boxes/rename?box={box}"
        status, _ = await ask(port, path, cookie, form)
        load.edits.append(time.monotonic() - started)
        if status != 200:
            load.wrong.append(f"an edit answered {status}")
        await asyncio.sleep(random.uniform(*LOOKS))


def version_in(page: bytes) -> str:
    """Return the version that a page shows."""
    found = re.search(rb'name="version" value="(\w+)"', page)
    return found[1].decode() if found else ""


async def load_fully(port: int, key: str, seconds: float, clients: int, cookies: list[str]) -> Load:
    """Ask for one page after the other without a pause."""
    load, paths = Load(), [f"/o/{key}", f"/o/{key}/table", f"/o/{key}/history"]
    until, at_once = time.monotonic() + seconds, (0.0, 0.0)
    await asyncio.gather(
        *(read_pages(port, paths, cookies[n], until, load, at_once) for n in range(clients))
    )
    return load


async def load_all(
    port: int, key: str, seconds: float, readers: int, boxes: list[str], cookies: list[str]
) -> Load:
    """Read and write for some seconds."""
    load, until = Load(), time.monotonic() + seconds
    paths = [f"/o/{key}", f"/o/{key}/table", f"/o/{key}/history"]
    for path in paths:
        await ask(port, path, cookies[0])
    await asyncio.gather(
        *(read_pages(port, paths, cookies[n], until, load) for n in range(readers)),
        *(
            write_edits(port, key, box, cookie, until, load)
            for box, cookie in zip(boxes, cookies[readers:], strict=False)
        ),
    )
    return load


async def follow(port: int, key: str, cookie: str, heard: asyncio.Queue[float]) -> None:
    """Hold a page open, and tell when it hears of a version."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = [
        f"GET /o/{key}/events HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Cookie: {cookie}",
        "",
        "",
    ]
    writer.write("\r\n".join([*lines, "", ""]).encode())
    told = b""
    while line := await reader.readline():
        if line.startswith(b"event: "):
            told = line
        elif line.startswith(b"data: ") and b"version" in told:
            heard.put_nowait(time.time())
    writer.close()


async def follow_all(port: int, key: str, pages: int, cookies: list[str]) -> None:
    """Hold pages open; say when all are, and when the last of them heard of a change."""
    heard: asyncio.Queue[float] = asyncio.Queue()
    tasks = []
    for number in range(pages):
        cookie = cookies[number % len(cookies)]
        tasks.append(asyncio.create_task(follow(port, key, cookie, heard)))
        await asyncio.sleep(0.005)
    for _ in range(pages):
        await asyncio.wait_for(heard.get(), 60)
    print(json.dumps({"open": pages}), flush=True)
    times = [await heard.get() for _ in range(pages)]
    print(json.dumps({"first": min(times), "last": max(times)}), flush=True)
    for task in tasks:
        task.cancel()


if __name__ == "__main__":
    what, port, key, *more = sys.argv[1:]
    cookies = sys.stdin.read().split("\n")
    if what == "pages":
        asyncio.run(follow_all(int(port), key, int(more[0]), cookies))
    elif what == "clients":
        seconds, clients = more
        load = asyncio.run(load_fully(int(port), key, float(seconds), int(clients), cookies))
        print(json.dumps(asdict(load)))
    else:
        seconds, readers, *boxes = more
        load = asyncio.run(load_all(int(port), key, float(seconds), int(readers), boxes, cookies))
        print(json.dumps(asdict(load)))
