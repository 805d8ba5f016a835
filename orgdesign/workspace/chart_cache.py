"""The structures of the texts shown lately, with their charts."""

from __future__ import annotations

from threading import Lock

from cachetools import LRUCache

from orgdesign.charts import StructureCharts
from orgdesign.model import Organisation
from orgdesign.workspace.structures import StructureKey, structure_charts

MOST_TEXTS = 8
"""Of how many texts the charts are kept."""


class ChartCache:
    """The charts of texts by their digests, whoever looks at them; safe between threads."""

    def __init__(self, most: int = MOST_TEXTS) -> None:
        self._lock = Lock()
        self._charts: LRUCache[str, dict[StructureKey, StructureCharts]] = LRUCache(most)

    def charts(
        self, digest: str, organisation: Organisation, which: StructureKey
    ) -> StructureCharts | None:
        """Return a structure of the organisation that a text says, made at most once."""
        with self._lock:
            kept = self._charts.setdefault(digest, {})
            if which not in kept:
                kept.update(structure_charts(organisation, which.design))
            return kept[which]
