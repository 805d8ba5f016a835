"""Texts of the file as documents can hold them."""

from __future__ import annotations

import re

from orgdesign.model import end_sentence as sentence
from orgdesign.model import number_text as number
from orgdesign.model import one_line as line

__all__ = ["file_name", "line", "number", "sentence", "xml_text"]

_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_NOT_IN_XML = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")


def file_name(words: str, suffix: str) -> str:
    """Return words as the name of a file that every system can keep."""
    return f"{_NOT_IN_NAMES.sub('-', words).strip('-') or 'unnamed'}.{suffix}"


def xml_text(text: str) -> str:
    """Return a text without what XML forbids; spaces at its ends stay."""
    return _NOT_IN_XML.sub(" ", text)
