"""The words of several languages by which people say a known thing, read from their file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from orgdesign.diagnosis.words import words


def pattern(section: str, name: str) -> re.Pattern[str]:
    """Return one expression for all ways to say a thing, in any of the languages."""
    return _compiled(_vocabulary()[section][name])


def word_list(name: str) -> frozenset[str]:
    """Return words that say nothing by themselves."""
    return frozenset(words(_vocabulary()["words"][name]))


def _compiled(ways: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


@cache
def _vocabulary() -> Mapping[str, Any]:
    path = Path(__file__).with_name("vocabulary.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
