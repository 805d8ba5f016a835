"""Whatever else goes on, what is read is multiplied with one thread: the last bit hangs on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from threading import Thread

import numpy as np
import pytest
from threadpoolctl import ThreadpoolController, threadpool_limits

from orgdesign.cli import main
from orgdesign.diagnosis.language.one_thread import one_thread
from orgdesign.process import has_one_blas_thread


@pytest.fixture(autouse=True)
def with_two_threads(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let numpy have two threads, as in a program that loaded it before us."""
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    with threadpool_limits(2, "blas"):
        yield


def threads() -> int:
    """Return how many threads numpy multiplies with."""
    return max(each["num_threads"] for each in ThreadpoolController().info())


def test_there_is_one_thread_within_and_as_many_as_before_after() -> None:
    with one_thread(), one_thread():
        assert threads() == 1
    assert threads() == 2


def test_whoever_is_done_leaves_the_others_with_one() -> None:
    first, second = one_thread(), one_thread()
    first.__enter__()
    second.__enter__()
    elsewhere = Thread(target=first.__exit__, args=(None, None, None))
    elsewhere.start()
    elsewhere.join()
    assert threads() == 1
    second.__exit__(None, None, None)
    assert threads() == 2


def test_a_command_in_a_program_that_has_numpy_does_not_take_its_threads_for_one() -> None:
    assert np is not None
    assert main(["new", "--help"]) == 0
    assert not has_one_blas_thread()
    with one_thread():
        assert threads() == 1


ASKED_ALONE = """
import os
from orgdesign.cli import main
main(["new", "--help"])
import numpy
from threadpoolctl import ThreadpoolController
print(max(each["num_threads"] for each in ThreadpoolController().info()))
"""


@pytest.mark.usefixtures("uncounted")
def test_a_command_on_its_own_starts_no_more() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED_ALONE], capture_output=True, check=True, env={**os.environ}
    )
    assert done.stdout.split()[-1] == b"1"
