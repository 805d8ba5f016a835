"""Where the headers of an export stand, and which of its sheets is the one to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from orgdesign.imports.columns import Asked
from orgdesign.imports.failures import Unreadable
from orgdesign.imports.notes import Notes
from orgdesign.imports.sheets import sheets
from orgdesign.imports.vocabulary import meaning_of, squeezed

_LOOKED_AT = 30
_FULL = 0.6


@dataclass(slots=True)
class Headed:
    """A table with its headers, how many of them are known, and the rows that follow."""

    label: str | None
    headers: list[str]
    rows: Iterator[list[str]]
    known: int
    labels: tuple[str, ...] = ()


def headed(
    data: bytes,
    name: str,
    notes: Notes,
    asked: Asked | None = None,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
) -> Headed | None:
    """Return the table of an export, of a workbook the sheet with the most headers known.

    There is none in a workbook whose sheets are all hidden.

    Raises:
        Unreadable: it cannot be read, or should not be.
    """
    try:
        found = [
            _headed(label, rows, asked) for label, rows in sheets(data, notes, sheet, encoding)
        ]
    except Unreadable as failure:
        raise Unreadable(f"{name}: {failure}") from failure
    best = max(found, key=lambda each: each.known, default=None)
    if best is not None:
        best.labels = tuple(each.label for each in found if each.label is not None)
    return best


def _headed(label: str | None, rows: Iterable[list[str]], asked: Asked | None) -> Headed:
    """Find the row of headers: the first that fills as many cells as the rows do."""
    left = iter(rows)
    first = [[cell.strip() for cell in row] for row in islice(left, _LOOKED_AT)]
    wanted = {squeezed(header) for headers in (asked or {}).values() for header in headers}
    scores = [_known(row, wanted) for row in first]
    filled = [sum(map(bool, row)) for row in first]
    at = next((at for at, count in enumerate(filled) if count >= _FULL * max(filled)), 0)
    headers = first[at] if first else []
    after = first[at + 1 :]
    if after and scores[at + 1] >= max(2, scores[at] / 2 + 0.5):
        after = after[1:]  # a second row of headers, as SuccessFactors writes
    return Headed(label, headers, chain(after, left), scores[at] if scores else 0)


def _known(row: Sequence[str], wanted: set[str]) -> int:
    return sum(
        1 for cell in row if len(cell) < 80 and (squeezed(cell) in wanted or meaning_of(cell))
    )
