"""The texts read lately, to compare an edit with what it was drawn from."""

from __future__ import annotations

from collections import OrderedDict

from orgdesign.storage import JournalError
from orgdesign.workspace.store import Store
from orgdesign.yamlfile import Source, read

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
        if digest in self._sources:
            return self._sources[digest]
        try:
            found = next((v for v in self._store.versions() if v.digest == digest), None)
            return read(self._store.text(found), self._store.label).source if found else None
        except JournalError:
            return None
