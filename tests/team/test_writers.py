"""No acknowledged edit is lost, none is made twice, whatever is killed: a short proof."""

from benchmarks.team_writers import prove


def test_every_acknowledged_edit_is_one_version(uncounted: None):
    outcome = prove(edits=128, kills=4, processes=2)

    assert outcome.wrong == []
    assert outcome.edits == 128
