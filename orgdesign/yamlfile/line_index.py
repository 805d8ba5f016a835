"""Where a character stands: its line and column, as editors count them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\n|\r")


class LineIndex:
    """The lines of a text, found when first asked for."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: array[int] | None = None

    def position_of(self, index: int) -> tuple[int, int]:
        """Return the line and column, both from 1, of the character at ``index``."""
        starts = self._line_starts()
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1

    def start_of(self, number: int) -> int:
        """Return where line ``number`` (from 1) starts in the text."""
        return self._line_starts()[number - 1]

    def line(self, number: int) -> str:
        """Return line ``number`` (from 1) without its break; nothing past the last."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self._text)
        return self._text[starts[number - 1] : end].rstrip("\r\n")

    def _line_starts(self) -> array[int]:
        if self._starts is None:
            breaks = (found.end() for found in _BREAK.finditer(self._text))
            self._starts = array("I", (0, *breaks))
        return self._starts
