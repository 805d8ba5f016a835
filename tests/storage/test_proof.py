"""The proof in small: killed writers, an outside editor, full disks. The long one is a command."""

import subprocess
import sys

import pytest

from tests.patience import PATIENCE
from tests.storage.texts import is_whole, text

SMALL = ["--kills", "20", "--stride", "23", "--writers", "4", "--edits", "6", "--seed", "1"]


@pytest.mark.usefixtures("uncounted")
@pytest.mark.skipif(sys.platform != "linux", reason="the proof stops processes as Linux does")
def test_nothing_is_torn_and_nothing_lost():
    command = [sys.executable, "-m", "tests.storage.proof", *SMALL]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "       0  faults" in done.stdout
    for tried in ("killed at a system call", "limits", "killed at a random moment", "saved"):
        assert tried in done.stdout


def test_the_proof_knows_a_torn_text():
    one, other = text("one"), text("other")
    assert is_whole(one)
    assert not is_whole(one[:-1])
    assert not is_whole(one[:5000] + other[5000:])
    assert not is_whole(b"")
