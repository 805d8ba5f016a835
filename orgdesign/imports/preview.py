"""The beginning of an export: what its columns are taken for, and a little of what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from orgdesign.imports.cells import clean_cell
from orgdesign.imports.column_content import WHATEVER_IS_THERE, Asked, ExportColumn, TableChoice
from orgdesign.imports.columns import ExportColumns, recognise_columns
from orgdesign.imports.files import is_word_document
from orgdesign.imports.header_row import headed_table
from orgdesign.imports.notes import Notes, Unreadable
from orgdesign.imports.vocabulary import LEVELS, is_confidential
from orgdesign.value_objects import value_object

SAMPLES = 3
_LOOKED_AT = 100

NAMES_OF_PEOPLE = frozenset(
    {"name", "first_name", "last_name", "manager_name", "manager_first_name", "manager_last_name"}
) | {"manager_chain", "unit_head", "login"}
ADDRESSES = frozenset({"email", "manager_email"})
_NUMBERS = frozenset({"person", "other_id", "post", "manager", "dotted"})
_NUMBER = re.compile(r"(?=.*\d)[\w.#/-]+")
_UNITS = frozenset({*LEVELS, "unit_path", "unit_parent"})


@value_object
class Preview:
    """What was seen of an export: its headers, what is read as what, and samples by column.

    ``sheet`` is the one that was looked at, of the ``sheets`` that can be seen, and ``encoding``
    the one that was named. Of what is confidential there are no samples.
    """

    headers: tuple[str, ...]
    columns: ExportColumns
    samples: Mapping[int, Sequence[str]]
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    encoding: str | None = None

    def taken_as(self, asked: Asked | None) -> Preview:
        """Return the same with the columns taken for something else.

        Raises:
            Unreadable: what was asked for is confidential.
        """
        return replace(self, columns=recognise_columns(self.headers, asked))


def preview(
    data: bytes, name: str, notes: Notes, choice: TableChoice = WHATEVER_IS_THERE
) -> Preview:
    """Return what the first rows of an export show, whether or not its headers are known.

    Raises:
        Unreadable: it cannot be read, has no headers, or what was asked for is confidential.
    """
    found = headed_table(data, name, notes, choice)
    if found is None or not any(found.headers):
        raise Unreadable(f"{name}: there are no rows in it; look whether it is the right file.")
    columns = recognise_columns(
        found.headers, choice.asked, found.sample, are_headings=is_word_document(data)
    )
    rows = found.sample[:_LOOKED_AT]
    open_to_all = (at for at, header in enumerate(found.headers) if not is_confidential(header))
    shown = {at: samples(_cells(rows, at)) for at in open_to_all}
    return Preview(tuple(found.headers), columns, shown, found.label, found.labels, choice.encoding)


def samples(texts: Iterable[str]) -> list[str]:
    """Return the first few different things that are said."""
    return [*islice(dict.fromkeys(filter(None, texts)), SAMPLES)]


def nameless(column: ExportColumn, texts: Sequence[str]) -> list[str]:
    """Return samples without the names of people, as far as they can be told; there may be none."""
    if column.meaning in NAMES_OF_PEOPLE | ADDRESSES:
        return []
    if column.meaning in _NUMBERS:
        return [text for text in texts if _NUMBER.fullmatch(text)]
    if column.meaning in _UNITS:
        return [text.partition(" (")[0] for text in texts]
    return [*texts]


def _cells(rows: Sequence[Sequence[str]], at: int) -> Iterable[str]:
    return (clean_cell(row[at]) for row in rows if at < len(row))
