"""Where the headers of an export stand, and which of its sheets is the one to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from orgdesign.imports.column_content import WHATEVER_IS_THERE, Asked, TableChoice
from orgdesign.imports.files import sheets
from orgdesign.imports.normalisation import header_key
from orgdesign.imports.notes import Notes, Unreadable
from orgdesign.imports.vocabulary import is_confidential, meaning_of

LOOKED_AT = 200
_FIRST = 30
_FULL = 0.6
_LONGEST = 80


@dataclass(slots=True)
class HeadedTable:
    """A table with its headers, how many of them are known, and the rows that follow.

    ``sample`` are the first of those rows, which are among ``rows`` too.
    """

    label: str | None
    headers: list[str]
    rows: Iterator[list[str]]
    known: int
    sample: Sequence[Sequence[str]] = ()
    labels: tuple[str, ...] = ()
    first_line: int = 1
    """Where the headers stand, as spreadsheets count."""


def headed_table(
    data: bytes, name: str, notes: Notes, choice: TableChoice = WHATEVER_IS_THERE
) -> HeadedTable | None:
    """Return the table of an export, of a workbook the sheet with the most headers known.

    There is none in a workbook whose sheets are all hidden.

    Raises:
        Unreadable: it cannot be read, or should not be.
    """
    try:
        tables = [
            _headed(label, rows, choice.asked)
            for label, rows in sheets(data, notes, choice.sheet, choice.encoding)
        ]
    except Unreadable as failure:
        raise Unreadable(f"{name}: {failure}") from failure
    best = max(tables, key=lambda table: table.known, default=None)
    if best is not None:
        best.labels = tuple(table.label for table in tables if table.label is not None)
    return best


def _headed(label: str | None, rows: Iterable[list[str]], asked: Asked | None) -> HeadedTable:
    """Find the row of headers: the first that fills as many cells as the rows do."""
    left = iter(rows)
    raw = [*islice(left, LOOKED_AT)]
    first = [[" ".join(cell.split()) for cell in row] for row in raw[:_FIRST]]
    wanted = {header_key(header) for headers in (asked or {}).values() for header in headers}
    scores = [_known_headers(row, wanted) for row in first]
    filled = [len({cell for cell in row if cell}) for row in first]
    at = next((at for at, count in enumerate(filled) if count >= _FULL * max(filled)), 0)
    at = _upper_row(first, scores, at)
    headers, taken = _spanned(first, scores, at, wanted)
    after = raw[at + taken :]
    score = max(_known_headers(headers, wanted), scores[at] if scores else 0)
    return HeadedTable(label, headers, chain(after, left), score, after, first_line=at + taken)


def _upper_row(first: Sequence[Sequence[str]], scores: Sequence[int], at: int) -> int:
    """Step back to a row of headers that fills fewer cells, as each of them spans several."""
    if at and scores[at - 1] and scores[at] and _is_spanning(first[at - 1], first[at]):
        return at - 1
    return at


def _is_spanning(upper: Sequence[str], lower: Sequence[str]) -> bool:
    return 1 < len({cell for cell in upper if cell}) < len([cell for cell in lower if cell])


def _spanned(
    first: Sequence[list[str]], scores: Sequence[int], at: int, wanted: set[str]
) -> tuple[list[str], int]:
    """Return the headers and how many rows they take: a second may repeat or complete them."""
    headers = first[at] if first else []
    if at + 1 >= len(first):
        return headers, 1
    lower, score = first[at + 1], scores[at]
    joined = _joined(headers, lower)
    is_header = scores[at + 1] >= 2 and not any(cell.isdigit() for cell in lower)
    is_span = score < scores[at + 1] and _is_spanning(headers, lower)
    if is_header and _known_headers(joined, wanted) > max(score, scores[at + 1]) - (
        is_span or _repeats(lower) > 0
    ):
        return joined, 2
    if is_header and is_span:
        return lower, 2
    if scores[at + 1] >= max(2, score / 2 + 0.5):
        return _labelled(headers, lower, wanted) if is_header and score else headers, 2
    return headers, 1


def _labelled(headers: Sequence[str], lower: Sequence[str], wanted: set[str]) -> list[str]:
    """Return headers, in place of those that nobody knows the labels below them that somebody does.

    So SuccessFactors writes: ``CUSTOM01`` above, and ``FTE`` below.
    """
    labels = [*lower, *[""] * (len(headers) - len(lower))]
    return [
        label
        if not (meaning_of(header) or header_key(header) in wanted)
        and (meaning_of(label) or is_confidential(label))
        else header
        for header, label in zip(headers, labels, strict=False)
    ]


def _repeats(row: Sequence[str]) -> int:
    cells = [cell for cell in row if cell]
    return len(cells) - len({*cells})


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return two rows of headers as one: what stands above counts up to the next there."""
    over, joined = "", []
    for at in range(max(len(upper), len(lower))):
        above = upper[at] if at < len(upper) else ""
        over = above or over
        below = lower[at] if at < len(lower) else ""
        both = f"{over} {below}".strip()
        known = meaning_of(both) if below else None
        joined.append(both if known or not (meaning_of(below) or is_confidential(below)) else below)
    return joined


def _known_headers(row: Sequence[str], wanted: set[str]) -> int:
    return sum(
        1
        for cell in {*row}
        if cell and len(cell) < _LONGEST and (header_key(cell) in wanted or meaning_of(cell))
    )
