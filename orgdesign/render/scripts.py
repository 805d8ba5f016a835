"""What scripts ask of whoever draws them: which way they run, where they break, who has them."""

# ruff: noqa: RUF001 - the marks of other scripts are meant.

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

RIGHT_TO_LEFT_MARK, LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"
_STRONG = {"L": False, "R": True, "AL": True}
_UNBROKEN = re.compile(
    "[\u2e80-\u303f\u3041-\u30ff\u3105-\u312f\u31a0-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
"""Characters of scripts that are written without spaces, and break between any two of them."""
_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー〜～’”）〕］｝〉》」』】〙〗»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡､｣･ｰﾞﾟ.,:;!?)]}%…‥"
)
_NEVER_LAST = frozenset("‘“（〔［｛〈《「『【〘〖«｢([{¥$￥＄£")
_PACKAGES = {
    "CJK": "fonts-noto-cjk",
    "HIRAGANA": "fonts-noto-cjk",
    "KATAKANA": "fonts-noto-cjk",
    "HANGUL": "fonts-noto-cjk",
    "BOPOMOFO": "fonts-noto-cjk",
    "IDEOGRAPHIC": "fonts-noto-cjk",
    "FULLWIDTH": "fonts-noto-cjk",
    "HALFWIDTH": "fonts-noto-cjk",
    "emoji": "fonts-noto-color-emoji",
}
"""Debian's package by script; all other scripts are in ``fonts-noto-core``."""


_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_right_to_left(text: str) -> bool:
    """Whether a text has any letter of a script that runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def runs_right_to_left(text: str) -> bool:
    """Whether a text's first strong letter is one of a script that runs from right to left."""
    if not has_right_to_left(text):
        return False
    return next(
        (_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), False
    )


def with_direction_mark(line: str, *, right_to_left: bool) -> str:
    """Return a line of a text that runs so, with a mark where the line alone would run otherwise.

    A line is broken out of its text, and may begin with a letter of another direction.
    """
    if line.isascii() and not right_to_left:
        return line
    if runs_right_to_left(line) == right_to_left:
        return line
    return (RIGHT_TO_LEFT_MARK if right_to_left else LEFT_TO_RIGHT_MARK) + line


def breakable_parts(word: str, characters: Iterable[str]) -> list[str]:
    """Return a word without spaces in the parts between which a line may break.

    ``characters`` are those of the word as readers see them. Japanese and Chinese break between
    characters, but no line begins with a closing mark or a small letter, nor ends with an opening
    one. A word of other scripts is one part.
    """
    if not _UNBROKEN.search(word):
        return [word]
    parts: list[str] = []
    for character in characters:
        if parts and not _may_break(parts[-1], character):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _may_break(before: str, after: str) -> bool:
    if after[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST:
        return False
    return bool(_UNBROKEN.match(before[-1]) or _UNBROKEN.match(after[0]))


def script_of(character: str) -> str:
    """Return the script of a character, as the first word of its name; ``emoji`` of pictures."""
    if is_emoji(character):
        return "emoji"
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]


def is_emoji(character: str) -> bool:
    """Whether a character is drawn as a small picture, wider than a letter."""
    if character >= "\U0001f000":
        return character < "\U00020000"
    is_symbol = unicodedata.category(character) == "So"
    return is_symbol and unicodedata.east_asian_width(character) == "W"


def needs_glyph(character: str) -> bool:
    """Whether a character is to be seen: all but spaces, controls and what is not assigned."""
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"}:
        return False
    return not "\ufe00" <= character <= "\ufe0f" and not "\U000e0100" <= character <= "\U000e01ef"


def packages_for(characters: Iterable[str]) -> list[str]:
    """Return the Debian packages whose fonts have characters, each once, in their order."""
    wanted = (_PACKAGES.get(script_of(each), "fonts-noto-core") for each in characters)
    return list(dict.fromkeys(wanted))
