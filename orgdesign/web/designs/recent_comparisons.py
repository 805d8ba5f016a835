"""The comparisons looked at lately."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock

from cachetools import LRUCache
from flask import current_app

from orgdesign.web.designs.structure_comparison import StructureComparison

MOST_REMEMBERED = 8


class Comparisons:
    """What was compared lately; each is worked out once, and safe to share between threads."""

    def __init__(self) -> None:
        self._recent: LRUCache[Hashable, StructureComparison] = LRUCache(MOST_REMEMBERED)
        self._lock = Lock()

    def comparison(
        self, key: Hashable, work_out: Callable[[], StructureComparison]
    ) -> StructureComparison:
        """Return a comparison that ``key`` says all of."""
        with self._lock:
            if key not in self._recent:
                self._recent[key] = work_out()
            return self._recent[key]


def recent_comparison(
    key: Hashable, work_out: Callable[[], StructureComparison]
) -> StructureComparison:
    """Return a comparison, from those that the app remembers where it is among them."""
    comparisons: Comparisons = current_app.extensions.setdefault("comparisons", Comparisons())
    return comparisons.comparison(key, work_out)
