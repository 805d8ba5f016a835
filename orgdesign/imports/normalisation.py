"""Text as people read it: one spelling for composed and decomposed letters, widths and accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from orgdesign.model import WORD_BREAKS

_MARKS = re.compile(r"[\u0300-\u036f]")
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "＇": "'", "‛": "'", "ʻ": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\u00ad": "", "\u200b": "",
        "\ufeff": "", "\u200e": "", "\u200f": "", "\u2060": "",
    }
)  # fmt: skip
_ADDED = re.compile(
    r"\[[^\]]*\]|\([^)]*\)|（[^）]*）|\b(?:required|optional|mandatory)\s*$", re.IGNORECASE
)


@lru_cache(maxsize=65_536)
def fold_text(text: str) -> str:
    r"""Return a text without case, accents and widths.

    >>> fold_text("ZO\u00cb  O\u2019Brien"), fold_text("M\u00fcller") == fold_text("Mu\u0308ller")
    ("zoe o'brien", True)
    """
    if text.isascii():
        return " ".join(text.casefold().replace("`", "'").split())
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    plain = _MARKS.sub("", unicodedata.normalize("NFD", plain))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def header_key(header: str) -> str:
    """Return the letters and digits of a header, without what exports add to it.

    >>> header_key("Email Address [Required]"), header_key("reports_to"), header_key("Employee #")
    ('emailaddress', 'reportsto', 'employeenumber')
    """
    without = _ADDED.sub(" ", header)
    plain = without if WORD_BREAKS.sub("", without) else header
    return WORD_BREAKS.sub("", fold_text(plain.replace("#", " number").replace("№", " number")))
