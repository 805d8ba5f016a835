"""What is said to the person at the terminal: plain text, safe in any terminal."""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from orgdesign import __version__

if TYPE_CHECKING:
    from orgdesign.problems import Problem
    from orgdesign.yamlfile import Reading, Source

_JOINERS = "\u200c\u200d"  # part of Persian, Indic and emoji spelling, harmless in a terminal
_WINDOW = 100
_PLAIN = re.compile(r"[\w./@%+=:,-]+")
VERSION = f"orgdesign, version {__version__}"


def prepare() -> None:
    """Let a terminal that cannot show a letter show its code, and do without one at all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w"))  # noqa: SIM115 - open to the end.
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def hush(stream: TextIO) -> None:
    """Send the rest of a stream nowhere: the reader of the pipe has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str) -> None:
    """Print one line of result."""
    sys.stdout.write(printable(text) + "\n")


def complain(text: str) -> None:
    """Print one line about a failure, where it does not mix with results."""
    sys.stderr.write(printable(text) + "\n")


def printable(text: str) -> str:
    """Return the text with what could command a terminal, or reorder its line, as codes."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter in _JOINERS else repr(letter)[1:-1]
        for letter in text
    )


def shell_word(path: Path) -> str:
    """Return a path as it is typed at a prompt, in quotes where it has blanks or the like."""
    if os.name == "nt":
        return f'"{path}"' if " " in str(path) else str(path)
    return str(path) if _PLAIN.fullmatch(str(path)) else shlex.quote(str(path))


def problem_lines(path: Path, reading: Reading) -> Iterator[str]:
    """Yield every problem of a file as a line, each with the line of the file it is about."""
    for problem in reading.problems:
        yield problem.format(str(path))
        if text := _offending(problem, reading.source):
            yield f"    {text}"


def tell_problems(path: Path, reading: Reading, undone: str) -> int:
    """Tell why a file cannot be read, and what was not done; return the status of a failure."""
    for line in problem_lines(path, reading):
        complain(line)
    complain(f"Nothing was {undone}: mend these problems first.")
    return 1


def _offending(problem: Problem, source: Source | None) -> str:
    """Return the line a problem is about, or of a very long line the part it is about."""
    line = source.places.line(problem.line) if source else problem.text
    start = max(0, problem.column - _WINDOW // 2) if len(line) > _WINDOW else 0
    return line[start : start + _WINDOW].strip()
