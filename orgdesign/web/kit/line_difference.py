"""Two texts side by side: which lines went, which came, and what differs within a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from orgdesign.value_objects import value_object
from orgdesign.workspace import LineStep, lines_of, steps_between
from orgdesign.yamlfile.editing import alike_at_ends

CONTEXT = 2
"""How many lines that stayed are shown around those that changed."""
MOST_SHOWN = 120
"""How many lines of a difference are shown."""

Kind = Literal["same", "gone", "come", "gap"]


@value_object
class Line:
    """A line of a difference: its number, and its text before, within and after what differs."""

    kind: Kind
    number: int = 0
    start: str = ""
    changed: str = ""
    end: str = ""


@value_object
class TextDifference:
    """How a text became another: the lines to show, and how many there are of each kind."""

    lines: tuple[Line, ...]
    gone: int = 0
    come: int = 0
    hidden: int = 0


def text_difference(old: str, new: str) -> TextDifference:
    """Return how a text became another, line by line."""
    before, after = lines_of(old), lines_of(new)
    steps = list(steps_between(before, after))
    gone = sum(a[1] - a[0] for a, _ in steps)
    come = sum(b[1] - b[0] for _, b in steps)
    shown: list[Line] = []
    for line in _lines(before, after, steps):
        shown.append(line)
        if len(shown) > MOST_SHOWN:
            break
    told = sum(line.kind in ("gone", "come") for line in shown[:MOST_SHOWN])
    return TextDifference(tuple(shown[:MOST_SHOWN]), gone, come, gone + come - told)


def changed_lines(old: str, new: str) -> tuple[int, int]:
    """Return the first and last line of a new text that the old one does not have."""
    before, after = lines_of(old), lines_of(new)
    start, end = alike_at_ends(before, after)
    return start + 1, max(len(after) - end, start + 1)


def _lines(
    before: Sequence[str], after: Sequence[str], steps: Sequence[LineStep]
) -> Iterator[Line]:
    shown = 0
    for (a, b), (c, d) in steps:
        yield from _same_lines(after, shown, c, is_first=not shown)
        yield from _changed(before[a:b], after[c:d], a + 1, c + 1)
        shown = d
    if steps:
        yield from _same_lines(after, shown, min(shown + CONTEXT, len(after)))


def _same_lines(
    after: Sequence[str], start: int, end: int, *, is_first: bool = False
) -> Iterator[Line]:
    """Yield the lines that stayed between two changes, the middle of a long stretch left out."""
    first = [] if is_first else list(range(start, min(start + CONTEXT, end)))
    last = [at for at in range(max(end - CONTEXT, start), end) if at not in first]
    for at in first:
        yield Line("same", at + 1, _line_text(after[at]))
    if last and last[0] > (first[-1] + 1 if first else start) and not is_first:
        yield Line("gap")
    for at in last:
        yield Line("same", at + 1, _line_text(after[at]))


def _changed(
    gone: Sequence[str], come: Sequence[str], old_number: int, new_number: int
) -> Iterator[Line]:
    pairs = dict(enumerate(zip(gone, come, strict=False))) if len(gone) == len(come) else {}
    for at, line in enumerate(gone):
        yield _marked("gone", old_number + at, line, pairs[at][1] if pairs else "")
    for at, line in enumerate(come):
        yield _marked("come", new_number + at, line, pairs[at][0] if pairs else "")


def _marked(kind: Kind, number: int, line: str, other: str) -> Line:
    """Return a line with what the other one does not have set apart, where they are alike."""
    said, told = _line_text(line), _line_text(other)
    start, end = alike_at_ends(said, told)
    if not told or start + end < len(said) / 3:
        return Line(kind, number, said)
    return Line(kind, number, said[:start], said[start : len(said) - end], said[len(said) - end :])


def _line_text(line: str) -> str:
    return line.rstrip("\r\n")
