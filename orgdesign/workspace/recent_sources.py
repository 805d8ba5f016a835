"""The texts read lately, to compare an edit with what it was drawn from."""

from __future__ import annotations

from collections import OrderedDict

from orgdesign.workspace.store import Store
from orgdesign.yamlfile import Source

MOST_SOURCES = 8
"""How many of the texts read lately are kept."""


class RecentSources:
    """The last few texts of a store in memory, and those before them from its history."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources: OrderedDict[str, Source] = OrderedDict()

    def remember(self, source: Source) -> None:
        """Keep a text at hand, forgetting the oldest."""
        self._sources[source.digest] = source
        while len(self._sources) > MOST_SOURCES:
            self._sources.popitem(last=False)

    def find(self, digest: str) -> Source | None:
        """Return the text with a digest, if it is still known."""
        return self._sources.get(digest) or self._store.older_source(digest)
