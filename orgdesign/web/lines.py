"""The lines of a text, and their ends, which forms and editors do not keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_END = re.compile(r"\r\n|\r")
_END_OF = re.compile(r"\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends, as editors count them."""
    return _LINES.findall(text)


def alike_at_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """Return how many items two sequences share at their start and, after those, at their end."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    least = most - start
    end = next((at for at in range(least) if before[-1 - at] != after[-1 - at]), least)
    return start, end


def with_ends_of(model: str, typed: str) -> str:
    """Return a text that was typed with the line ends of the text that it was typed over.

    Lines that stayed keep their own ends; new ones take the end that most lines have.
    """
    plain = _END.sub("\n", typed)
    if "\r" not in model:
        return plain
    before, after = lines_of(model), lines_of(plain)
    start, end = alike_at_ends([_END.sub("\n", line) for line in before], after)
    usual = Counter(_END_OF.findall(model)).most_common(1)[0][0]
    middle = [line.replace("\n", usual) for line in after[start : len(after) - end]]
    return "".join([*before[:start], *middle, *before[len(before) - end :]])
