"""The words of a text, as rules compare and quote them."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_ENDINGS = re.compile(r"(?<=\w{3})(?:['\u2019]s|ments?|ings?|outs?|ed|es|s|e)$")


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORD.findall(text.casefold())


def plain_letters(text: str) -> str:
    """Return a text in lower case and without accents."""
    signs = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def root(word: str) -> str:
    """Return an English word without its ending: pay for payment, payments and payout.

    It is rough: meant to compare words with each other, never to be shown.
    """
    return _ENDINGS.sub("", word)


def line(text: str) -> str:
    """Return a text on one line and without its full stop, to stand within a sentence."""
    return " ".join(text.split()).rstrip(".")
