"""All processes of a team server end with it, whenever it is told to end."""

from __future__ import annotations

import subprocess
import sys

import pytest

SERVER = """
import os, signal, time
from orgdesign.team import processes

fork, wait = os.fork, os.wait

def end():
    os.kill(os.getpid(), signal.SIGTERM)

def ends_while(moment):
    started = []

    def told_to_end_by_fork():
        process = fork()
        if process:
            started.append(process)
            if moment in ("it starts one", "one has just begun") and len(started) == 2:
                end()
        elif moment == "one has just begun":
            end()
        return process

    def told_to_end_by_wait():
        if moment == "it waits":
            end()
        os.kill(started[0], signal.SIGKILL)
        ended = wait()
        end()
        return ended

    os.fork, os.wait = told_to_end_by_fork, told_to_end_by_wait
    processes.keep_running(2, lambda number: time.sleep(60))
    try:
        return os.waitpid(-1, 0)
    except ChildProcessError:
        return f"{len(started)} started and none left"

for moment in ("it waits", "it starts one", "one has just begun", "one has ended"):
    print(moment, ends_while(moment), sep=": ")
"""


@pytest.mark.usefixtures("uncounted")
def test_no_process_outlives_the_server_that_is_told_to_end() -> None:
    done = subprocess.run([sys.executable, "-c", SERVER], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "it waits: 2 started and none left",
        "it starts one: 2 started and none left",
        "one has just begun: 2 started and none left",
        "one has ended: 2 started and none left",
    ]
