"""The workbook worker as the app sees it: asked, watched, stopped."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import IO, Any
from weakref import finalize

SECONDS = 120
"""How long the worker may take for an answer."""

MEMORY = 2 * 1024**3

_WORKER = Path(__file__).with_name("workbook_worker.py")


class WorkerDiedError(Exception):
    """The worker ended before it answered: the workbook is damaged, or too much for it."""


class Opened:
    """A workbook that a worker holds open, as long as anybody reads from it."""

    def __init__(self, data: bytes) -> None:
        process = subprocess.Popen(  # noqa: S603 - our own file, in our own interpreter.
            [sys.executable, "-P", str(_WORKER), str(MEMORY), str(SECONDS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it may quote the workbook
            start_new_session=True,  # Ctrl-C is for the app, which then stops its worker.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._process = process
        self.close = finalize(self, _stop, process)
        self.sheets: list[tuple[str, bool]] = [
            (name, seen) for name, seen in self._ask(b"%d\n" % len(data), data)
        ]

    def rows(self, sheet: int) -> Iterator[list[str]]:
        """Yield the rows of a sheet."""
        start = 0
        while block := self._ask(json.dumps({"sheet": sheet, "start": start}).encode(), b"\n"):
            yield from block
            start += len(block)

    def _ask(self, *parts: bytes) -> list[Any]:
        """Return the answer to a request.

        Raises:
            WorkerDiedError: there is none, and never will be.
        """
        watch = Timer(SECONDS, self._process.kill)
        watch.daemon = True
        watch.start()
        try:
            answer: list[Any] = json.loads(_exchanged(self._process, parts))
            return answer
        except (OSError, ValueError) as error:
            self.close()
            raise WorkerDiedError from error
        finally:
            watch.cancel()


def _exchanged(process: subprocess.Popen[bytes], parts: tuple[bytes, ...]) -> bytes:
    requests, answers = _open(process.stdin), _open(process.stdout)
    for part in parts:
        requests.write(part)
    requests.flush()
    return answers.readline()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("the worker has no such pipe")
    return pipe


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # what was not sent any more
            _open(pipe).close()
