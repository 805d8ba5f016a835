"""The imports that people are at: a few, for a limited time, in memory alone."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock, Timer

from orgdesign.web.importing.job import ImportJob

MOST = 4
"""How many imports are kept; the one that was looked at the longest ago gives way."""
KEPT_FOR = 60 * 60
"""How many seconds an import is kept after it was last looked at."""
SWEPT_EVERY = 60


class ImportJobs:
    """The imports under way, safe to share between threads; nothing of them outlives the app."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._jobs: OrderedDict[str, tuple[float, ImportJob]] = OrderedDict()
        self._clock, self._lock = clock, Lock()
        self._sweep: Timer | None = None

    def add(self, job: ImportJob) -> ImportJob:
        """Keep an import; where there are too many, the oldest one is forgotten."""
        with self._lock:
            self._touch(job)
            while len(self._jobs) > MOST:
                self._forget(next(iter(self._jobs)))
        return job

    def find(self, key: str) -> ImportJob | None:
        """Return the import that a key stands for, if it is still kept."""
        self.forget_old()
        with self._lock:
            found = self._jobs.get(key)
            if found:
                self._touch(found[1])
            return found[1] if found else None

    def drop(self, job: ImportJob) -> None:
        """Forget an import."""
        with self._lock:
            if job.key in self._jobs:
                self._forget(job.key)

    def forget_old(self) -> None:
        """Forget the imports that nobody has looked at for long."""
        with self._lock:
            last = self._clock() - KEPT_FOR
            for key in [key for key, (seen, _) in self._jobs.items() if seen <= last]:
                self._forget(key)
            self._wake()

    def _touch(self, job: ImportJob) -> None:
        self._jobs[job.key] = (self._clock(), job)
        self._jobs.move_to_end(job.key)
        self._wake()

    def _forget(self, key: str) -> None:
        _, job = self._jobs.pop(key)
        job.cancel()

    def _wake(self) -> None:
        """See to it that what grows old is forgotten, even where nobody asks for a page again."""
        if self._jobs and self._sweep is None:
            self._sweep = Timer(SWEPT_EVERY, self._swept)
            self._sweep.daemon = True
            self._sweep.start()

    def _swept(self) -> None:
        self._sweep = None
        self.forget_old()
