"""The alluvial plate on a page: bars, ribbons, a strand for every function, and labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from orgdesign.model import number_text
from orgdesign.plates.alluvial import ENDS, NEW, UNALIGNED, Alluvial, Course, Stop
from orgdesign.plates.alluvial_places import BAR, BESIDE, AlluvialPlaces
from orgdesign.plates.sheet_frame import SheetLook, colour_of, see_through
from orgdesign.render import style, text_width, wrap
from orgdesign.render.sheet import (
    Bar,
    Link,
    Mark,
    Ribbon,
    Sheet,
    SheetTable,
    SheetText,
    Strand,
    line_height,
)

SEAM, SEAMED = 0.4, 2.0
"""A seam parts a strand from the next where it is thicker than so many points."""


def alluvial_sheet(plate: Alluvial, look: SheetLook) -> Sheet:
    """Return the plate as a sheet."""
    frame = look.frame(_title(plate), _about(plate), _foot(plate))
    painter = _AlluvialPainter(plate, AlluvialPlaces(plate, frame))
    return Sheet(
        "alluvial",
        frame.title,
        frame.about,
        frame.width,
        frame.height,
        (*painter.marks(), *frame.marks()),
        _table(plate),
    )


def _title(plate: Alluvial) -> str:
    return "From who reports where to what they serve" if plate.design else _TODAY


_TODAY = "Who reports where, and what they serve"


def _about(plate: Alluvial) -> str:
    last = len(plate.columns) - 1
    total, unserved = plate.total(last), plate.amount(last, UNALIGNED)
    words = plate.unit.words(total)
    share = f"{number_text(round(unserved))} of {words} serve no customer outcome yet"
    parts = [plate.organisation.name, plate.design, share if unserved else f"all {words} aligned"]
    about = " · ".join(part for part in parts if part)
    known = plate.unit.coverage_note(plate.organisation)
    return f"{about} · {known.rstrip('.')}" if known else about


def _foot(plate: Alluvial) -> str:
    by = {"people": "people", "cost": "cost", "functions": "number of functions"}[plate.unit.by]
    return (
        f"Ribbons by {by}, in the colour of the outcome that is served; grey is not aligned. "
        "Each function is a strand of its ribbon."
    )


@dataclass(frozen=True)
class _AlluvialPainter:
    """Paints a plate at its places."""

    plate: Alluvial
    places: AlluvialPlaces

    def marks(self) -> Iterator[Mark]:
        """Yield everything inside the frame, what lies below first."""
        for column in range(len(self.plate.columns) - 1):
            yield from self._ribbons(column)
        for column, stops in enumerate(self.plate.columns):
            yield self._heading(column)
            for stop in stops:
                yield from self._stop(column, stop)
        for column in range(len(self.plate.columns) - 1):
            yield from self._strands(column)

    def _ribbons(self, column: int) -> Iterator[Mark]:
        """Yield one area for strands that lie together at both ends and look the same."""
        left, right = self.places.xs[column] + BAR, self.places.xs[column + 1]
        last: tuple[Ribbon, str] | None = None
        for number_, course in self._flowing(column):
            (top, bottom), (to_top, to_bottom) = (
                self.places.spans[column + n][number_] for n in range(2)
            )
            colour = see_through(_colour(course))
            if last and _joins(last[0], top, to_top, colour):
                ribbon = Ribbon(
                    left, last[0].top, bottom, right, last[0].right_top, to_bottom, colour
                )
            else:
                if last:
                    yield last[0]
                ribbon = Ribbon(left, top, bottom, right, to_top, to_bottom, colour)
            last = (ribbon, colour)
        if last:
            yield last[0]

    def _flowing(self, column: int) -> list[tuple[int, Course]]:
        there = [
            (n, course)
            for n, course in enumerate(self.plate.courses)
            if len(course.stops) > column + 1
        ]
        return sorted(there, key=lambda one: self.places.spans[column][one[0]])

    def _ends(self, column: int, course: int) -> list[tuple[float, float]]:
        """Return where a strand begins and ends from top to bottom, at the left and the right."""
        return [self.places.spans[column + side][course] for side in range(2)]

    def _strands(self, column: int) -> Iterator[Mark]:
        left, right = self.places.xs[column] + BAR, self.places.xs[column + 1]
        for number_, course in self._flowing(column):
            (top, bottom), (to_top, to_bottom) = (
                self.places.spans[column + n][number_] for n in range(2)
            )
            thick = max(bottom - top, to_bottom - to_top)
            middle, there = (top + bottom) / 2, (to_top + to_bottom) / 2
            colour = see_through(_colour(course), 0)
            link = Link("function", course.function, self._hint(course))
            yield Strand(left, middle, right, there, thick, colour, link)
            if thick > SEAMED:
                white = see_through(style.PAPER, 0x80)
                yield Strand(left, bottom, right, to_bottom, SEAM, white, None)

    def _hint(self, course: Course) -> str:
        names = [
            next(stop.label for stop in self.plate.columns[n] if stop.name == name)
            for n, name in enumerate(course.stops)
        ]
        return f"{course.label}: {self.plate.unit.words(course.amounts[-1])}. {' → '.join(names)}"

    def _stop(self, column: int, stop: Stop) -> Iterator[Mark]:
        y, slot, bar = self.places.slots[column][stop.name]
        link = _link(stop, self._facts(column, stop, inf, 7.0))
        yield Bar(
            self.places.xs[column], y + (slot - bar) / 2, BAR, max(bar, 1.0), _dark(stop), link
        )
        size, below, most = self.places.labels
        room = self.places.side - BESIDE
        lines = wrap(self._label_with_amount(column, stop, room), room, size, True, most)
        words = self._facts(column, stop, room, below) if below else ""
        high = len(lines) * line_height(size) + (line_height(below) if below else 0.0)
        top = y + (slot - high) / 2
        is_left = column == 0
        x = (
            self.places.xs[column] - BESIDE - room
            if is_left
            else self.places.xs[column] + BAR + BESIDE
        )
        align = "right" if is_left else "left"
        ground = ""
        if 0 < column < len(self.places.xs) - 1:
            ground = see_through(style.PAPER, 0xA0)
            widths = [text_width(line, size, bold=True) for line in lines]
            room = max(*widths, text_width(words, below or size)) + 6
        for n, line in enumerate(lines):
            at = top + n * line_height(size)
            yield self._label(x, at, room, line, size, _ink(stop), True, align, link, ground)
        if not below:
            return
        at = top + len(lines) * line_height(size)
        yield self._label(x, at, room, words, below, style.QUIET, False, align, None, ground)

    def _label_with_amount(self, column: int, stop: Stop, room: float) -> str:
        """Return a stop's label; with its amount, where nothing stands below and it has room."""
        size, below, _ = self.places.labels
        said = f"{stop.label} · {self.plate.unit.words(self.plate.amount(column, stop.name))}"
        has_room = not below and text_width(said, size, bold=True) <= room
        return said if has_room else stop.label

    def _label(
        self,
        x: float,
        y: float,
        room: float,
        line: str,
        size: float,
        colour: str,
        bold: bool,
        align: str,
        link: Link | None,
        ground: str,
    ) -> SheetText:
        return SheetText(x, y, room, line, size, colour, bold, align, link, ground)  # type: ignore[arg-type]

    def _facts(self, column: int, stop: Stop, room: float, size: float) -> str:
        """Return how much stands at a stop, as much of it as there is room for."""
        here = self.places.courses(column, stop.name)
        functions = len({course.function for course in here})
        facts = [f"{functions} function{'s' * (functions != 1)}"]
        if self.plate.unit.by != "functions":
            facts = [self.plate.unit.words(self.plate.amount(column, stop.name)), *facts]
        said = [", ".join(facts[:count]) for count in range(len(facts), 0, -1)]
        if column == len(self.plate.columns) - 1:
            origins = len({course.stops[column - 1] for course in here})
            said = [f"{said[0]} from {origins} branch{'es' * (origins != 1)}", *said]
        return next((one for one in said if text_width(one, size) <= room), said[-1])

    def _heading(self, column: int) -> SheetText:
        last = len(self.plate.columns) - 1
        words = {0: "REPORTS TO, TODAY" if last > 1 else "REPORTS TO", last: "SERVES"}
        said = words.get(column, self.plate.design.upper())
        room = self.places.side - BESIDE
        x = (
            self.places.xs[column] - BESIDE - room
            if column == 0
            else self.places.xs[column] + BAR + BESIDE
        )
        align = "right" if column == 0 else "left"
        line = wrap(said, room, 8, True, 1) or ("",)
        return self._label(
            x, self.places.frame.top, room, line[0], 8, style.QUIET, True, align, None, ""
        )


