"""How a process runs: what is there once it is set is not looked through again."""

import gc
import subprocess
import sys

from orgdesign.process import settle


def test_what_is_loaded_is_not_looked_through_for_rubbish() -> None:
    before, kept = gc.get_threshold(), [object()]
    assert any(each is kept for each in gc.get_objects())
    gc.set_threshold(700)
    try:
        settle()
        assert gc.get_freeze_count() > 10_000
        assert not any(each is kept for each in gc.get_objects())
        assert gc.get_threshold()[0] > 700
    finally:
        gc.set_threshold(*before)


ENDING = """
import atexit, gc
from orgdesign.process import end_at_once
atexit.register(lambda: print(gc.get_freeze_count() > 1_000))
end_at_once()
"""


def test_what_is_there_at_the_end_is_not_looked_through() -> None:
    ended = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, check=True)
    assert ended.stdout.split() == [b"True"]
