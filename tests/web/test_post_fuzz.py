"""Random posts, one edit upon the other: in short what `python -m tests.web.post_fuzz` does for long."""

from tests.web.post_fuzz import fuzz


def test_no_random_post_fails_or_leaves_an_unreadable_file():
    statuses, failures = fuzz([], seconds=4, seed=7)

    assert failures == []
    assert statuses.keys() & {200, 303} and statuses.keys() & {409, 422}
