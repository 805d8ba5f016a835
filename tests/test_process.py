"""How a process runs: what is there once it is set is not looked through again."""

import gc

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
