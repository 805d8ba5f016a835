"""The ways in which lists name a person: number, address, name in any order and with suffixes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from orgdesign.imports.cells import ExportRow, full_name, is_number
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes, count_text
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


_ROUNDED = re.compile(r"\d(?:[.,]\d+)?e\+?\d+|#{2,}", re.IGNORECASE)
_NUMBERED = ("person", "other_id", "post", "manager", "unit_code")


def with_sound_numbers(rows: Sequence[ExportRow], notes: Notes) -> Sequence[ExportRow]:
    """Take out of rows the numbers that no longer say whom they mean, and tell so."""
    rounded = [(row, m) for row in rows for m in _NUMBERED if _ROUNDED.fullmatch(row.get(m, ""))]
    for row, meaning in rounded:
        del row[meaning]
    if rounded:
        cells = count_text(len(rounded), "cell")
        notes.say(
            f"Numbers in {cells} were rounded by a spreadsheet (1.00E+05), so that they no longer"
            " say whom they mean, and they were not read: export again with those columns as text."
        )
    _part_namesakes_of_numbers(rows, notes)
    return rows


def _part_namesakes_of_numbers(rows: Sequence[ExportRow], notes: Notes) -> None:
    """Take a number away from people who share it and no word of their names: it is nobody's."""
    holders: dict[str, list[ExportRow]] = {}
    for row in rows:
        if is_number(row.get("person")) and full_name(row):
            holders.setdefault(row["person"].casefold(), []).append(row)
    shared = [held for held in holders.values() if len(held) > 1 and _are_several_people(held)]
    for row in (row for held in shared for row in held):
        del row["person"]
    notes.count(
        len(shared),
        "1 number stands for several people; it was not read, and each of them counts.",
        "{n} numbers stand for several people each; they were not read, and everyone counts.",
    )


def _are_several_people(rows: Sequence[ExportRow]) -> bool:
    """Return whether two of the rows have no word of a name in common, as a typing error leaves."""
    names = [{*name_keys(full_name(row))[2].split()} for row in rows]
    return any(names[0].isdisjoint(name) for name in names[1:])
