"""How what is said of files is written, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from orgdesign.cli.remarks import CheckedFile

Format = Literal["text", "json", "sarif", "github"]


def lines(files: Sequence[CheckedFile], asked: Format) -> Iterator[str]:
    """Yield the lines that say what was found, in the format asked for."""
    written: Iterator[str] = import_module(f"{__name__}.{asked}").lines(files)
    yield from written
