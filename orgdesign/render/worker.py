"""The chart worker: a process of its own that draws one chart after another.

The engine starts this file by its path, so that the worker loads Graphviz and nothing else of the
app. It reads requests from its standard input and answers each on its standard output:

    svg 12345        the format and the size of the DOT text that follows, in bytes
    drawn 67890      the size of the picture that follows; or why there is none, and a message
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import BinaryIO

Draw = Callable[[str, str], bytes]

MISSING = (
    "Charts cannot be drawn, because Graphviz is missing on this machine: "
    "install it, on Debian or Ubuntu with `apt-get install graphviz`, and try again."
)


def library() -> Draw:
    """Return the drawing function of the Graphviz library that the pygraphviz package brings."""
    from pygraphviz import AGraph

    def draw(dot: str, form: str) -> bytes:
        graph = AGraph(string=dot)
        graph.has_layout = True  # Positions are in the text: drawing keeps them.
        try:
            picture: bytes = graph.draw(format=form)
            return picture
        finally:
            graph.close()

    return draw


def program() -> Draw:
    """Return a drawing function that runs the machine's own Graphviz program."""
    import shutil
    from subprocess import CalledProcessError

    import graphviz

    if shutil.which("dot") is None:
        raise ImportError(MISSING)

    def draw(dot: str, form: str) -> bytes:
        try:
            picture: bytes = graphviz.pipe("neato", form, dot.encode(), neato_no_op=2)
            return picture
        except CalledProcessError as error:
            if error.returncode < 0:
                raise MemoryError from error
            raise ValueError(f"the program ended with {error.returncode}") from error

    return draw


KINDS: dict[str, Callable[[], Draw]] = {"library": library, "program": program}


def load(kinds: Sequence[str]) -> Draw:
    """Return the first drawing function that this machine can load.

    Where it can load none, drawing tells the user what to install.
    """
    for kind in kinds:
        with contextlib.suppress(ImportError, OSError):
            return KINDS[kind]()

    def draw(dot: str, form: str) -> bytes:
        raise ImportError(MISSING)

    return draw


def limit_memory(size: int) -> None:
    """Let the worker use at most this many bytes, where the system can hold it to that."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def limit_time(seconds: int) -> None:
    """Let the worker compute for this many seconds more, even when the app is gone."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + seconds + 1, most))


def answer(draw: Draw, dot: bytes, form: str) -> tuple[str, bytes]:
    """Draw one chart, and return how it went with the picture or the message."""
    try:
        return "drawn", draw(dot.decode(), form)
    except ImportError as error:
        return "missing", str(error).encode()
    except MemoryError:
        return "memory", b""
    except Exception as error:
        return "failed", str(error).encode()


def serve(requests: BinaryIO, answers: BinaryIO, draw: Draw, seconds: int) -> None:
    """Answer requests until there are no more."""
    while line := requests.readline():
        form, size = line.decode().split()
        limit_time(seconds)
        word, content = answer(draw, requests.read(int(size)), form)
        answers.write(f"{word} {len(content)}\n".encode() + content)
        answers.flush()


def main(memory: str, seconds: str, *kinds: str) -> None:
    """Serve on the standard streams; what Graphviz prints goes to the errors, not the answers."""
    limit_memory(int(memory))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers, load(kinds), int(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
