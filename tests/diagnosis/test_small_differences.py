"""A difference that the figures beside it do not show is none."""

from orgdesign.diagnosis.effects import Effect


def test_what_is_not_seen_in_the_figures_is_neither_better_nor_worse():
    before, after = 2.31, 2.33
    unseen = Effect("Distance", "On average", "steps", before, after, better="lower")
    assert (unseen.difference, unseen.word) == (0.0, "")
    seen = Effect("Distance", "On average", "steps", before, after + 1, better="lower")
    assert (seen.difference, seen.word) == (1.0, "worse")
