"""Ids for parts that are made of what people call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST = 48
_BETWEEN = re.compile(r"[\W_]+")
_MARKS = re.compile("['\u2019]")


def new_id(said: str, taken: Container[str]) -> str:
    """Return an id made of a title or statement: its first words, in any script, not yet taken."""
    first = id_of(said)
    numbered = (f"{first}-{count}" if count > 1 else first for count in range(1, 1_000_000))
    return next(one for one in numbered if one not in taken)


def id_of(said: str) -> str:
    """Return the id that a title or statement would have if none were taken."""
    plain = unicodedata.normalize("NFC", _MARKS.sub("", said)).casefold()
    slug = _BETWEEN.sub("-", "".join(c for c in plain if _may_spell(c))).strip("-")
    short = (
        slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    )
    return short or "new"


def _may_spell(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMZPS" or char.isdecimal()
