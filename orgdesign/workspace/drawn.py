"""The charts drawn lately."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from zlib import compress, decompress

KEPT_BYTES = 16_000_000
"""How much of the charts drawn lately is kept, packed, over all open files."""


class DrawnCharts:
    """The charts drawn lately, the oldest forgotten first; safe to share between threads."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._most, self._size, self._lock = most, 0, Lock()
        self._packed: OrderedDict[Hashable, bytes] = OrderedDict()

    def get(self, key: Hashable) -> str | None:
        """Return a chart drawn before, or None."""
        with self._lock:
            packed = self._packed.get(key)
            if packed is None:
                return None
            self._packed.move_to_end(key)
        return decompress(packed).decode()

    def keep(self, key: Hashable, svg: str) -> None:
        """Remember a chart, forgetting the oldest ones where it gets too much."""
        packed = compress(svg.encode(), 1)
        with self._lock:
            self._size += len(packed) - len(self._packed.pop(key, b""))
            self._packed[key] = packed
            while self._size > self._most and len(self._packed) > 1:
                self._size -= len(self._packed.popitem(last=False)[1])
