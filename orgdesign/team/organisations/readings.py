"""The texts read lately by one process, by their digests: what one request read, others have."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from cachetools import LRUCache

from orgdesign.team.viewer import TextLens
from orgdesign.yamlfile import Reading, read
from orgdesign.yamlfile.incremental import reread_text

MOST_READINGS = 24
LOCKS = 16


class Readings:
    """Readings of whole texts and of what is seen of them; safe between threads.

    Nothing here matters: a process without them reads the texts again.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._readings: LRUCache[tuple[str, str, str], Reading] = LRUCache(MOST_READINGS)
        self._newest: LRUCache[tuple[str, str], Reading] = LRUCache(MOST_READINGS)
        self._making = [Lock() for _ in range(LOCKS)]

    def whole(self, name: str, digest: str, fetch: Callable[[], bytes]) -> Reading:
        """Return the text with a digest, read at most once."""
        key = (name, digest, "")
        return self._obtain(key, lambda: self._reread(name, fetch()))

    def _reread(self, name: str, data: bytes) -> Reading:
        """Read a text as a splice of the one that was read last, which is most of it."""
        return self._make_next(
            (name, ""), lambda before: reread_text(before, data) if before else read(data, name)
        )

    def _make_next(
        self, seen: tuple[str, str], make: Callable[[Reading | None], Reading]
    ) -> Reading:
        """Make a reading from the last that was seen of the same text by the same lens."""
        with self._lock:
            before = self._newest.get(seen)
        reading = make(before)
        with self._lock:
            self._newest[seen] = reading
        return reading

    def visible_part(self, whole: Reading, lens: TextLens) -> Reading:
        """Return a text as it is seen through a lens, made at most once."""
        if not lens.hides or whole.source is None:
            return whole
        key = (whole.name, whole.source.digest, lens.key)
        seen = (whole.name, lens.key)
        return self._obtain(
            key, lambda: self._make_next(seen, lambda before: lens.visible_part(whole, before))
        )

    def keep(self, reading: Reading) -> None:
        """Remember a text that was just written."""
        if reading.source:
            with self._lock:
                self._readings[reading.name, reading.source.digest, ""] = reading
                self._newest[reading.name, ""] = reading

    def _obtain(self, key: tuple[str, str, str], make: Callable[[], Reading]) -> Reading:
        with self._making[hash(key) % LOCKS]:
            with self._lock:
                kept = self._readings.get(key)
            if kept is None:
                kept = make()
                with self._lock:
                    self._readings[key] = kept
            return kept
