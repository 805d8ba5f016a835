"""What is wrong with a file, as values; and the one family of failures that users see."""

from __future__ import annotations

from dataclasses import dataclass


class OrgdesignError(Exception):
    """A failure whose message is a whole sentence for the user: what, and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a file, where it stands; lines and columns count from 1."""

    line: int
    column: int
    message: str
    text: str = ""

    def format(self, name: str) -> str:
        """Return the problem as one line that editors and people can follow to its place."""
        return f"{name}:{self.line}:{self.column}: {self.message}"
