"""How this process runs: when Python looks for rubbish, and how many threads multiply."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_BLAS_THREADS = "OPENBLAS_NUM_THREADS"
"""What numpy's library of products looks at when it is loaded."""


@contextmanager
def collection_paused() -> Iterator[None]:
    """Let Python not look for rubbish meanwhile; one pause may stand within another."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()


def collect_seldom() -> None:
    """Let Python look for rubbish once there is some: a large file is not looked through twice."""
    gc.set_threshold(10_000, 10, 10)


def end_at_once() -> None:
    """Let Python not look through all there is once more as it ends, which takes it a while."""
    atexit.register(gc.freeze)


def settle() -> None:
    """Let Python look for rubbish only among what comes from now on, and that seldom.

    Meanwhile nothing else goes on: of a server that has loaded all it needs, a search through it
    all would hold every answer up.
    """
    gc.collect()
    gc.freeze()
    collect_seldom()


def use_one_blas_thread() -> None:
    """Let numpy start no threads of its own, unless somebody said how many; it loads sooner.

    A program that has numpy loaded keeps the threads that it has.
    """
    if "numpy" not in sys.modules:
        os.environ.setdefault(_BLAS_THREADS, "1")


def has_one_blas_thread() -> bool:
    """Return whether numpy was loaded, or will be, with one thread."""
    return os.environ.get(_BLAS_THREADS) == "1"
