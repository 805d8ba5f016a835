"""Numbers, names, lists and sentences as people write them: said the same everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from orgdesign.model.outcomes import Measure

_SCALES = ((1e9, "billion"), (1e6, "million"))
_PER_CENT = ("%", "per cent", "percent")
_TO_THE_UNIT, _BEYOND_COUNTING = 1e10, 1e15
_ENDS = (
    *(".", "!", "?", "…", "\N{IDEOGRAPHIC FULL STOP}", "\N{FULLWIDTH EXCLAMATION MARK}"),
    *("\N{FULLWIDTH QUESTION MARK}", "\N{ARABIC QUESTION MARK}", "\N{DEVANAGARI DANDA}"),
)
_MOST_SHOWN = 60
# What belongs to the letter before it, such as a vowel of Hindi or Thai: ``\\w`` does not know it.
_MARKS = "".join(
    sign for sign in map(chr, range(0x300, 0x2000)) if unicodedata.category(sign)[0] == "M"
)

WORD_BREAKS = re.compile(rf"(?:[^\w{_MARKS}]|_)+")
"""What stands between words, in any script."""


def number_text(value: float) -> str:
    """Return a number as the file means it: thousands apart, all its decimals.

    >>> number_text(1240), number_text(4.567), number_text(0.5)
    ('1,240', '4.567', '0.5')
    """
    if abs(value) >= _BEYOND_COUNTING:
        return f"{value:.4g}"
    if abs(value) >= _TO_THE_UNIT:
        return f"{value:,.0f}"
    return f"{value + 0.0:,.10g}"


def rounded_text(value: float) -> str:
    """Return a number that was worked out, to two decimals: ``1,240``, ``4.57``."""
    return number_text(round(value, 2))


def amount_text(value: float) -> str:
    """Return a large sum short enough to read: ``46.7 million``."""
    for scale, name in _SCALES:
        if scale * 0.9995 <= abs(value) < _BEYOND_COUNTING:
            return f"{value / scale:.3g} {name}"
    return rounded_text(value)


def measure_text(value: float, measure: Measure) -> str:
    """Return a value of a measure in its unit: ``21 days``, ``7%``."""
    if measure.unit in _PER_CENT:
        return f"{number_text(value)}%"
    return f"{number_text(value)} {measure.unit}" if measure.unit else number_text(value)


def count_text(count: float, one: str, several: str | None = None) -> str:
    """Return a count with its noun.

    >>> count_text(1, "row"), count_text(1200, "person", "people")
    ('1 row', '1,200 people')
    """
    return f"{rounded_text(count)} {one if count == 1 else several or one + 's'}"


def join_words(
    words: Iterable[str],
    *,
    last: str = "and",
    most: int | None = None,
    more: str = "others",
    nothing: str = "nothing",
) -> str:
    """Return words as people list them; of more than ``most`` the last are counted.

    Words that have commas themselves stand between semicolons.

    >>> join_words(["Claims", "Fraud", "Finance"]), join_words(["yes", "no"], last="or")
    ('Claims, Fraud and Finance', 'yes or no')
    >>> join_words("abcde", most=3)
    'a, b and 3 others'
    >>> join_words(["Ward Sister, Ward 7", "Porter"])
    'Ward Sister, Ward 7; and Porter'
    """
    shown = [*words]
    if most is not None and len(shown) > most:
        shown[most - 1 :] = [f"{len(shown) - most + 1:,} {more}"]
    *others, end = shown or [nothing]
    if not others:
        return end
    if any(", " in word and word[:1] not in "“\"'" for word in shown):
        return f"{'; '.join(others)}; {last} {end}"
    return f"{', '.join(others)} {last} {end}"


def join_names(names: Iterable[str], most: int = 4) -> str:
    """Return names, each once, of many the first few: ``Claims, Fraud, Finance and 9 others``."""
    return join_words(dict.fromkeys(names), most=most)


def quote(text: str) -> str:
    """Return a text as a quotation; the full stop of a sentence stays outside."""
    is_sentence = text.endswith(".") and not text.endswith("..")
    return f"“{text[:-1] if is_sentence else text}”"


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def end_sentence(text: str) -> str:
    """Return a text on one line, ending as a sentence does."""
    line = one_line(text)
    return line if not line or line.endswith(_ENDS) else f"{line}."


def capitalise(text: str) -> str:
    """Return a text that begins with a capital, and is otherwise as it was."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return a text as it stands within a sentence; a name with further capitals or figures stays.

    >>> lower_first("Households"), lower_first("SMEs"), lower_first("B2B buyers")
    ('households', 'SMEs', 'B2B buyers')
    """
    first = text.partition(" ")[0]
    is_name = any(char.isupper() or char.isdigit() for char in first[1:])
    return text if is_name else text[:1].lower() + text[1:]


def with_article(noun: str) -> str:
    """Return a noun with a or an before it."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def shorten(text: str, most: int = _MOST_SHOWN) -> str:
    """Return the start of a text, on one line, for a message to show."""
    line = text.strip().partition("\n")[0].rstrip()
    return line if len(line) <= most else line[: most - 1] + "…"
