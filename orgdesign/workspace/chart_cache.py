"""The structures and the charts of the texts shown lately."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from zlib import compress, decompress

from cachetools import LRUCache

from orgdesign.charts import ChartsOfToday, StructureCharts
from orgdesign.model import Organisation
from orgdesign.workspace.structures import StructureKey, structure_charts

MOST_TEXTS = 8
"""Of how many texts the charts are kept."""


class ChartCache:
    """The charts of texts by their digests, whoever looks at them; safe between threads."""

    def __init__(self, most: int = MOST_TEXTS) -> None:
        self._lock = Lock()
        self._charts: LRUCache[str, dict[StructureKey, StructureCharts]] = LRUCache(most)
        self._latest: ChartsOfToday | None = None

    def charts(
        self, digest: str, organisation: Organisation, which: StructureKey
    ) -> StructureCharts | None:
        """Return a structure of the organisation that a text says, made at most once."""
        with self._lock:
            kept = self._charts.setdefault(digest, {})
            if which not in kept:
                if which.design not in organisation.designs:
                    self._latest = ChartsOfToday(organisation, self._latest)
                kept.update(structure_charts(organisation, which.design, self._latest))
            return kept[which]


MOST_BYTES = 16_000_000
"""How much of the charts drawn lately is kept, packed, over all open files."""
AT_ONCE = 16
"""How many charts are drawn at once at most."""


class SvgCache:
    """The charts drawn lately, the oldest forgotten first; safe to share between threads."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._lock = Lock()
        self._drawing = [Lock() for _ in range(AT_ONCE)]
        self._packed: LRUCache[Hashable, bytes] = LRUCache(
            most, getsizeof=lambda packed: min(len(packed), most)
        )

    def obtain(self, key: Hashable, draw: Callable[[], str]) -> str:
        """Return a chart, drawn once however many ask for it meanwhile."""
        with self._drawing[hash(key) % AT_ONCE]:
            svg = self.get(key)
            if svg is None:
                svg = draw()
                self.keep(key, svg)
            return svg

    def get(self, key: Hashable) -> str | None:
        """Return a chart drawn before, or None."""
        with self._lock:
            packed = self._packed.get(key)
        return None if packed is None else decompress(packed).decode()

    def keep(self, key: Hashable, svg: str) -> None:
        """Remember a chart, however large, forgetting the oldest ones where it gets too much."""
        packed = compress(svg.encode(), 1)
        with self._lock:
            self._packed[key] = packed
