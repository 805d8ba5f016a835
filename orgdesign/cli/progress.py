"""How far long work has come, at a terminal alone: a file of messages does not need it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Yield what takes how many steps are done, and of how many; it shows a bar from the first."""
    bars: list[Any] = []
    with ExitStack() as open_bars:

        def tell(done: int, steps: int) -> None:
            if not bars and sys.stderr.isatty():
                bar = click.progressbar(length=steps, label=label, file=sys.stderr)
                bars.append(open_bars.enter_context(bar))
            for bar in bars:
                bar.length = steps
                bar.update(done - bar.pos)

        yield tell
