"""What role documents say between the words of the file, in each language: a file of each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files

LANGUAGES = ("en", "de", "fr", "es", "ja")


def _phrases(language: str) -> dict[str, str]:
    text = files(__package__).joinpath("phrases", f"{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _by_phrase() -> Mapping[str, tuple[str, ...]]:
    spoken = [_phrases(language) for language in LANGUAGES]
    return {key: tuple(phrases[key] for phrases in spoken) for key in spoken[0]}


PHRASES = _by_phrase()
"""Each heading and phrase in the languages above, in their order."""