def _joins(ribbon: Ribbon, top: float, to_top: float, colour: str) -> bool:
    near = 0.01
    return (
        ribbon.colour == colour
        and abs(ribbon.bottom - top) < near
        and abs(ribbon.right_bottom - to_top) < near
    )


def _colour(course: Course) -> str:
    return colour_of(course.hue, course.aligned)


def _dark(stop: Stop) -> str:
    if stop.kind == "branch":
        return style.ROOT.strong
    return colour_of(stop.hue, stop.kind == "outcome")


def _ink(stop: Stop) -> str:
    if stop.kind == "branch":
        return style.INK
    if stop.name == UNALIGNED:
        return style.GAP.strong
    return style.QUIET if stop.name in (NEW, ENDS) else colour_of(stop.hue)


def _link(stop: Stop, facts: str) -> Link | None:
    if stop.name in (UNALIGNED, NEW, ENDS):
        return None
    return Link(
        "function" if stop.kind == "branch" else "outcome", stop.name, f"{stop.label}: {facts}"
    )


def _table(plate: Alluvial) -> SheetTable:
    """Return branches against outcomes, with their sums."""
    first, outcomes = plate.columns[-2], plate.columns[-1]
    column = len(plate.columns) - 2
    rows = []
    for stop in first:
        amounts = [_between(plate, column, stop.name, outcome.name) for outcome in outcomes]
        rows.append((stop.label, *map(_cell, amounts), _cell(plate.amount(column, stop.name))))
    sums = [plate.amount(column + 1, outcome.name) for outcome in outcomes]
    rows.append(("In all", *map(_cell, sums), _cell(plate.total(column))))
    by = plate.unit.by.capitalize()
    return SheetTable((by, *(outcome.label for outcome in outcomes), "In all"), tuple(rows))


def _between(plate: Alluvial, column: int, stop: str, outcome: str) -> float:
    return sum(
        course.amounts[column]
        for course in plate.courses
        if course.stops[column : column + 2] == (stop, outcome)
    )


def _cell(amount: float) -> str:
    return number_text(round(amount, 2)) if amount else ""
