"""The chart worker as the app sees it: asked, watched, stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import IO

from orgdesign.render.fontconfig import fontconfig_file

_WORKER = Path(__file__).with_name("worker.py")


class WorkerDiedError(Exception):
    """The worker ended before it answered; `late` when it was stopped for taking too long."""

    def __init__(self, late: bool) -> None:
        super().__init__("the chart worker ended before it answered")
        self.late = late


class Worker:
    """One worker process, with a file for its complaints."""

    def __init__(self, *command: str) -> None:
        self._complaints = TemporaryFile()  # noqa: SIM115 - open as long as the worker lives.
        self._process = subprocess.Popen(  # noqa: S603 - our own file, in our own interpreter.
            [sys.executable, "-P", str(_WORKER), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the app, which then stops its worker.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._late = False

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the worker can be asked."""
        return self._process.poll() is None

    def ask(self, form: str, dot: bytes, timeout: float) -> tuple[str, bytes, str]:
        """Return how a drawing went, its content, and what Graphviz had to say about it.

        Raises:
            WorkerDiedError: there is no answer, and never will be.
        """
        self._complaints.seek(0)  # The worker writes where we are: it has the same open file.
        self._complaints.truncate()
        watch = Timer(timeout, self._expire)
        watch.start()
        try:
            word, content = self._exchange(form, dot)
        except (OSError, ValueError) as error:
            self._kill()
            raise WorkerDiedError(self._late) from error
        finally:
            watch.cancel()
        return word, content, self._complaint()

    def _exchange(self, form: str, dot: bytes) -> tuple[str, bytes]:
        requests, answers = _open(self._process.stdin), _open(self._process.stdout)
        requests.write(f"{form} {len(dot)}\n".encode() + dot)
        requests.flush()
        word, size = answers.readline().decode().split()
        content = answers.read(int(size))
        if len(content) != int(size):
            raise ValueError(word)
        return word, content

    def _complaint(self) -> str:
        self._complaints.seek(0)
        return self._complaints.read().decode(errors="replace")

    def _expire(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        """End the process, and the program it may be running."""
        if self.alive:
            with contextlib.suppress(OSError):
                if sys.platform == "win32":
                    self._process.kill()
                else:
                    os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """End the process and clear up after it; a drawing under way is given up."""
        self._kill()
        for pipe in (self._process.stdin, self._process.stdout, self._complaints):
            with contextlib.suppress(OSError):
                _open(pipe).close()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("the worker has no such pipe")
    return pipe


def _environment() -> dict[str, str]:
    """Return the app's environment with our fonts, and with Graphviz kept from reading files."""
    environment = {name: value for name, value in os.environ.items() if name != "GV_FILE_PATH"}
    return environment | {
        "FONTCONFIG_FILE": str(fontconfig_file()),
        "PANGOCAIRO_BACKEND": "fc",  # The Mac's and Windows' own font lists do not know Inter.
        "SERVER_NAME": "orgdesign",  # Graphviz then loads no file that a chart names.
    }
