"""Who is called in a comment."""

from __future__ import annotations

import pytest

from orgdesign.team.discussion.mentions import find_mentions, text_pieces

NAMES = ["Ana", "Ana Ruiz", "Léa", "李雷"]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Nobody", []),
        ("@Ana Ruiz, look", ["Ana Ruiz"]),
        ("@ana and @LÉA!", ["Ana", "Léa"]),
        ("@Anabel", []),
        ("mail@Ana", []),
        ("@李雷：看", ["李雷"]),
        ("@Ana @Ana", ["Ana"]),
        ("@", []),
    ],
)
def test_the_longest_name_after_an_at_is_meant(text: str, called: list[str]):
    assert find_mentions(text, NAMES) == called


def test_pieces_are_the_text_again():
    text = "See @Ana Ruiz, @nobody and @Léa"

    pieces = [*text_pieces(text, NAMES)]

    assert [piece.text for piece in pieces if piece.is_mention] == ["@Ana Ruiz", "@Léa"]
    assert "".join(piece.text for piece in pieces) == text
