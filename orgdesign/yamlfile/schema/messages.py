"""What the shape of a file says when something is wrong: where, what, and what to do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from orgdesign.model import join_words, shorten
from orgdesign.yamlfile.suggestions import plainly

NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:[,'\u2019_ .\u00a0\u202f][0-9]{3})+")
_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_NO_SPACE = re.compile(r"([^\s:]+):(\S.*)")
_PLAIN_ID = re.compile(r"[A-Za-z0-9_-]+")


class AtKey(str):
    """A message whose place is the key, not the value under it."""

    __slots__ = ()


class UnknownKey(AtKey):
    """That a mapping does not know a key; said once the key is at hand."""

    keys: tuple[str, ...] = ()

    def meant_key(self, key: str) -> str | None:
        """Return the key that may be meant."""
        return _nearest(key, self.keys)

    def message(self, key: str, value: Any) -> str:
        """Say it, and which key may be meant."""
        message = unknown_word(key, self.keys)
        if value is None and " " in key:
            message += "; if it belongs to the text before it, put that text in quotes"
        return message


def expected_message(what: str, value: Any) -> str:
    """Say that something else stands where ``what`` should, and how to mend it."""
    if value is None:
        return f"{what} is expected here; write it, or delete this"
    if isinstance(value, str):
        return f'{what} is expected here, not the text "{shorten(value)}"'
    if type(value) is dict:
        quotes = "if the colon belongs to a text, put the text in quotes"
        return f"{what} is expected here, not a mapping (key: value); {quotes}"
    hint = ""
    if len(value) == 1 and isinstance(value[0], str):
        hint = f"; write {shorten(value[0])} without the brackets or dash"
    return f"{what} is expected here, not a list{hint}"


def expected_mapping(value: Any, example: str) -> str:
    """Say that a mapping is expected, as in the example."""
    found = _NO_SPACE.match(value) if isinstance(value, str) else None
    if found:
        return f"put a space after the colon: {shorten(found[1], 30)}: {shorten(found[2], 30)}"
    what = "a list" if type(value) is list else f'the text "{shorten(str(value))}"'
    return f"a mapping is expected here, not {what}; write it like {example}"


def expected_list(value: Any) -> str:
    """Say that a list is expected, and write the one that may be meant."""
    if isinstance(value, str) and re.match(r"-\S", value):
        return "a list is expected here; put a space after each dash"
    if isinstance(value, str) and value and "," not in value:
        return f"a list is expected here; write [{shorten(value)}]"
    return f"{expected_message('a list', value)}; write it like [one, two]"


def wrong_id(value: str) -> str | None:
    """Say why a text cannot be an id, if it cannot."""
    if _PLAIN_ID.fullmatch(value):
        return None
    wrong = next((char for char in value if not _may_spell_id(char)), None)
    if wrong is None:
        return None if value else "this id is empty; write one"
    name = "a space" if wrong.isspace() else f'"{wrong}"'
    kept = "".join(char if _may_spell_id(char) else "-" for char in value)
    better = re.sub(r"-+", "-", kept).strip("-")
    hint = f"; write {shorten(better)}" if better else ""
    return f"an id is made of letters, digits, - and _, without {name}{hint}"


def _may_spell_id(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in "-_"
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def not_a_number(text: str) -> str:
    """Say that a text is no number, and write the one that may be meant."""
    told = f'"{shorten(text)}" is not a number here'
    if _GROUPED.fullmatch(text):
        return f"{told}; write it without separators: {re.sub('[^0-9+-]', '', text)}"
    if _COMMA.fullmatch(text):
        return f"{told}; write it with a point: {text.replace(',', '.')}"
    found = NUMBER.search(text)
    if found and found[0] != text:
        return f"{told}; write the digits alone, as in {shorten(found[0], 20)}"
    return f"{told}; write one, as in 120 or 9.5"


def unknown_word(value: str, options: tuple[str, ...]) -> str:
    """Say that a word is not one of the options, and which may be meant."""
    near = _nearest(value, options)
    told = f'"{shorten(value)}" is not known here'
    return f'{told}; did you mean "{near}"?' if near else f"{told}; write {one_of(options)}"


@lru_cache(4096)
def _nearest(word: str, options: tuple[str, ...]) -> str | None:
    near = get_close_matches(plainly(word)[:60].replace("-", "_"), options, 1, 0.6)
    near = near or get_close_matches(plainly(word)[:60], options, 1, 0.6)
    return near[0] if near else None


def one_of(words: Sequence[str]) -> str:
    """Return words to choose from as they are listed in a sentence."""
    return join_words(words, last="or")
