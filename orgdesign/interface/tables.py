"""Findings and differences as rows: sequences for a program, tables in a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import ClassVar, Generic, Literal, TypeVar, overload

from orgdesign.value_objects import value_object

Severity = Literal["error", "warning", "hint"]


@value_object
class FindingRow:
    """What a rule found: where it stands in the file, and what mends it."""

    rule: str
    severity: str
    message: str
    remedy: str
    line: int
    column: int


@value_object
class DifferenceRow:
    """One difference as a sentence: of which kind of part it is, and the ids that it names."""

    kind: str
    part: str
    sentence: str
    ids: tuple[str, ...]


T = TypeVar("T", FindingRow, DifferenceRow)


@value_object
class _Table(Sequence[T], Generic[T]):
    """Rows in the order of the file."""

    rows: tuple[T, ...] = ()
    columns: ClassVar[tuple[str, ...]] = ()

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self.rows[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self.rows)

    def _repr_html_(self) -> str:
        heading = "".join(f"<th>{escape(name.capitalize())}</th>" for name in self.columns)
        body = "".join(f"<tr>{self._cells(row)}</tr>" for row in self.rows)
        return f"<table><thead><tr>{heading}</tr></thead><tbody>{body}</tbody></table>"

    def _cells(self, row: T) -> str:
        return "".join(f"<td>{escape(str(getattr(row, name)))}</td>" for name in self.columns)


class FindingTable(_Table[FindingRow]):
    """What the diagnosis finds in a file, by line."""

    columns = ("severity", "line", "message", "remedy", "rule")


class DifferenceTable(_Table[DifferenceRow]):
    """What differs between two organisations, in sentences."""

    columns = ("kind", "part", "sentence")
