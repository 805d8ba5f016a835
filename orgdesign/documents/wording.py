"""Texts of the file as documents can hold them."""

from __future__ import annotations

import re

_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_NOT_IN_XML = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")


def line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """Return a text on one line, ending as a sentence does."""
    told = line(text)
    return told if not told or told.endswith((".", "!", "?", "…")) else f"{told}."


def number(amount: float) -> str:
    """Return a number as people write it."""
    return f"{amount:,.10g}"


def file_name(words: str, suffix: str) -> str:
    """Return words as the name of a file that every system can keep."""
    return f"{_NOT_IN_NAMES.sub('-', words).strip('-') or 'unnamed'}.{suffix}"


def xml_text(text: str) -> str:
    """Return a text without what XML forbids; spaces at its ends stay."""
    return _NOT_IN_XML.sub(" ", text)
