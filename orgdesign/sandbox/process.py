"""The worker as the app sees it: asked, watched, stopped."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from threading import Timer
from typing import IO, Any
from weakref import finalize

from orgdesign.sandbox.refusal import FormatRefusal

SECONDS = 120
"""How long the worker may take for an answer."""

MEMORY = 2 * 1024**3

_WORKER = ("-m", "orgdesign.sandbox.worker")


class ReaderDiedError(Exception):
    """The worker ended before it answered: the file is damaged, or too much for it."""


class OpenTables:
    """A foreign file that a worker holds open, as long as anybody reads from it.

    ``sheets`` are the tables in it, each with whether it can be seen; ``notes`` what was met.
    """

    def __init__(self, data: bytes, encoding: str | None = None) -> None:
        """Open a file.

        Raises:
            FormatRefusal: it is not read, and why.
            WorkerDiedError: it is damaged, or takes too much.
        """
        process = subprocess.Popen(  # noqa: S603 - our own module, in our own interpreter.
            [sys.executable, "-P", *_WORKER, str(MEMORY), str(SECONDS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it may quote the file
            start_new_session=True,  # Ctrl-C is for the app, which then stops its worker.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._process = process
        self.close = finalize(self, _stop, process)
        request = json.dumps({"size": len(data), "encoding": encoding}).encode()
        answer = self._ask(request, b"\n", data)
        self.sheets: list[tuple[str | None, bool]] = [
            (name, seen) for name, seen in answer["sheets"]
        ]
        self.notes: list[str] = answer["notes"]

    def rows(self, sheet: int) -> Iterator[list[str]]:
        """Yield the rows of a sheet."""
        start = 0
        while block := self._ask(json.dumps({"sheet": sheet, "start": start}).encode(), b"\n"):
            yield from block
            start += len(block)

    def _ask(self, *parts: bytes) -> Any:
        """Return the answer to a request.

        Raises:
            FormatRefusal: the file is not read.
            WorkerDiedError: there is no answer, and never will be.
        """
        watch = Timer(SECONDS, self._process.kill)
        watch.daemon = True
        watch.start()
        try:
            answer = json.loads(_exchanged(self._process, parts))
        except (OSError, ValueError) as error:
            self.close()
            raise ReaderDiedError from error
        finally:
            watch.cancel()
        if isinstance(answer, dict) and "refused" in answer:
            self.close()
            raise FormatRefusal(answer["refused"])
        return answer


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
