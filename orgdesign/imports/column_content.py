"""What a column holds: it says more than what the column is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from orgdesign.imports.cells import clean_cell
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.person_keys import is_address, name_keys
from orgdesign.imports.vocabulary import LEVELS, is_confidential, meaning_of
from orgdesign.imports.words import folded_words
from orgdesign.value_objects import value_object

MANAGERS = frozenset({"manager", "manager_name", "manager_email", "manager_title", "manager_chain"})
"""The meanings of columns that say whom somebody reports to."""

_KEYS = ("person", "other_id", "login", "post", "email", "name")
_UNITS = frozenset({*LEVELS, "level", "unit_path", "unit_code", "unit_parent"} - {"company"})
_PATH = re.compile(r"\s*(?:[>»|\\]|\s/\s|\s-\s|->)\s*")
_FEWEST, _FEWEST_PEOPLE = 2, 3
_MOST_DIFFERENT = 0.9
_NEARLY_ALL = 0.8
_LONGEST_CODE = 12


@value_object
class ExportColumn:
    """One column that is read; ``is_sure`` tells whether its header is a known one."""

    at: int
    header: str
    meaning: str
    is_sure: bool = True


Asked = Mapping[str, Sequence[str]]
"""Headers by meaning, as a person gave them; none at all where nothing is to be read."""


@value_object
class TableChoice:
    """What a person chose of an export: its columns, the sheet of a workbook, the encoding."""

    asked: Asked | None = None
    sheet: str | None = None
    encoding: str | None = None


WHATEVER_IS_THERE = TableChoice()
"""Nothing chosen: the table is looked for."""


@value_object
class SampledTable:
    """A table whose columns are being told: headers, some rows, what was asked, what is known."""

    headers: Sequence[str]
    chosen: dict[int, ExportColumn]
    asked: Asked
    sample: Sequence[Sequence[str]]


def guessed_by_content(table: SampledTable) -> Iterator[ExportColumn]:
    """Yield a column that is not known and names other rows: it says whom each row reports to."""
    meanings = {column.meaning for column in table.chosen.values()}
    if (
        meanings & (MANAGERS | {"dotted", "unit_parent", "manager_last_name"})
        or "manager" in table.asked
    ):
        return
    known = [
        _keys(_cells(at, table.sample)) for at, c in table.chosen.items() if c.meaning in _KEYS
    ]
    free = {
        at: [*filter(None, _cells(at, table.sample))]
        for at, header in enumerate(table.headers)
        if at not in table.chosen and header.strip() and not is_confidential(header)
    }
    for at, cells in free.items():
        if any(_name_rows(cells, keys) for keys in known):
            yield ExportColumn(at, table.headers[at], "manager", is_sure=False)
            return
    if not known:
        yield from _unknown_pair(table.headers, free)


def _unknown_pair(
    headers: Sequence[str], free: Mapping[int, Sequence[str]]
) -> Iterator[ExportColumn]:
    """Yield two columns in a language that is not known, of which one names rows of the other."""
    for own, names in free.items():
        keys = _keys(names)
        if len(keys) < max(_FEWEST_PEOPLE, _MOST_DIFFERENT * len(names)):
            continue
        for at, cells in free.items():
            if at != own and len(cells) < len(names) and _name_rows(cells, keys):
                are_numbers = all(any(map(str.isdigit, name)) for name in names)
                meaning = "person" if are_numbers else "name"
                yield ExportColumn(own, headers[own], meaning, is_sure=False)
                yield ExportColumn(at, headers[at], "manager", is_sure=False)
                return


def guessed_paths(table: SampledTable) -> Iterator[ExportColumn]:
    """Yield a column of paths such as ``Acme / Sales / North``, where no column names units."""
    if {c.meaning for c in table.chosen.values()} & _UNITS or _UNITS & table.asked.keys():
        return
    for at, header in enumerate(table.headers):
        cells = [*filter(None, _cells(at, table.sample))]
        if at in table.chosen and table.chosen[at].meaning != "attribute":
            continue
        if header.strip() and not is_confidential(header) and _are_paths(cells):
            yield ExportColumn(at, header, "unit_path", is_sure=False)
            return


def _are_paths(cells: Sequence[str]) -> bool:
    """Return whether nearly all cells begin alike and go on apart, with a mark between."""
    parted = [_PATH.split(cell) for cell in cells]
    firsts = Counter(parts[0] for parts in parted)
    return (
        len({*cells}) > 1
        and sum(1 for parts in parted if len(parts) > 1) * 2 >= len(cells) > 1
        and firsts.most_common(1)[0][1] >= _NEARLY_ALL * len(cells)
    )


def holds_addresses(at: int, sample: Sequence[Sequence[str]]) -> bool:
    """Return whether a column holds e-mail addresses."""
    return any(is_address(cell) for cell in _cells(at, sample))


def lines_of_units(table: SampledTable) -> None:
    """Take a column of managers that names units of other rows for the unit above."""
    meanings = {column.meaning for column in table.chosen.values()}
    units = [c for c in table.chosen.values() if c.meaning in LEVELS and c.meaning != "company"]
    if "unit_parent" in meanings or not units:
        return
    known = {_key(cell) for unit in units for cell in _cells(unit.at, table.sample) if cell}
    people = {
        _key(cell)
        for column in table.chosen.values()
        if column.meaning in (*_KEYS, "last_name", "title")
        for cell in _cells(column.at, table.sample)
    }
    for column in [
        c for c in table.chosen.values() if c.meaning in MANAGERS and c.meaning not in table.asked
    ]:
        said = [_key(cell) for cell in _cells(column.at, table.sample) if cell]
        named = [cell for cell in said if cell in known and cell not in people]
        if len(said) >= _FEWEST and len(named) >= _NEARLY_ALL * len(said):
            table.chosen[column.at] = replace(column, meaning="unit_parent", is_sure=False)
            return


def prefer_texts(table: SampledTable) -> None:
    """Take a column of units that holds codes for the code, where another holds the names."""
    meanings = {column.meaning for column in table.chosen.values()}
    for column in [
        c for c in table.chosen.values() if c.meaning in LEVELS and c.meaning not in table.asked
    ]:
        if "unit_code" in meanings or not _hold_codes(_cells(column.at, table.sample)):
            continue
        for at, header in enumerate(table.headers):
            known = meaning_of(header) if at not in table.chosen else None
            if known and known.name == column.meaning and not _hold_codes(_cells(at, table.sample)):
                table.chosen[at] = ExportColumn(at, header, column.meaning)
                table.chosen[column.at] = replace(column, meaning="unit_code")
                return


def _hold_codes(cells: Sequence[str]) -> bool:
    """Return whether cells are codes: short, of one word, with a digit in each."""
    said = [cell for cell in cells if cell]
    return bool(said) and all(
        len(cell) <= _LONGEST_CODE and " " not in cell and any(map(str.isdigit, cell))
        for cell in said
    )


def _name_rows(cells: Sequence[str], keys: set[str]) -> bool:
    """Return whether nearly all of a few cells are keys of rows, and some stand more than once."""
    said = [cell for cell in cells if fold_text(cell) not in folded_words("top")]
    found = sum(1 for cell in said if _key(cell) in keys)
    is_own = len({*said}) > _MOST_DIFFERENT * len(said)
    return len(said) >= _FEWEST and not is_own and found >= _NEARLY_ALL * len(said)


def _keys(cells: Sequence[str]) -> set[str]:
    return {_key(cell) for cell in cells if cell}


def _key(cell: str) -> str:
    return name_keys(cell)[1]


def _cells(at: int, sample: Sequence[Sequence[str]]) -> list[str]:
    return [clean_cell(row[at]) for row in sample if at < len(row)]
