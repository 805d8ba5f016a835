"""Ask the app for pages for a long time while its file changes, and watch what it holds.

    python benchmarks/soak.py                    an hour
    python benchmarks/soak.py --minutes 5 --json

Prints a line for each minute: pages so far, those that failed, and the memory of the app and of
its workers. Exits with 1 where a page failed, or where the second half holds more than a quarter
more than the first.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.error import URLError

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.organisations import organisation_text
from benchmarks.server import Server

FUNCTIONS, PAGES_AN_EDIT = 60, 5
MEGABYTE = 1024 * 1024
VIEWS = ("after", "both", "before")


@dataclass(frozen=True, slots=True)
class Sample:
    """What the app had answered, and what it and its workers held, after so many seconds."""

    seconds: float
    pages: int
    failed: int
    app: float
    workers: float


def soak(minutes: float, pause: float) -> Iterator[Sample]:
    """Yield a sample every so many seconds."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "organisation.yaml")
        path.write_text(organisation_text(FUNCTIONS), "utf-8")
        with Server(path) as server:
            yield from _samples(path, server, minutes * 60, pause)


def _samples(path: Path, server: Server, seconds: float, pause: float) -> Iterator[Sample]:
    start, due, pages, failed = time.monotonic(), pause, 0, 0
    while (now := time.monotonic() - start) < seconds:
        if pages % PAGES_AN_EDIT == 0:
            _edit(path, pages)
        try:
            server.page(VIEWS[pages % len(VIEWS)])
        except URLError:
            failed += 1
        pages += 1
        if now >= due:
            due += pause
            yield Sample(now, pages, failed, *server.memories())


def _edit(path: Path, number: int) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"headcount: \d+", f"headcount: {number % 900 + 1}", text, count=1))


def is_steady(samples: Sequence[Sample]) -> bool:
    """Whether the second half holds at most a quarter more than the first."""
    half = len(samples) // 2
    first, second = (
        median(sample.app + sample.workers for sample in part)
        for part in (samples[:half] or samples, samples[half:])
    )
    return second <= first * 1.25


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak, and print the curve."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--every", type=float, default=60, help="seconds between two samples")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    samples = []
    for sample in soak(options.minutes, options.every):
        samples.append(sample)
        bar = "█" * round((sample.app + sample.workers) / 10)
        row = f"{sample.seconds / 60:6.1f} min {sample.pages:8,} pages {sample.failed:4} failed"
        memory = f"{sample.app:6.0f} MB app {sample.workers:6.0f} MB workers"
        print(json.dumps(asdict(sample)) if options.json else f"{row} {memory} {bar}", flush=True)
    return int(not samples or samples[-1].failed > 0 or not is_steady(samples))


if __name__ == "__main__":
    sys.exit(main())
