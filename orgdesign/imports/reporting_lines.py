"""Who reports to whom: managers found by number, e-mail address, name or title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from orgdesign.imports.answers import NOBODY, Answers
from orgdesign.imports.cells import DOTTED_HEADING
from orgdesign.imports.normalisation import fold_text
from orgdesign.imports.notes import Notes, OpenPoint, count_text, rows_named, some, were
from orgdesign.imports.people_index import PeopleIndex
from orgdesign.imports.positions import Position
from orgdesign.imports.words import folded_words

_SEVERAL = re.compile(r"\s*[;|:\n；、&]\s*|\s+/\s+|\s+(?:and|und|et|y|e|en|i|и|ve)\s+")
_SLASH_OR_COMMA = re.compile(r"\s*[/,，]\s*")
_MOST_ASKED = 12
_HIGHEST_CLIMB = 30


@dataclass(slots=True)
class _LineNotes:
    """What was met while lines were drawn, by position."""

    missing: list[tuple[Position, str]] = field(default_factory=list)
    themselves: list[Position] = field(default_factory=list)
    climbed: list[Position] = field(default_factory=list)
    loose: list[Position] = field(default_factory=list)
    dotted_missing: list[Position] = field(default_factory=list)


class ReportingLines:
    """The index of those who are here, and of those who were, with the answers of people."""

    def __init__(
        self, positions: Sequence[Position], gone: Sequence[Position], answers: Answers
    ) -> None:
        self.index = PeopleIndex(positions)
        self._gone = PeopleIndex(gone)
        self._answers = answers
        self._met = _LineNotes()

    def draw(self, positions: Sequence[Position], notes: Notes) -> None:
        """Give each position the one above it and its level."""
        order = _best_first(positions, self)
        for position in positions:
            self._draw_one(position, order)
        _tell(notes, positions, self._met)
        _ask(notes, self._met.missing)
        _open_circles(positions, notes)
        _set_levels(positions)

    def _draw_one(self, position: Position, order: Sequence[str]) -> None:
        said = [
            (meaning, text)
            for meaning in order
            for known, text in position.managers
            if known == meaning and not is_nobody(text)
        ]
        if (told := self._answered_line(position)) is not None:
            said = [] if told == NOBODY else [("manager", told)]
        above: list[Position] = []
        for meaning, text in said:
            above = above or self.cell_meaning(meaning, text, position)
        if said and not above:
            position.is_unknown = all(
                self._answers.answer("manager", text) != NOBODY for _, text in said
            )
            if position.is_unknown:
                self._met.missing.append((position, said[0][1]))
        if above and above[0] is position:
            self._met.themselves.append(position)
        position.above = above[0] if above and above[0] is not position else None
        self._draw_dotted(position, above[1:])

    def _answered_line(self, position: Position) -> str | None:
        """Return whom somebody reports to as people answered; None where nobody did."""
        if not self._answers.all_of("line"):
            return None
        called = (
            *position.keys,
            *([position.post_key] if position.post_key else ()),
            *position.holders,
        )
        return next((t for key in called if (t := self._answers.answer("line", key))), None)

    def _draw_dotted(self, position: Position, further: Sequence[Position]) -> None:
        cells = position.row.get("dotted", "")
        found: list[Position] = [*further]
        for text in cells.split("\n") if cells else ():
            if is_nobody(text):
                continue
            meant = self._managers_in(text, position)
            found.extend(meant)
            if not meant:
                self._met.dotted_missing.append(position)
                if heading := position.row.get(DOTTED_HEADING):
                    position.row[f"section:{heading}"] = cells
        if found:
            others = dict.fromkeys(found)
            position.dotted_to = tuple(o for o in others if o not in (position, position.above))

    def cell_meaning(self, meaning: str, text: str, position: Position) -> list[Position]:
        """Return whom a cell names, the line first: of several managers the others are dotted."""
        if meaning == "manager_chain":
            return self._lowest(text, position)
        return self._managers_in(text, position)

    def _managers_in(self, text: str, position: Position) -> list[Position]:
        if whole := self.manager_named(text, position):
            return [whole]
        for pattern in (_SEVERAL, _SLASH_OR_COMMA):
            parts = [part for part in pattern.split(text) if part]
            found = [manager for part in parts if (manager := self.manager_named(part, position))]
            if len(parts) > 1 and found:
                if len(found) < len(parts):
                    self._met.dotted_missing.append(position)
                return found
        if loose := self.index.loosely(text, position):
            self._met.loose.append(position)
            return [loose]
        return []

    def _lowest(self, text: str, position: Position) -> list[Position]:
        """Return of a column a level the lowest who is not the person."""
        cells = [cell for cell in reversed(text.split("\n")) if cell and not is_nobody(cell)]
        others = (
            f for cell in cells if (f := self.manager_named(cell, position)) and f is not position
        )
        return [*islice(others, 1)]

    def manager_named(self, text: str, position: Position) -> Position | None:
        """Return whom a text names; whoever has left is passed over for their own manager."""
        answered = self._answers.answer("manager", text)
        if answered == NOBODY:
            return None
        said = answered or text
        if found := self.index.find(said, position):
            return found
        return self._climb(said, position)

    def _climb(self, text: str, position: Position) -> Position | None:
        for _ in range(_HIGHEST_CLIMB):
            left = self._gone.candidates(text)
            if not left:
                return None
            text = next((t for _, t in left[0].managers if not is_nobody(t)), "")
            if not text:
                return None
            if found := self.index.find(text, position):
                self._met.climbed.append(position)
                return found
        return None


@cache
def is_nobody(text: str) -> bool:
    """Return whether a cell says that somebody is at the top."""
    return fold_text(text) in folded_words("top")


def _best_first(positions: Sequence[Position], lines: ReportingLines) -> list[str]:
    """Return the columns that name managers, that in which most are found first.

    A column in which few are found counts its people in another way, and is left out.
    """
    found: Counter[str] = Counter()
    given: Counter[str] = Counter()
    met, lines._met = lines._met, _LineNotes()  # noqa: SLF001 - what is only tried is not told
    columns = {meaning for position in positions for meaning, _ in position.managers}
    for position in positions if len(columns) > 1 else ():
        for meaning, text in position.managers:
            if not is_nobody(text):
                given[meaning] += 1
                found[meaning] += bool(lines.cell_meaning(meaning, text, position))
    lines._met = met  # noqa: SLF001
    if len(columns) < 2:
        return [*columns]
    best = sorted(given, key=lambda meaning: -found[meaning])
    return [each for at, each in enumerate(best) if not at or 2 * found[each] >= given[each]]


def _tell(notes: Notes, positions: Sequence[Position], met: _LineNotes) -> None:
    if not all(p.is_group for p in positions) and not any(p.managers for p in positions):
        notes.say("Nothing in the export says who reports to whom.")
    if met.missing:
        lines = rows_named(position.line for position, _ in met.missing)
        name = "names" if len(met.missing) == 1 else "name"
        notes.say(
            f"{count_text(len(met.missing), 'person or post', 'people or posts')} {name} a manager"
            f" who is not found ({lines}); they report to nobody yet, and move no unit."
        )
    if met.loose:
        notes.say(
            f"{count_text(len(met.loose), 'manager')} {were(len(met.loose))} told by a part of the"
            f" name that one person has, or by a name that differs by a letter"
            f" ({rows_named(position.line for position in met.loose)})."
        )
    if met.climbed:
        count = count_text(len(met.climbed), "person", "people")
        whose = "reports" if len(met.climbed) == 1 else "report"
        notes.say(
            f"{count} whose manager has left {whose} to that manager's manager"
            f" ({rows_named(position.line for position in met.climbed)})."
        )
    notes.count(
        len(met.themselves),
        "1 person reports to themselves; they were placed at the top.",
        "{n} people report to themselves; they were placed at the top.",
    )
    if met.dotted_missing:
        lost = len(met.dotted_missing)
        notes.say(
            f"{count_text(lost, 'dotted line')} {'leads' if lost == 1 else 'lead'} to nobody who is"
            f" found, and {were(lost)} {'kept as text' if _is_kept(met) else 'left out'}"
            f" ({rows_named(position.line for position in met.dotted_missing)})."
        )


def _is_kept(met: _LineNotes) -> bool:
    return all(DOTTED_HEADING in position.row for position in met.dotted_missing)


def _ask(notes: Notes, missing: Sequence[tuple[Position, str]]) -> None:
    by_text: dict[str, list[int]] = {}
    for position, text in missing:
        by_text.setdefault(text, []).append(position.line)
    for text, lines in [*by_text.items()][:_MOST_ASKED]:
        notes.ask(OpenPoint("manager", text, rows_named(lines), (NOBODY,), NOBODY))


def _open_circles(positions: Sequence[Position], notes: Notes) -> None:
    opened: list[str] = []
    walked: dict[Position, int] = {}
    for start, position in enumerate(positions):
        at: Position | None = position
        while at is not None and at not in walked:
            walked[at] = start
            at = at.above
        if at is not None and walked[at] == start:
            at.above = None
            opened.append(at.title or "someone without a title")
    if opened:
        one = (
            "The reporting lines go in a circle"
            if len(opened) == 1
            else "Reporting lines go in circles"
        )
        notes.say(f"{one}; opened at the top: {some(opened)}.")


def _set_levels(positions: Sequence[Position]) -> None:
    levels: dict[Position, int] = {}
    for position in positions:
        line, at = [], position
        while at not in levels and at.above is not None:
            line.append(at)
            at = at.above
        level = levels.setdefault(at, 0)
        for below in reversed(line):
            level += 1
            levels[below] = level
    for position in positions:
        position.level = levels[position]


def managers_above(position: Position) -> Iterator[Position]:
    """Yield those above a position, the nearest first."""
    at = position.above
    while at is not None:
        yield at
        at = at.above


def sizes_below(positions: Iterable[Position]) -> Mapping[Position, int]:
    """Return how many positions are below each, however deep."""
    sizes: Counter[Position] = Counter()
    for position in sorted(positions, key=lambda p: -p.level):
        if position.above is not None:
            sizes[position.above] += sizes[position] + 1
    return sizes
