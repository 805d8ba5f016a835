"""The vocabulary of exports, as data: headers, statuses and cells in many languages.

Those of the languages that came first stand by file; each further family of languages has a file
of its own in ``languages``, with all that is said in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from orgdesign.imports.normalisation import fold_text


@cache
def word_lists(file: str, part: str) -> Mapping[str, list[str]]:
    """Return the lists of words in a part of a file, by what they say, in every language."""
    text = Path(__file__).with_name(f"{file}.toml").read_text("utf-8")
    lists: dict[str, list[str]] = {k: [*words] for k, words in tomllib.loads(text)[part].items()}
    for language in _languages():
        for says, words in language.get(file, {}).get(part, {}).items():
            lists[says] += words
    return lists


@cache
def folded_words(name: str) -> frozenset[str]:
    """Return the words that cells say one thing with, without case and accents."""
    return frozenset(map(fold_text, word_lists("cells", "cells")[name]))


@cache
def _languages() -> list[dict[str, Any]]:
    files = sorted(Path(__file__).with_name("languages").glob("*.toml"))
    return [tomllib.loads(file.read_text("utf-8")) for file in files]
