"""Long work in threads: its progress, its end, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

import pytest

from orgdesign.problems import OrgdesignError
from orgdesign.web.kit import SURPRISED, TOO_LARGE, Job, Jobs, Progress, TooManyJobs
from tests.patience import PATIENCE


@dataclass
class Slow:
    """Work that takes a step when it is told to."""

    going: Event = field(default_factory=Event)
    begun: Event = field(default_factory=Event)

    def __call__(self, tell: Progress) -> bytes:
        tell(1, 2)
        self.begun.set()
        assert self.going.wait(PATIENCE)
        tell(2, 2)
        return b"made"


@dataclass
class Clock:
    """What is to be called later, and has not been yet."""

    calls: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    def __call__(self, seconds: float, call: Callable[[], None]) -> None:
        self.calls.append((seconds, call))

    def strike(self) -> None:
        for _, call in self.calls:
            call()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jobs(clock: Clock) -> Jobs[bytes]:
    return Jobs(len, at_a_time=2, most_bytes=10, later=clock)


def started(jobs: Jobs[bytes], work: Slow) -> Job[bytes]:
    job = jobs.start(work, {})
    assert work.begun.wait(PATIENCE)
    return job


def ended(jobs: Jobs[bytes], made: bytes) -> Job[bytes]:
    job = jobs.start(lambda tell: made, {"name": "a file"})
    assert job.wait(PATIENCE)
    return job


def test_work_tells_how_far_it_is(jobs: Jobs[bytes]):
    work = Slow()
    job = started(jobs, work)
    assert (job.state, job.done, job.total) == ("running", 1, 2)
    work.going.set()
    assert job.wait(PATIENCE)
    assert (job.state, job.done, job.made, job.size) == ("done", 2, b"made", 4)


def test_a_job_is_found_by_its_key_alone(jobs: Jobs[bytes]):
    job = ended(jobs, b"made")
    assert jobs.find(job.key) is job
    assert jobs.find("another") is None
    assert len(job.key) >= 32
    assert job.about == {"name": "a file"}


def test_work_that_is_called_off_makes_nothing(jobs: Jobs[bytes]):
    work = Slow()
    job = started(jobs, work)
    job.cancel()
    assert job.state == "cancelled"
    work.going.set()
    assert job.wait(PATIENCE)
    assert (job.state, job.made) == ("cancelled", None)


def test_work_that_never_asks_is_thrown_away_at_its_end(jobs: Jobs[bytes]):
    going = Event()

    def deaf(tell: Progress) -> bytes:
        assert going.wait(PATIENCE)
        return b"made"

    job = jobs.start(deaf, {})
    job.cancel()
    going.set()
    assert job.wait(PATIENCE)
    assert (job.state, job.made) == ("cancelled", None)


def test_what_is_done_stays_done(jobs: Jobs[bytes]):
    job = ended(jobs, b"made")
    job.cancel()
    assert (job.state, job.made) == ("done", b"made")


def test_a_failure_is_told_in_its_own_words(jobs: Jobs[bytes]):
    def fail(tell: Progress) -> bytes:
        raise OrgdesignError("The fonts are missing.")

    job = jobs.start(fail, {})
    assert job.wait(PATIENCE)
    assert (job.state, job.failure) == ("failed", "The fonts are missing.")


def test_a_surprise_tells_nothing_of_the_file(jobs: Jobs[bytes], caplog: pytest.LogCaptureFixture):
    def fail(tell: Progress) -> bytes:
        raise ValueError("Zebedee Quill")

    job = jobs.start(fail, {})
    assert job.wait(PATIENCE)
    assert (job.state, job.failure) == ("failed", SURPRISED)
    assert "Zebedee" not in caplog.text
    assert "ValueError at" in caplog.text


def test_no_more_is_begun_than_can_be_done(jobs: Jobs[bytes]):
    first, second = Slow(), Slow()
    job = started(jobs, first)
    started(jobs, second)
    with pytest.raises(TooManyJobs, match="2 files are being made already"):
        jobs.start(Slow(), {})
    first.going.set()
    assert job.wait(PATIENCE)
    ended(jobs, b"made")
    second.going.set()


def test_what_was_made_is_dropped_after_a_while(jobs: Jobs[bytes], clock: Clock):
    job = ended(jobs, b"made")
    jobs.start(lambda tell: b"", {}).wait(PATIENCE)
    clock.strike()
    assert [seconds for seconds, _ in clock.calls][:1] == [15 * 60]
    assert jobs.find(job.key) is None


def test_the_oldest_makes_room(jobs: Jobs[bytes]):
    oldest, older, new = (ended(jobs, b"12345678"[:size]) for size in (4, 5, 6))
    assert [jobs.find(each.key) for each in (oldest, older, new)] == [None, None, new]


def test_room_is_made_only_as_far_as_needed(jobs: Jobs[bytes]):
    oldest, older, new = (ended(jobs, b"12345678"[:size]) for size in (4, 5, 3))
    assert [jobs.find(each.key) for each in (oldest, older, new)] == [None, older, new]


def test_what_is_too_large_is_not_kept(jobs: Jobs[bytes]):
    job = ended(jobs, b"12345678901")
    assert (job.state, job.failure, job.made) == ("failed", TOO_LARGE, None)


def test_a_job_that_is_dropped_is_called_off(jobs: Jobs[bytes]):
    work = Slow()
    job = started(jobs, work)
    jobs.drop(job.key)
    jobs.drop(job.key)
    work.going.set()
    assert job.wait(PATIENCE)
    assert (jobs.find(job.key), job.state, job.made) == (None, "cancelled", None)


def test_bytes_do_not_outlive_their_time_by_themselves():
    jobs: Jobs[bytes] = Jobs(len, kept_for=0.0)
    job = ended(jobs, b"made")
    gone = Event()
    while jobs.find(job.key) is not None:
        assert not gone.wait(0.001)
