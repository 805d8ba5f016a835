"""Long lists in pages that a browser can show at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from orgdesign.value_objects import value_object

Thing = TypeVar("Thing")


@value_object
class ListPage(Generic[Thing]):
    """Some of many things: those of the page ``number``, from 1, of ``last``."""

    things: Sequence[Thing]
    number: int
    last: int
    first_of_all: int
    total: int

    @property
    def range_text(self) -> str:
        """Return which of how many are shown."""
        here = self.first_of_all + len(self.things)
        return f"{self.first_of_all + 1:,} to {here:,} of {self.total:,}"


def paginate(things: Sequence[Thing], asked: str | None, most: int) -> ListPage[Thing]:
    """Return the page that was ``asked`` for, as an address says it, with at most ``most``."""
    last = max(1, -(-len(things) // most))
    number = min(max(int(asked), 1), last) if asked and asked.isdecimal() else 1
    first = (number - 1) * most
    return ListPage(things[first : first + most], number, last, first, len(things))
