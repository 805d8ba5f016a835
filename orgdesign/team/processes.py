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


class _EndedError(Exception):
    """The whole server is to end."""


class _Ending:
    """Hears that the server is to end: at once, or after what must not be left half done."""

    def __init__(self) -> None:
        self.is_asked = self._is_held = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """Take a signal to end."""
        self.is_asked = True
        if not self._is_held:
            raise _EndedError

    @contextmanager
    def hold_back(self) -> Iterator[None]:
        """Do something to its end, and only then hear of it."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self.is_asked:
            raise _EndedError


def keep_running(count: int, run: Callable[[int], None]) -> None:
    """Run so many processes until this one is told to end; ``run`` gets a number for each.

    Nothing but the listening socket is shared, so that any of them may be killed at any moment.
    """
    running: dict[int, tuple[int, float]] = {}
    ending = _Ending()
    signal.signal(signal.SIGTERM, ending.ask)
    signal.signal(signal.SIGINT, ending.ask)

    def start(number: int) -> None:
        with ending.hold_back():  # a process that nobody knows of would never be ended
            running[_start(number, run, ending)] = number, time.monotonic()

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


def _start(number: int, run: Callable[[int], None], ending: _Ending) -> int:
    process = os.fork()
    if process:
        return process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    code = 1
    try:
        if not ending.is_asked:
            run(number)
        code = 0
    except SystemExit:
        code = 0
    except BaseException as failure:
        sys.stderr.write(f"A process of orgdesign ended: {failure_site(failure)}.\n")
    finally:
        os._exit(code)


def _end_all(running: Iterable[int]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for process in running:
        with suppress(ProcessLookupError):  # it has just ended by itself
            os.kill(process, signal.SIGTERM)
    for process in running:
        with suppress(ChildProcessError):
            os.waitpid(process, 0)
