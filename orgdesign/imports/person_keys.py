"""The ways in which lists name a person: number, address, name in any order and with suffixes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.words import folded_words

_BRACKETED = re.compile(r"\s*[(\[（【]([^)\]）】]*)[)\]）】]\s*")
_BEHIND = re.compile(
    r"\s+-\s+(?:acting|interim|on leave|a\.?i\.?|kommissarisch|vacant)\b.*$|\s*[*†#]+$"
)
_DIRECTORY = re.compile(r"\s*cn=((?:\\.|[^,\\])+)", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_FLOAT = re.compile(r"(\d+)\.0+")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EASTERN_TITLES = re.compile(r"(?:さん|様|氏|先生|女士|님|씨)$")


def number_keys(text: str) -> Iterator[str]:
    """Yield the spellings under which a number is found, the one that is written first.

    >>> [*number_keys("1,001")], [*number_keys(" 0042.0 ")]
    (['1,001', '1001'], ['0042.0', '0042', '42'])
    """
    plain = fold_text(text).replace(" ", "")
    yield plain
    bare = plain.replace(",", "") if _THOUSANDS.fullmatch(plain) else plain
    if found := _FLOAT.fullmatch(bare):
        bare = found[1]
    if bare != plain:
        yield bare
    stripped = bare.lstrip("0")
    if stripped and stripped != bare:
        yield stripped


def spellings(text: str) -> Iterator[str]:
    """Yield what a cell says, and where it is ``Name (number)`` or a directory's name its parts."""
    yield text
    if found := _DIRECTORY.match(text):
        yield found[1].replace("\\", "")
        return
    inside = _BRACKETED.findall(text)
    if inside:
        yield from (part for part in inside if part)
        yield _BRACKETED.sub(" ", text).strip()
    if "<" in text and text.rstrip().endswith(">"):
        name, _, address = text.rstrip()[:-1].partition("<")
        yield from (address, name.strip())
    if "\\" in text:
        yield text.rpartition("\\")[2]
    before, dash, behind = text.partition(" - ")
    if dash:
        yield from (before, behind)


@cache
def name_keys(name: str) -> tuple[str, ...]:
    """Return the spellings under which a name is found, the nearest first.

    >>> name_keys("King, Steven")[1] == name_keys("steven  KING (Acting)")[1]
    True
    """
    plain = fold_text(_BRACKETED.sub(" ", name)) or fold_text(name)
    plain = _BEHIND.sub("", plain)
    last, comma, first = plain.partition(",")
    whole = f"{first} {last}" if comma else plain
    if _EASTERN.search(whole):
        whole = _EASTERN_TITLES.sub("", whole.replace(" ", "").replace("・", ""))
        return (whole, whole, whole, whole)
    words = [word for word in (w.strip(".,'") for w in whole.replace("-", " ").split()) if word]
    bare = [
        word for word in words if word.replace(".", "") not in folded_words("name_titles")
    ] or words
    full = [word for word in bare if len(word) > 1] or bare
    return (
        " ".join(words),
        " ".join(sorted(words)),
        " ".join(sorted(bare)),
        " ".join(sorted(full)),
    )


def is_address(text: str) -> bool:
    """Return whether a cell holds an e-mail address."""
    return "@" in text and " " not in text.strip()
