"""Several processes that answer on one port; whichever ends is started anew."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from orgdesign.web.kit import failure_site

SOON = 2.0
"""Within how many seconds of its start a process that ends has failed, and waits for its turn."""


class _EndedError(Exception):
    """The whole server is to end."""


def keep_running(count: int, run: Callable[[int], None]) -> None:
    """Run so many processes until this one is told to end; ``run`` gets a number for each.

    Nothing but the listening socket is shared, so that any of them may be killed at any moment.
    """
    running: dict[int, tuple[int, float]] = {}
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, _end)
    try:
        for number in range(count):
            running[_start(number, run)] = number, time.monotonic()
        while True:
            process, _ = os.wait()
            number, since = running.pop(process)
            if time.monotonic() - since < SOON:
                time.sleep(SOON)
            running[_start(number, run)] = number, time.monotonic()
    except _EndedError:
        _end_all(running)


def _start(number: int, run: Callable[[int], None]) -> int:
    process = os.fork()
    if process:
        return process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
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


def _end_all(running: dict[int, tuple[int, float]]) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for process in running:
        os.kill(process, signal.SIGTERM)
    for process in running:
        os.waitpid(process, 0)


def _end(number: int, frame: FrameType | None) -> None:
    raise _EndedError
