"""Ids for parts that are made of what people call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from orgdesign.model import WORD_BREAKS

LONGEST = 48
_APOSTROPHES = re.compile("['\u2019]")
_LAST_SIGMA = re.compile(r"\u03c3\b")  # casefold writes it as within a word


def new_id(said: str, taken: Container[str]) -> str:
    """Return an id made of a title or statement: its first words, in any script, not yet taken."""
    first = id_of(said)
    numbered = (f"{first}-{count}" if count > 1 else first for count in range(1, 1_000_000))
    return next(one for one in numbered if one not in taken)


def id_of(said: str) -> str:
    """Return the id that a title or statement would have if none were taken."""
    plain = unicodedata.normalize("NFC", _APOSTROPHES.sub("", said)).casefold()
    plain = _LAST_SIGMA.sub("\u03c2", plain)
    slug = WORD_BREAKS.sub("-", "".join(c for c in plain if _may_spell(c))).strip("-")
    short = (
        slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    )
    return short or "new"


def _may_spell(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMZPS" or char.isdecimal()
