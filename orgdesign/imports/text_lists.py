"""Cells that list things: bullets, dashes, numbers and new lines to the things themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BULLETS = "•‣▪▫■□●○◦◾◽∙·⁃➢➤►▶✓✔❖※*"
_MARK = re.compile(
    rf"\s*(?:[{_BULLETS}]+|[-–—](?=\s)|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)](?=\s)|[①-⑳]|\d{{1,2}}[、．])\s*"
)
_INLINE = re.compile(rf"\s+[{_BULLETS.replace('*', '').replace('·', '')}]\s*|(?=[①-⑳])")
_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2})[.)]\s+")
_WEIGHT = re.compile(r"(.*?)[\s:：(\[–-]*\(?(\d{1,3}(?:[.,]\d{1,2})?)\s*[%％]\)?\.?\s*$", re.DOTALL)


def list_items(text: str) -> list[str]:
    r"""Return the things that a cell lists; one where it lists none, and nothing is lost.

    >>> list_items("• a\n• b, c"), list_items("1. a 2. b"), list_items("a; b")
    (['a', 'b, c'], ['a', 'b'], ['a', 'b'])
    """
    lines = [line for line in text.split("\n") if line.strip()]
    marked = [_MARK.match(line) for line in lines]
    items: list[str] = []
    for line, mark in zip(lines, marked, strict=True):
        within = _within(line)
        if len(within) > 1:
            items.extend(within)
        elif mark and mark.end() < len(line):
            items.append(line[mark.end() :])
        elif (items and any(marked)) or (items and _goes_on(items[-1], line)):
            items[-1] += f" {line.strip()}"
        else:
            items.append(line)
    if len(items) == 1 and len(lines) == 1 and not any(marked):
        return _parted(items[0])
    return [item.strip() for item in items if item.strip()]


def _goes_on(before: str, line: str) -> bool:
    """Return whether a line is the rest of a sentence that was wrapped."""
    return line[:1].islower() and not before.endswith((".", ";", "!", "?", "。"))


def _within(line: str) -> list[str]:
    """Return what one line lists in itself: bullets between, or numbers that count up."""
    parts = [part for part in _INLINE.split(line) if part.strip(f" {_BULLETS}")]
    if len(parts) > 1:
        return [_MARK.sub("", part, count=1) for part in parts]
    starts = [*_NUMBERED.finditer(line)]
    if [int(found[1]) for found in starts] == [*range(1, len(starts) + 1)] and len(starts) > 1:
        ends = [found.start() for found in starts[1:]] + [len(line)]
        first = line[: starts[0].start()].strip()
        return [
            *([first] if first else []),
            *(line[f.end() : e].strip() for f, e in zip(starts, ends, strict=True)),
        ]
    return [line]


def _parted(text: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"[;；]\s*", text) if part.strip()]
    return parts or [text]


def names_listed(text: str) -> list[str]:
    r"""Return the short names that a cell lists: measures, skills.

    >>> names_listed("Falls with injury; Days to answer"), names_listed("• a\n• b")
    (['Falls with injury', 'Days to answer'], ['a', 'b'])
    """
    return [name for item in list_items(text) for name in _parted(item)]


def weights_listed(text: str) -> Iterable[tuple[str, float | None]]:
    """Yield what a cell lists, each with its weight in per cent where it says one.

    >>> [*weights_listed("Answers 60%; Surplus (40 %)")], [*weights_listed("Sales")]
    ([('Answers', 60.0), ('Surplus', 40.0)], [('Sales', None)])
    """
    for name in names_listed(text):
        found = _WEIGHT.fullmatch(name)
        if found and found[1].strip():
            yield found[1].strip(), float(found[2].replace(",", "."))
        else:
            yield name, None
