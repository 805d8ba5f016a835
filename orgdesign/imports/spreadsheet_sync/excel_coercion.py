"""What spreadsheets make of texts that they take for something else, and of letters they lack."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from orgdesign.imports.spreadsheet_sync.cell_numbers import is_number, numbers

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen sty",
            "feb fév fev lut",
            "mar mär mrz",
            "apr avr abr kwi",
            "may mai mei mag maj",
            "jun juin giu cze",
            "jul juil lug lip",
            "aug aoû ago sie",
            "sep set wrz",
            "oct okt ott out paź",
            "nov lis",
            "dec dez déc dic gru",
        ),
        start=1,
    )
    for name in names.split()
}
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_BETWEEN = re.compile(r"[\s./,-]*")
_SHOWN = re.compile(r"\d{4}-\d\d-\d\d(?: .*)?|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}")
_FLAGS = {"true", "false"}
_LONGEST_DATE = 30
_CODE_PAGES = ("cp1252", "latin-1", "cp1250", "mac_roman")


def is_remade(said: str, cell: str) -> bool:
    """Tell whether a cell is what a spreadsheet makes of a text: 7 of 007, a date of 1-2."""
    if said.casefold() in _FLAGS:
        return said.casefold() == cell.casefold()
    return _is_same_number(said, cell) or _is_same_date(said, cell) or _is_impoverished(said, cell)


def may_be_remade(said: str) -> bool:
    """Tell whether a spreadsheet may take a text for a number, a date, or true or false."""
    return said.casefold() in _FLAGS or bool(numbers(said)) or bool(_date(said))


def _is_same_number(said: str, cell: str) -> bool:
    percent = said.endswith("%") and not cell.endswith("%")
    for each in numbers(said[:-1] if percent else said):
        if is_number(each / 100 if percent else each, cell):
            return True
    return False


def _is_same_date(said: str, cell: str) -> bool:
    """Tell whether a cell shows a date that has all that a text says, or the other way round."""
    one, other = _date(said), _date(cell)
    if not one or not other or not _is_shown(cell):
        return False
    return not (one - other) or not (other - one)


def _is_shown(cell: str) -> bool:
    return bool(_SHOWN.fullmatch(cell)) or any(char.isalpha() for char in cell)


def _date(text: str) -> Counter[int]:
    """Return the day, month and year in a text, as far as they are there; nothing in others."""
    text = re.sub(r"[ T]\d\d:\d\d(:\d\d)?$", "", text)
    if len(text) > _LONGEST_DATE or _BETWEEN.fullmatch(_PIECE.sub("", text)) is None:
        return Counter()
    pieces = [_number(piece) for piece in _PIECE.findall(text)]
    if not 2 <= len(pieces) <= 3 or not all(pieces):
        return Counter()
    return Counter(piece % 100 for piece in pieces if piece)


def _number(piece: str) -> int | None:
    if piece.isascii() and piece.isdigit():
        return int(piece) if len(piece) <= 4 else None
    word = piece.casefold()
    return next((_MONTHS[word[:n]] for n in (4, 3) if len(word) < 12 and word[:n] in _MONTHS), None)


def _is_impoverished(said: str, cell: str) -> bool:
    """Tell whether a cell is a text without the letters that its encoding does not have."""
    if said.isascii() or len(said) > 2 * len(cell):
        return False
    lost = [_in_code_page(said, page) for page in _CODE_PAGES]
    return any(_run(cell) == _run(each) for each in lost)


def _in_code_page(text: str, page: str) -> str:
    return "".join(_letter(char, page) for char in text)


def _letter(char: str, page: str) -> str:
    """Return what is written for a letter in an encoding: itself, its base, or a question mark."""
    for each in (char, unicodedata.normalize("NFKD", char)[0]):
        if each.encode(page, "ignore"):
            return each
    return "?"


def _run(text: str) -> str:
    return re.sub(r"\?+", "?", text)
