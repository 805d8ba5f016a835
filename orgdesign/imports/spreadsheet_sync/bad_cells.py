"""Why tables that people edited are not taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgdesign.imports.notes import Unreadable
from orgdesign.yamlfile import MAX_PROBLEMS

_PLACE = re.compile(r"(.*), ([A-Z]+)(\d+): ")


class BadCells(Unreadable):
    """Tables of which some cells cannot be taken: every problem, each with its place."""

    def __init__(self, problems: Sequence[str]) -> None:
        told = sorted(dict.fromkeys(problems), key=_order)
        more = (
            [f"{len(told) - MAX_PROBLEMS:,} more; mend these first"] if told[MAX_PROBLEMS:] else []
        )
        self.problems = (*told[:MAX_PROBLEMS], *more)
        super().__init__("\n".join(self.problems))


def _order(problem: str) -> tuple[str, int, int, str]:
    """Return what puts problems in the order in which people go through their sheets."""
    found = _PLACE.match(problem)
    return (found[1], int(found[3]), len(found[2]), found[2]) if found else ("", 0, 0, "")


class Wrong(Exception):  # noqa: N818 - it is said of a cell, and never leaves this room
    """That a cell cannot be taken, and what to do; who catches it knows the row.

    ``column`` is the one that it is about, where that is not the one that was looked at.
    """

    def __init__(self, why: str, column: str = "") -> None:
        self.column = column
        super().__init__(why)
