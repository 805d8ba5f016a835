"""A name says which: no participle, no word that could stand for anything, no class twice."""

from __future__ import annotations

import pytest

from tests.house.words import is_vague, listed, names_that_say_too_little


def test_no_name_says_too_little():
    new = names_that_say_too_little() - listed()
    assert not new, "find the field's word: " + "; ".join(" ".join(name) for name in sorted(new))


@pytest.mark.parametrize("name", ["told", "said", "page", "charted", "of", "drawn", "whom"])
def test_a_word_alone_is_seen(name: str):
    assert is_vague(name)


@pytest.mark.parametrize("name", ["chart_page", "render", "seed", "feed", "save_with_history"])
def test_a_word_that_says_which_is_let_be(name: str):
    assert not is_vague(name)
