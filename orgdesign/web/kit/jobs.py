"""Long work in threads, while pages tell how far it is: what is made stays in memory, for a while.

Every job has a key that nobody can guess. There are few jobs at a time, and so many bytes of what
they have made; nothing of it is written to the disk, and all is gone when the program ends.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Event, Lock, Thread, Timer
from typing import Generic, Literal, TypeVar

from orgdesign.problems import OrgdesignError
from orgdesign.web.kit.errors import failure_site

log = logging.getLogger("orgdesign.web")

Thing = TypeVar("Thing")
Progress = Callable[[int, int], None]
"""Takes how many steps are done, of how many; work calls it often, as it is stopped by it."""
Later = Callable[[float, Callable[[], None]], object]
"""Calls something after so many seconds."""

State = Literal["running", "done", "failed", "cancelled"]

AT_A_TIME = 3
KEPT_FOR = 15 * 60.0
MOST_BYTES = 512 * 1024 * 1024
SURPRISED = "It could not be made. Try again; if it happens again, start orgdesign serve anew."
TOO_LARGE = "What was made is too large to be kept here; the command line writes it to the disk."


class JobCancelled(Exception):  # noqa: N818 - it is what a person wished
    """Work was called off; it is raised where the work tells of its progress."""


class TooManyJobs(OrgdesignError):  # noqa: N818 - it is an answer to the user
    """So much is being made already that no more is begun."""


def _later(seconds: float, call: Callable[[], None]) -> None:
    timer = Timer(seconds, call)
    timer.daemon = True
    timer.start()


@dataclass(slots=True)
class ThreadedTask:
    """Work in a thread of its own, that people may call off; ``failure`` says why it failed."""

    failure: str = field(default="", kw_only=True)
    _called_off: Event = field(default_factory=Event, kw_only=True)
    _ended: Event = field(default_factory=Event, kw_only=True)

    def begin(
        self, work: Callable[[], None], at_end: Callable[[], None], surprised: str = SURPRISED
    ) -> None:
        """Do the work; what fails unforeseen is told as ``surprised``, and logged by its place."""
        Thread(target=self._run, args=(work, at_end, surprised), daemon=True).start()

    def _run(self, work: Callable[[], None], at_end: Callable[[], None], surprised: str) -> None:
        try:
            work()
        except JobCancelled:
            pass
        except OrgdesignError as failure:
            self.failure = str(failure)
        except Exception as failure:
            log.error("Work in a thread failed: %s", failure_site(failure))
            self.failure = surprised
        finally:
            at_end()
            self._ended.set()

    def check(self) -> None:
        """Go on, unless the work was called off meanwhile.

        Raises:
            JobCancelled: it was.
        """
        if self._called_off.is_set():
            raise JobCancelled

    def cancel(self) -> None:
        """Call the work off; it ends where it next tells of its progress."""
        self._called_off.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the work to end, for some seconds at most; tell whether it has."""
        return self._ended.wait(seconds)


@dataclass(slots=True)
class Job(ThreadedTask, Generic[Thing]):
    """One piece of work: how far it is, and what it has made or why it has not.

    ``about`` is what the pages of those who began it are to know.
    """

    key: str
    about: Mapping[str, str]
    state: State = "running"
    done: int = 0
    total: int = 0
    made: Thing | None = None
    size: int = 0

    def tell(self, done: int, total: int) -> None:
        """Say how far the work is; raises ``JobCancelled`` where it was called off meanwhile."""
        self.check()
        self.done, self.total = done, total

    def cancel(self) -> None:
        """Call the work off, and say so."""
        ThreadedTask.cancel(self)
        if self.state == "running":
            self.state = "cancelled"


class Jobs(Generic[Thing]):
    """The work of one run of the app; ``weigh`` says how many bytes of memory a thing takes."""

    def __init__(
        self,
        weigh: Callable[[Thing], int],
        at_a_time: int = AT_A_TIME,
        most_bytes: int = MOST_BYTES,
        kept_for: float = KEPT_FOR,
        later: Later = _later,
    ) -> None:
        self._weigh, self._later = weigh, later
        self._at_a_time, self._most_bytes, self._kept_for = at_a_time, most_bytes, kept_for
        self._jobs: dict[str, Job[Thing]] = {}
        self._busy = 0
        self._lock = Lock()

    def start(self, work: Callable[[Progress], Thing], about: Mapping[str, str]) -> Job[Thing]:
        """Begin work in a thread of its own.

        Raises:
            TooManyJobs: enough is being made already.
        """
        job: Job[Thing] = Job(secrets.token_urlsafe(24), about)
        with self._lock:
            if self._busy >= self._at_a_time:
                raise TooManyJobs(
                    f"{self._busy} files are being made already: wait until one is done, or cancel "
                    "one, and try again. What you chose is still here."
                )
            self._busy += 1
            self._jobs[job.key] = job
        job.begin(lambda: self._keep(job, work(job.tell)), lambda: self._end(job))
        return job

    def find(self, key: str) -> Job[Thing] | None:
        """Return a job, if it is still known."""
        return self._jobs.get(key)

    def drop(self, key: str) -> None:
        """Forget a job with what it has made."""
        with self._lock:
            job = self._jobs.pop(key, None)
        if job:
            job.cancel()

    def _end(self, job: Job[Thing]) -> None:
        if job.failure:
            job.state = "failed"
        with self._lock:
            self._busy -= 1
        self._later(self._kept_for, lambda: self.drop(job.key))

    def _keep(self, job: Job[Thing], made: Thing) -> None:
        """Keep what was made, and let go of the oldest where it would be too much."""
        size = self._weigh(made)
        if size > self._most_bytes:
            raise OrgdesignError(TOO_LARGE)
        with self._lock:
            if job.state == "running" and job.key in self._jobs:
                self._make_room(size)
                job.made, job.size, job.state = made, size, "done"

    def _make_room(self, size: int) -> None:
        held = [each for each in self._jobs.values() if each.state == "done"]
        room = self._most_bytes - sum(each.size for each in held)
        for oldest in held:
            if room >= size:
                return
            room += oldest.size
            del self._jobs[oldest.key]
