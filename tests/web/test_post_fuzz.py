"""Random posts, one edit upon the other: `python -m tests.web.post_fuzz` in short."""

from tests.web.post_fuzz import fuzz


def test_no_random_post_fails_or_leaves_an_unreadable_file():
    statuses, failures = fuzz([], 7, lambda posts: posts >= 60)

    assert failures == []
    assert statuses.keys() & {200, 303}
    assert statuses.keys() & {409, 422}
