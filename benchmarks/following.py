"""Measure how soon open pages show what one person changes, beside bare polling in the same run.

    python benchmarks/following.py 1000 --pages 100 300 [--beside TREE] [--saves 6]

Each page is a connection that follows as the page's script does: by the stream that the page
names, or where it names none by asking twice a second. A change is seen when the page has the
new version and the parts that differ, counted from the answer to whom saved. *Polling alone* is how
many pages a second the same app tells that nothing is new, with nobody who edits.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.editing import FORM, TREE
from benchmarks.organisations import organisation_text
from benchmarks.visitor import Fields, Visitor, form_fields, part_of, place_fields, table

PAUSE, POLLING = 2.0, 4.0


class Connection:
    """One connection of a page, kept open."""

    def __init__(self, visitor: Visitor) -> None:
        self._host, port = visitor.netloc.split(":")
        self._port = int(port)
        self._head = "".join(f"{name}: {said}\r\n" for name, said in visitor.headers.items())
        self.reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def send(self, address: str) -> asyncio.StreamReader:
        """Ask for an address; the answer is still to be read."""
        if self.reader is None or self._writer is None or self.reader.at_eof():
            self.reader, self._writer = await asyncio.open_connection(self._host, self._port)
        head = f"GET {address} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\n{self._head}"
        self._writer.write(f"{head}HX-Request: true\r\n\r\n".encode())
        await self._writer.drain()
        return self.reader

    async def get(self, address: str) -> tuple[int, int]:
        """Return the status of an answer, and how many bytes came."""
        reader = await self.send(address)
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        came = await self._body(reader, head)
        if "connection: close" in head:
            self.reader = None
        return int(head.split()[1]), came

    async def _body(self, reader: asyncio.StreamReader, head: str) -> int:
        if length := re.search(r"content-length: (\d+)", head):
            return len(await reader.readexactly(int(length[1])))
        if "chunked" not in head:
            return 0
        came = 0
        while size := int(await reader.readuntil(b"\r\n"), 16):
            came += len(await reader.readexactly(size + 2)) - 2
        await reader.readexactly(2)
        return came


class Follower:
    """A page that is open: when it showed something new."""

    def __init__(self, visitor: Visitor, live: str, events: str, place: Fields) -> None:
        self._visitor, self._live, self._events, self._place = visitor, live, events, place
        self.seen: list[float] = []

    async def follow(self) -> None:
        """Follow until it is called off."""
        connection, events = Connection(self._visitor), Connection(self._visitor)
        stream = await events.send(self._events) if self._events else None
        told = 0
        while True:
            if stream is None:
                await asyncio.sleep(0.5)
            else:
                while not (await stream.readline()).startswith(b"data:"):
                    if stream.at_eof():
                        return
                told += 1
                if told == 1:  # the version that the page has
                    continue
            status, _ = await connection.get(f"{self._live}?{urlencode(self._place, doseq=True)}")
            if status == 200:
                self.seen.append(perf_counter())
                self._place["version"] = [self._visitor.version]


class Editor(Visitor):
    """The one who edits; the version that is there now, for those who follow."""

    version = ""

    def save(self, at: int) -> None:
        """Save something new."""
        said = {**form_fields(self.form), **place_fields(self.html)}
        said["contribution"] = [f"Says it {at} times"]
        address = unescape(part_of(self.form, r'(?<=action=")[^"]*'))
        self.ask(address, said, HX_Request="true")
        self.version = re.findall(r'name="version" value="([^"]+)"', self.text)[-1]

    def open_panel(self) -> None:
        """Open the form of some function."""
        self.ask(f"{self.home}?view=before")
        boxes = re.findall(r"[?&;]box=([\w-]+)", self.text)
        self.ask(f"{self.home}?view=before&box={boxes[-1]}&reveal=1")
        self.html, self.form = self.text, part_of(self.text, FORM)


async def followed(tree: Path, path: Path, pages: int, saves: int) -> tuple[list[float], float]:
    """Return after how many seconds pages saw each change, and bare polls a second."""
    with Editor(tree, path) as editor:
        editor.open_panel()
        live_tag = part_of(editor.html, r'<div id="live"[^>]*>')
        live = unescape(part_of(live_tag, r'(?<=hx-get=")[^"]*'))
        events = re.search(r'data-events="([^"]*)"', live_tag)
        editor.ask(f"{editor.home}?view=before")
        place = place_fields(editor.text)
        editor.version = place["version"][0]
        polls = await _polls(editor, f"{live}?{urlencode(place, doseq=True)}", pages)
        followers = [
            Follower(editor, live, unescape(events[1]) if events else "", {**place})
            for _ in range(pages)
        ]
        tasks = [asyncio.create_task(each.follow()) for each in followers]
        await asyncio.sleep(3)
        saved: list[float] = []
        for at in range(saves):
            await asyncio.to_thread(editor.open_panel)
            await asyncio.to_thread(editor.save, at)
            saved.append(perf_counter())
            await asyncio.sleep(PAUSE)
        await asyncio.sleep(2 * PAUSE)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return [*_delays(followers, saved)], polls


async def _polls(visitor: Visitor, address: str, pages: int) -> float:
    """Return how many answers a second the app gives to pages that ask all the time."""
    end, count = perf_counter() + POLLING, 0

    async def ask() -> None:
        nonlocal count
        connection = Connection(visitor)
        while perf_counter() < end:
            await connection.get(address)
            count += 1

    await asyncio.gather(*(ask() for _ in range(min(pages, 20))))
    return count / POLLING


def _delays(followers: list[Follower], saved: list[float]) -> Iterator[float]:
    for follower in followers:
        for save in saved:
            later = [seen for seen in follower.seen if seen >= save - 1]
            yield max(0.0, min(later) - save) if later else float("inf")


def main() -> None:
    """Print a line for each tree, size and number of pages."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000])
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 300])
    parser.add_argument("--beside", type=Path, help="another tree, with its own .venv")
    parser.add_argument("--saves", type=int, default=6)
    asked = parser.parse_args()
    trees = {"this": TREE} | ({"beside": asked.beside.resolve()} if asked.beside else {})
    rows = []
    for size in asked.sizes:
        for pages in asked.pages:
            for name, tree in trees.items():
                with tempfile.TemporaryDirectory() as folder:
                    path = Path(folder, "o.yaml")
                    path.write_text(organisation_text(size), "utf-8")
                    delays, polls = asyncio.run(followed(tree, path, pages, asked.saves))
                missed = sum(each == float("inf") for each in delays)
                kept = [each for each in delays if each != float("inf")] or [float("nan")] * 2
                rows.append(
                    {"functions": f"{size:,}", "pages": str(pages), "tree": name}
                    | {
                        "median": f"{median(kept):.2f} s",
                        "p95": f"{quantiles(kept, n=20)[-1]:.2f} s",
                    }
                    | {"not seen": str(missed), "polling alone": f"{polls:.0f} a second"}
                )
    table(("functions", "pages", "tree", "median", "p95", "not seen", "polling alone"), rows)


if __name__ == "__main__":
    main()
