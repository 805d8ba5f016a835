"""Holds the numbers of the reading to one thread: more wait for each other on a busy machine.

More would also add in another order, so that the last bit of a number would depend on how many
there were.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

from orgdesign.process import has_one_blas_thread


@contextmanager
def one_thread() -> Iterator[None]:
    """Let numpy multiply with one thread within; outside it does as it did before."""
    if has_one_blas_thread():
        yield
        return
    _LIMIT.take()
    try:
        yield
    finally:
        _LIMIT.give_back()


class _SharedLimit:
    """One thread for the whole process, from the first who multiplies to the last.

    How many threads numpy has is the same for all of a process: whoever is done must not let it
    have more while somebody else multiplies.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._within = 0
        self._before: Any = None

    def take(self) -> None:
        """Have one thread from now on."""
        with self._lock:
            if not self._within:
                self._before = _controller().limit(limits=1, user_api="blas")
            self._within += 1

    def give_back(self) -> None:
        """Have as many as before, unless somebody still multiplies."""
        with self._lock:
            self._within -= 1
            if not self._within:
                self._before.restore_original_limits()


_LIMIT = _SharedLimit()


@cache
def _controller() -> Any:
    """Return what knows numpy's libraries, which are loaded by the time that this is asked."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()  # type: ignore[no-untyped-call]
