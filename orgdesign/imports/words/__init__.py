"""The vocabulary of exports, as data: headers, statuses and cells in many languages.

Those of the languages that came first stand by file; each further family of languages has a file
of its own in ``languages``, with all that is said in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from orgdesign.imports.normalisation import fold_text
from orgdesign.resources import toml_beside


@cache
def word_lists(file: str, part: str) -> Mapping[str, list[str]]:
    """Return the lists of words in a part of a file, by what they say, in every language."""
    said = toml_beside(__file__, f"{file}.toml")[part]
    lists: dict[str, list[str]] = {says: [*words] for says, words in said.items()}
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
    return [toml_beside(str(file), file.name) for file in files]
