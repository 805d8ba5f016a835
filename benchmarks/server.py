"""The real app, started as a user starts it, asked as a browser asks."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Self
from urllib.request import HTTPCookieProcessor, Request, build_opener

LINK = re.compile(r"http://\S+")
KILOBYTE = 1024


class Server:
    """``orgdesign serve`` on one file, in a process of its own."""

    def __init__(self, path: Path, *, opens: bool = True) -> None:
        command = [sys.executable, "-m", "orgdesign", "serve", str(path), "--no-browser"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self._opener = build_opener(HTTPCookieProcessor())
        self.link = self._link()
        """The link that lets a browser in, once: where it ``opens`` itself, nobody after it."""
        if not opens:
            return
        start = perf_counter()
        with self._opener.open(self.link, timeout=300) as answer:
            self._page = answer.geturl().partition("?")[0]
        self.opening = perf_counter() - start
        """The seconds from the link to the first page, the file read and its chart drawn."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=60)

    def page(self, view: str, *, whole: bool = False) -> float:
        """Ask for an organisation's page, compressed, and return the seconds until it is here."""
        asked = f"{self._page}?view={view}" + ("&whole=1" if whole else "")
        request = Request(asked, headers={"Accept-Encoding": "gzip"})
        start = perf_counter()
        with self._opener.open(request, timeout=300) as answer:
            answer.read()
        return perf_counter() - start

    def memory(self) -> int:
        """Return the bytes that the app and its workers hold, counting what they share twice."""
        return self._status("VmRSS")

    def memories(self) -> tuple[float, float]:
        """Return the megabytes that the app holds, and those of its workers."""
        app, *workers = (held(pid, "VmRSS") / 1024**2 for pid in family(self._process.pid))
        return app, sum(workers)

    def most_memory(self) -> int:
        """Return the most that the app and its workers held, each at its own worst moment."""
        return self._status("VmHWM")

    def _status(self, field: str) -> int:
        return sum(held(pid, field) for pid in family(self._process.pid))

    def _link(self) -> str:
        for line in self._process.stdout or ():
            if found := LINK.search(line):
                return found[0]
        raise SystemExit("orgdesign serve ended without printing its link.")


def held(pid: int, field: str) -> int:
    """Return the bytes of memory that the status of a process tells; none of one that ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(rf"^{field}:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) * KILOBYTE if found else 0


def family(parent: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield parent
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # ended meanwhile
        if int(fields[1]) == parent:
            yield from family(int(stat.parent.name))
