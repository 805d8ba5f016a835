"""Several processes that answer on one port; whichever ends is started anew."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from orgdesign.web.kit import failure_site

SOON = 2.0
"""Within how many seconds of its start a process that ends has failed, and waits for its turn."""


_ENDINGS = (signal.SIGTERM, signal.SIGINT)


class _EndedError(Exception):
    """The whole server is to end."""


def keep_running(count: int, run: Callable[[int], None]) -> None:
    """Run so many processes until this one is told to end; ``run`` gets a number for each.

    Nothing but the listening socket is shared, so that any of them may be killed at any moment.
    """
    running: dict[int, tuple[int, float]] = {}
    _hear(_end)

    def start(number: int) -> None:
        with _held_back() as heard:  # a process that nobody knows of would never be ended
            running[_start(number, run, heard)] = number, time.monotonic()

    try:
        for number in range(count):
            start(number)
        while True:
            process, _ = os.wait()
            number, since = running.pop(process)
            if time.monotonic() - since < SOON:
                time.sleep(SOON)
            start(number)
    except _EndedError:
        _end_all(running)


def _hear(do: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    """Do something when told to end."""
    for each in _ENDINGS:
        signal.signal(each, do)


def _end(_number: int, _frame: FrameType | None) -> None:
    _hear(signal.SIG_IGN)  # once is enough
    raise _EndedError


@contextmanager
def _held_back() -> Iterator[set[int]]:
    """Do something to its end, and only then hear of an end; gives what was held back before.

    The kernel holds it back: Python loses a signal that comes while its handler is changed.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield {*map(int, before)}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(number: int, run: Callable[[int], None], heard: set[int]) -> int:
    process = os.fork()
    if process:
        return process
    _hear(signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    code = 1
    try:
        run(number)
        code = 0
    except SystemExit:
        code = 0
    except BaseException as failure:
        sys.stderr.write(f"A process of orgdesign ended: {failure_site(failure)}.\n")
    finally:
        os._exit(code)


def _end_all(running: Iterable[int]) -> None:
    for process in running:
        with suppress(ProcessLookupError):  # it has just ended by itself
            os.kill(process, signal.SIGTERM)
    for process in running:
        with suppress(ChildProcessError):
            os.waitpid(process, 0)
