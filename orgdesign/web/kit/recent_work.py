"""What pages work out at some length is remembered for a while: each thing once, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Condition
from typing import Any, Generic, TypeVar

from cachetools import LRUCache, cached
from flask import current_app

Result = TypeVar("Result")


class RecentWork(Generic[Result]):
    """What was worked out lately, the oldest forgotten first; safe to share between threads.

    One thread works a thing out; those that want the same wait for it, and nobody else does.
    """

    def __init__(self, most: int, size: Callable[[Result], int] = lambda _: 1) -> None:
        remember = cached(
            LRUCache(most, getsizeof=size), lambda key, work_out: key, condition=Condition()
        )
        self._result: Callable[[Hashable, Callable[[], Result]], Result] = remember(_work)

    def result(self, key: Hashable, work_out: Callable[[], Result]) -> Result:
        """Return what ``key`` says all of."""
        return self._result(key, work_out)


def _work(_: Hashable, work_out: Callable[[], Result]) -> Result:
    return work_out()


def recent(about: str, most: int, key: Hashable, work_out: Callable[[], Result]) -> Result:
    """Return what ``key`` says all of, from the ``most`` results remembered about something."""
    kept: dict[str, RecentWork[Any]] = current_app.extensions.setdefault("recent work", {})
    result: Result = kept.setdefault(about, RecentWork(most)).result(key, work_out)
    return result
