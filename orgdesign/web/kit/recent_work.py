"""What pages work out at some length is remembered for a while: each thing once, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

from cachetools import LRUCache
from flask import current_app

Result = TypeVar("Result")


class RecentWork(Generic[Result]):
    """What was worked out lately, the oldest forgotten first; safe to share between threads."""

    def __init__(self, most: int) -> None:
        self._results: LRUCache[Hashable, Result] = LRUCache(most)
        self._lock = Lock()

    def result(self, key: Hashable, work_out: Callable[[], Result]) -> Result:
        """Return what ``key`` says all of."""
        with self._lock:
            if key not in self._results:
                self._results[key] = work_out()
            return self._results[key]


def recent(about: str, most: int, key: Hashable, work_out: Callable[[], Result]) -> Result:
    """Return what ``key`` says all of, from the ``most`` results remembered about something."""
    kept: dict[str, RecentWork[Any]] = current_app.extensions.setdefault("recent work", {})
    result: Result = kept.setdefault(about, RecentWork(most)).result(key, work_out)
    return result
