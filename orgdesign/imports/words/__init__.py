"""The vocabulary of exports, as data: headers, statuses and cells in many languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from orgdesign.imports.normalisation import fold_text


@cache
def word_lists(file: str, part: str) -> Mapping[str, list[str]]:
    """Return the lists of words in a part of a file, by what they say."""
    text = Path(__file__).with_name(f"{file}.toml").read_text("utf-8")
    lists: Mapping[str, list[str]] = tomllib.loads(text)[part]
    return lists


@cache
def folded_words(name: str) -> frozenset[str]:
    """Return the words that cells say one thing with, without case and accents."""
    return frozenset(map(fold_text, word_lists("cells", "cells")[name]))
