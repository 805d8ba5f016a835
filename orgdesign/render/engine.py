"""The chart engine: Graphviz in a worker process, so that no chart can hang or kill the app."""

from __future__ import annotations

from math import sqrt
from threading import Lock
from time import monotonic
from typing import Literal, Self

from orgdesign.problems import OrgdesignError
from orgdesign.render.process import Worker, WorkerDiedError

Format = Literal["svg", "pdf", "png"]
Kind = Literal["library", "program"]

SHARP_DPI = 144.0
"""Dots per inch of a PNG that looks sharp on a screen and on a slide."""

_PNG_SIDE, _PNG_AREA = 32_000, 64_000_000
_LARGE = 4_000_000
"""Characters of DOT after which the worker is replaced: it would keep hundreds of megabytes."""
RENEWED_AFTER = 1_000
"""Charts after which the worker is renewed: Graphviz keeps some 16 kB of each."""
_LOADED = 3.0
"""Seconds after which a worker started ahead has certainly loaded Graphviz, and takes over."""
_SMALLER = "draw fewer levels, or one part of the organisation"


class EngineError(OrgdesignError):
    """A chart that could not be drawn: what went wrong, and what to do."""


def fitting_dpi(width: float, height: float, wanted: float = SHARP_DPI) -> float:
    """Return the dots per inch that a PNG of this size in points can have, at most those wanted.

    Graphviz draws no PNG beyond 32,767 pixels a side, and every pixel takes four bytes of memory.
    """
    side = _PNG_SIDE * 72 / max(width, height, 1)
    area = sqrt(_PNG_AREA / max(width * height, 1)) * 72
    return min(wanted, side, area)


class Engine:
    """Draws charts from DOT text whose nodes and lines have positions.

    The worker process starts with the first chart, or ahead of it with `warm`; one that takes
    more than `timeout` seconds or `memory` bytes for a chart is stopped, and the next chart gets
    a new one. One that has drawn many charts is renewed: the next is started beside it, and takes
    over once it has loaded. Threads may share an engine: they draw one after another.
    """

    def __init__(
        self,
        timeout: float = 60.0,
        memory: int = 2 * 1024**3,
        kinds: tuple[Kind, ...] = ("library", "program"),
    ) -> None:
        self._timeout, self._memory, self._kinds = timeout, memory, kinds
        self._lock = Lock()
        self._worker: Worker | None = None
        self._next: Worker | None = None
        self._next_since, self._charts = 0.0, 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the worker without waiting for it, so that the first chart need not wait long."""
        with self._lock:
            self._ready()

    def draw(self, dot: str, format: Format, dpi: float = SHARP_DPI) -> bytes:  # noqa: A002
        """Return a chart as a picture; `dpi` counts for PNG alone.

        Raises:
            EngineError: the chart cannot be drawn, or not within the limits; the next one may be.
        """
        if format == "png":
            dot = f"{dot.rstrip().removesuffix('}')}\ndpi={dpi:.2f}\n}}"
        with self._lock:
            try:
                word, content, complaint = self._ready().ask(format, dot.encode(), self._timeout)
            except WorkerDiedError as death:
                raise EngineError(self._cause(death)) from death
            if len(dot) > _LARGE:
                self.close()
            else:
                self._renew()
        return self._picture(word, content, complaint)

    def close(self) -> None:
        """Stop the worker, even in the middle of a chart."""
        workers = (self._worker, self._next)
        self._worker = self._next = None
        for worker in workers:
            if worker is not None:
                worker.stop()

    def _ready(self) -> Worker:
        if self._worker is None or not self._worker.alive:
            self.close()
            self._worker, self._charts = self._start(), 0
        return self._worker

    def _start(self) -> Worker:
        return Worker(str(self._memory), str(int(self._timeout) + 1), *self._kinds)

    def _renew(self) -> None:
        """Start the next worker in good time, and let it take over once it has loaded."""
        self._charts += 1
        if self._next is None:
            if self._charts >= RENEWED_AFTER:
                self._next, self._next_since = self._start(), monotonic()
        elif monotonic() - self._next_since > _LOADED:
            if self._worker is not None:
                self._worker.stop()
            self._worker, self._next, self._charts = self._next, None, 0

    def _picture(self, word: str, content: bytes, complaint: str) -> bytes:
        errors = [line for line in complaint.splitlines() if line.startswith("Error: ")]
        if word == "drawn" and content and not errors:
            return content
        if word == "missing":
            raise EngineError(content.decode())
        if word == "memory":
            raise EngineError(self._too_much())
        reason = errors[0].removeprefix("Error: ") if errors else content.decode()
        raise EngineError(
            f"The chart could not be drawn: Graphviz says “{reason.strip() or 'nothing to draw'}”."
        )

    def _cause(self, death: WorkerDiedError) -> str:
        if death.late:
            return (
                f"Drawing the chart took longer than {self._timeout:g} seconds "
                f"and was stopped: {_SMALLER}."
            )
        return self._too_much()

    def _too_much(self) -> str:
        return (
            "The chart engine broke off, as it does when a chart needs more than "
            f"{self._memory // 1024**2} MB of memory: try again, or {_SMALLER}."
        )
