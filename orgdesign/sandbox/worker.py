"""The worker: a process of its own that reads one foreign file for the app.

A workbook can say in a few bytes that its last cell is a billion cells away, a text can be one
cell of a hundred megabytes, JSON can nest a million deep, and whoever makes room for them dies of
it. So they are read here, with as much memory and time as is given. The app asks on its standard
input, a line of JSON each:

    {"size": 5977944, "encoding": null}   the file follows, of so many bytes
    {"sheet": 0, "start": 2000}           which rows it wants next

Each is answered with a line of JSON: the sheets, each with whether it can be seen, and what was
met; or why the file is refused; then blocks of rows, with every cell as text.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from orgdesign.sandbox.formats import open_tables
from orgdesign.sandbox.refusal import FormatRefusal

_LINUX_MEMORY = Path("/proc/self/statm")
BLOCK = 1_000
"""How many rows are given at once."""


def limit(memory: int, seconds: int) -> None:
    """Use at most this much, where the system can hold the worker to that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def watch(memory: int, pause: float = 0.05) -> None:
    """End the worker once it holds more, on systems that promise memory which they have not."""
    while (held := _resident_bytes()) is not None and held < memory:
        time.sleep(pause)
    if held is not None:
        os._exit(1)


def _resident_bytes() -> int | None:
    """Return how many bytes this process holds; None on systems that do not tell.

    Linux counts in ``ru_maxrss`` what the app held when it started the worker, hence the other way.
    """
    with contextlib.suppress(OSError, ValueError, IndexError):
        pages = int(_LINUX_MEMORY.read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    with contextlib.suppress(ImportError):
        import resource

        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return None


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests about the file until there are no more."""
    wanted = json.loads(requests.readline())
    try:
        tables = open_tables(requests.read(wanted["size"]), wanted.get("encoding"))
        _answer(answers, {"sheets": tables.sheets, "notes": tables.notes})
        while line := requests.readline():
            asked = json.loads(line)
            _answer(answers, tables.block(asked["sheet"], asked["start"], BLOCK))
    except FormatRefusal as refusal:
        _answer(answers, {"refused": str(refusal)})


def _answer(answers: BinaryIO, what: object) -> None:
    answers.write(json.dumps(what, separators=(",", ":")).encode() + b"\n")
    answers.flush()


def main(memory: str, seconds: str) -> None:
    """Serve on the standard streams; nothing else is ever written to the answers."""
    limit(int(memory), int(seconds))
    Thread(target=watch, args=(int(memory),), daemon=True).start()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main(*sys.argv[1:])
