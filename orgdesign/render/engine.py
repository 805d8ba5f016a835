"""The chart engine: Graphviz in a worker process, so that no chart can hang or kill the app."""

from __future__ import annotations

from math import sqrt
from threading import Lock
from typing import Literal, Self

from orgdesign.problems import OrgdesignError
from orgdesign.render.process import Worker, WorkerDiedError

Format = Literal["svg", "pdf", "png"]
Kind = Literal["library", "program"]

SHARP = 144.0
"""Dots per inch of a PNG that looks sharp on a screen and on a slide."""

_PNG_SIDE, _PNG_AREA = 32_000, 64_000_000
_LARGE = 4_000_000
"""Characters of DOT after which the worker is replaced: it would keep hundreds of megabytes."""
_SMALLER = "draw fewer levels, or one part of the organisation"


class EngineError(OrgdesignError):
    """A chart that could not be drawn: what went wrong, and what to do."""


def fitting_dpi(width: float, height: float, wanted: float = SHARP) -> float:
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
    a new one. Threads may share an engine: they draw one after another.
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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the worker without waiting for it, so that the first chart need not wait long."""
        with self._lock:
            self._ready()

    def draw(self, dot: str, format: Format, dpi: float = SHARP) -> bytes:  # noqa: A002
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
        return self._picture(word, content, complaint)

    def close(self) -> None:
        """Stop the worker, even in the middle of a chart."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()

    def _ready(self) -> Worker:
        if self._worker is None or not self._worker.alive:
            self.close()
            self._worker = Worker(str(self._memory), str(int(self._timeout) + 1), *self._kinds)
        return self._worker

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
