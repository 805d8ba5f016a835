"""Words by which people say how a thing is meant, as further features beside the vectors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from orgdesign.diagnosis.language.pay_words import pay_features
from orgdesign.resources import toml_beside

REMEMBERED = 20_000
"""Of so many texts the features are remembered: a text may be read as several things."""


@lru_cache(REMEMBERED)
def word_features(text: str) -> tuple[float, ...]:
    """Return what the words of a text tell of pay, of approval, of disregard, of things done."""
    lowered = text.lower()
    approval, depends, barred, alone, nothing, regardless, done = (
        _pattern(name).search(lowered) is not None
        for name in ("approval", "depends", "barred", "alone", "nothing", "regardless", "done")
    )
    barred, alone = barred or nothing, alone and not nothing
    pay = pay_features(text)
    asks = ((approval and depends) or barred) and not alone and not pay[0]
    told = (approval and not alone, asks, alone, regardless, done)
    return (*pay, *map(float, told))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_ways()[name]))


@cache
def _ways() -> Mapping[str, list[str]]:
    return toml_beside(__file__, "word_features.toml")
