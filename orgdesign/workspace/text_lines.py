"""The lines of a text, and their ends, which forms and editors do not keep."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from orgdesign.yamlfile.editing import alike_at_ends

MOST_COMPARED = 1_500
"""How many lines are compared one by one; of more, all are said to have gone and come."""

LineStep = tuple[tuple[int, int], tuple[int, int]]
"""The lines that went, and those that came in their place: each from a first to before a last."""

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_END = re.compile(r"\r\n|\r")
_END_OF = re.compile(r"\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends, as editors count them."""
    return _LINES.findall(text)


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


def steps_between(before: Sequence[str], after: Sequence[str]) -> Iterator[LineStep]:
    """Yield the steps by which some lines became others."""
    start, end = alike_at_ends(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if not old and not new:
        return
    if max(len(old), len(new)) > MOST_COMPARED:
        yield (start, start + len(old)), (start, start + len(new))
        return
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield (start + a, start + b), (start + c, start + d)


def merge_lines(base: str, mine: str, theirs: str, apart: int = 1) -> str | None:
    """Return a text with what two people changed in it; None where they changed the same lines.

    Lines next to each other count as the same, since they may well belong together, unless
    ``apart`` is 0.
    """
    old = lines_of(base)
    changes = {*_changes(old, lines_of(mine)), *_changes(old, lines_of(theirs))}
    result: list[str] = []
    here, free = 0, 0
    for start, end, new in sorted(changes):
        if start < free:
            return None
        result += [*old[here:start], *new]
        here, free = end, end + apart
    return "".join([*result, *old[here:]])


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for (start, end), (first, last) in steps_between(old, new):
        yield start, end, tuple(new[first:last])
