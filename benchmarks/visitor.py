"""A browser's side of a running app, without the browser: pages, forms, and what a poll sends."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Self
from urllib.parse import urlencode, urlsplit

from benchmarks.server import LINK, family, held

TICKS = os.sysconf("SC_CLK_TCK")
Fields = dict[str, list[str]]


class Visitor:
    """One who works on a file, on one connection to a program of its own."""

    def __init__(self, tree: Path, path: Path) -> None:
        python = tree / ".venv" / "bin" / "python"
        command = [str(python), "-m", "orgdesign", "serve", str(path), "--no-browser"]
        self._program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tree)
        lines = self._program.stdout or ()
        link = next(found[0] for line in lines if (found := LINK.search(line)))
        self.netloc, self._cookie = urlsplit(link).netloc, ""
        self.connection = http.client.HTTPConnection(self.netloc, timeout=600)
        answer = self.ask(link[link.index("/", 8) :])
        self._cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        self.home = self.ask("/").getheader("Location") or "/"
        self.text = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._program.terminate()
        self._program.wait(timeout=30)

    @property
    def headers(self) -> dict[str, str]:
        """Return what a browser that was let in sends."""
        return {
            "Cookie": self._cookie,
            "Origin": f"http://{self.netloc}",
            "Accept-Encoding": "gzip, br",
        }

    def ask(
        self, address: str, said: Fields | None = None, **headers: str
    ) -> http.client.HTTPResponse:
        """Send one request, and read the whole answer into ``text``."""
        form = {"Content-Type": "application/x-www-form-urlencoded"} if said is not None else {}
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        body = None if said is None else urlencode(said, doseq=True)
        method = "GET" if said is None else "POST"
        given = {**self.headers, **form, **more}
        self.connection.request(method, address, body, {**given, "Accept-Encoding": "identity"})
        answer = self.connection.getresponse()
        self.text = answer.read().decode()
        return answer

    def processor(self) -> float:
        """Return the seconds of the processor that the program and its workers have taken."""
        return sum(map(_processor, family(self._program.pid)))

    def memory(self) -> float:
        """Return the megabytes that the program and its workers hold."""
        return sum(held(pid, "VmRSS") for pid in family(self._program.pid)) / 1024**2


def _processor(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


class Stopwatch:
    """Milliseconds of a step: waited for, and of the processor, the median of several."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self.waited: list[float] = []
        self.worked: list[float] = []

    def __enter__(self) -> Self:
        self._worked, self._start = self._visitor.processor(), perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.waited.append((perf_counter() - self._start) * 1000)
        self.worked.append((self._visitor.processor() - self._worked) * 1000)

    @property
    def medians(self) -> tuple[float, float]:
        """Return the milliseconds waited for, and those of the processor."""
        return median(self.waited), median(self.worked)


def form_fields(html: str) -> Fields:
    """Return what a browser sends of a form as it stands."""
    said: Fields = {}
    for tag in re.findall(r"<input\b[^>]*>", html):
        is_ticked = not re.search('type="(checkbox|radio)"', tag) or " checked" in tag
        if is_ticked and (name := _attribute(tag, "name")):
            said.setdefault(name, []).append(_attribute(tag, "value"))
    areas = r'<textarea[^>]*\bname="([^"]*)"[^>]*>\n?(.*?)</textarea>'
    for name, text in re.findall(areas, html, re.DOTALL):
        said[name] = [unescape(text)]
    lists = r'<select[^>]*\bname="([^"]*)"[^>]*>(.*?)</select>'
    for name, options in re.findall(lists, html, re.DOTALL):
        chosen = re.findall(r'value="([^"]*)" selected', options)
        said[name] = chosen or re.findall(r'value="([^"]*)"', options)[:1]
    return said


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


def part_of(html: str, pattern: str) -> str:
    """Return the part of a page that a pattern finds."""
    found = re.search(pattern, html, re.DOTALL)
    if found is None:
        raise SystemExit(f"The page has nothing like {pattern}")
    return found[0]


def place_fields(html: str) -> Fields:
    """Return what a page says of itself with every question."""
    return form_fields(part_of(html, r'<div id="place".*?</div>'))


def table(heads: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """Print rows as a table of Markdown."""
    print("| " + " | ".join(heads) + " |\n|" + " --- |" * len(heads))
    for row in rows:
        print("| " + " | ".join(row.get(head, "") for head in heads) + " |", flush=True)
