"""The poster of the argument: after, with what to mend first, and today beside it in one scale."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from orgdesign.charts import Chart
from orgdesign.diagnosis import Share
from orgdesign.plates.argument import Argument, CallOut, box_numbers, names
from orgdesign.plates.fit import Fit, shared_fit
from orgdesign.plates.sheet_frame import Frame, SheetLook
from orgdesign.plates.sketch import Sketch, flag_at, flag_width
from orgdesign.render import style, text_width, wrap
from orgdesign.render.sheet import Bar, Mark, Sheet, SheetTable, SheetText, line_height, text_lines

LEAST, MOST = 0.2, 0.5
"""How much of the width today has at least and at most: as much as its boxes are of all."""
NARROWER = (1.0, 0.85, 0.7)
"""How much less it may have, as the boxes of outcomes are larger."""
APART, HEADING, BETWEEN = 24.0, 9.0, 18.0
"""Between the charts; the type above them; between call-outs."""
NUMBER = 26.0
"""The room of a call-out's number."""
TYPE = ((12.0, 10.0), (10.5, 9.0), (9.0, 8.0), (8.0, 7.0), (7.0, 7.0))
"""Type of what is found and of what is said of it, the first of which leaves room for charts."""
MOST_SAID = 0.36
"""Of the height of the room, call-outs take no more than this where smaller type helps."""
LEAVES_CHARTS, FEWER_LINES = 0.7, (None, 9, 5, 3, 1)
"""At most so much of the height is call-outs, whatever they say: then they have fewer lines."""
NEAR = 5
"""Places of flags that touch their box; those of several numbers stand at no other."""
Area = tuple[float, float, float, float]
NO_THINGS = "The diagnosis finds nothing to mend."


@dataclass(frozen=True)
class ArgumentPlaces:
    """Where everything of the poster stands within its frame."""

    argument: Argument
    frame: Frame

    @property
    def _width(self) -> float:
        return self.frame.right - self.frame.left_edge

    @cached_property
    def call_outs(self) -> list[list[SheetText]]:
        """The lines of each call-out from its own top, in the largest type with room for charts.

        Sentences that leave no room in the smallest type, as a name of a thousand letters does,
        end after fewer lines.
        """
        whole = self.frame.bottom - self.frame.top
        ways = (
            *((sizes, None, MOST_SAID) for sizes in TYPE),
            *((TYPE[-1], most, LEAVES_CHARTS) for most in FEWER_LINES),
        )
        columns: list[list[SheetText]] = []
        for (large, small), most, share in ways:
            columns = [self._lines(one, large, small, most) for one in self.argument.call_outs]
            if self._high(columns) <= share * whole:
                break
        return columns

    @staticmethod
    def _high(columns: Sequence[Sequence[SheetText]]) -> float:
        lowest = [lines[-1].y + lines[-1].height for lines in columns]
        return max(lowest, default=line_height(TYPE[0][1]))

    @property
    def column(self) -> float:
        """How wide a call-out is, without the room beside it."""
        count = max(1, len(self.argument.call_outs))
        return (self._width - BETWEEN * (count - 1)) / count

    @property
    def foot(self) -> float:
        """Where the call-outs begin."""
        return self.frame.bottom - self._high(self.call_outs)

    def _lines(
        self, call_out: CallOut, large: float, small: float, most: int | None
    ) -> list[SheetText]:
        thing, room = call_out.thing, self.column - NUMBER
        lines: list[SheetText] = []
        said = (
            (call_out.message, large, style.INK, True),
            (thing.why, small, style.QUIET, False),
            (call_out.remedy, small, style.INK, False),
            (thing.gain_sentence, small, style.QUIET, True),
        )
        for text, size, colour, bold in said:
            top = lines[-1].y + lines[-1].height + 2 if lines else 0.0
            first = SheetText(NUMBER, top, room, "", size, colour, bold)
            lines += text_lines(wrap(text, room, size, bold, most), first)
        return lines

    @cached_property
    def sketches(self) -> tuple[Sketch, Sketch]:
        """Today and the chart hung from the outcome, boxes as large in one as in the other."""
        charts = self.argument.before, self.argument.after
        left, top = self.frame.left_edge, self.frame.top + line_height(HEADING) + 8
        high, room = self.foot - top - 16, self._width - APART
        today, both = len(charts[0].boxes), sum(len(chart.boxes) for chart in charts)
        shares = (min(max(part * today / both, LEAST), MOST) for part in NARROWER)
        rooms = [((room * share, high), (room * (1 - share), high)) for share in shares]
        fits = shared_fit(charts, rooms)
        wide = fits[0].drawing.width * fits[0].scale
        first = self._sketch(charts[0], (left, top, wide, high), fits[0], ())
        begins = left + wide + APART
        rest = self.frame.right - begins
        return first, self._sketch(charts[1], (begins, top, rest, high), fits[1], self._gaps)

    @property
    def _gaps(self) -> set[str]:
        functions = self.argument.then.functions.values()
        return {function.id for function in functions if function.alignment.outcome is None}

    def _sketch(self, chart: Chart, area: Area, fit: Fit, gaps: Collection[str]) -> Sketch:
        marked = {box for box, _ in box_numbers(chart, self.argument.call_outs)}
        return Sketch(chart, area, marked, gaps, fit)

    def marks(self) -> Iterator[Mark]:
        """Yield both charts with their flags, and the call-outs below."""
        said = (self._heading("Today", "who reports to whom", 0), self._heading(*self._then, 1))
        for sketch, (heading, about) in zip(self.sketches, said, strict=True):
            yield from sketch.marks()
            yield from chain.from_iterable(self.flags(sketch))
            yield from self._above(sketch, heading, about)
        yield from self._called_out()

    @property
    def _then(self) -> tuple[str, str]:
        return self.argument.design or "The same", "hung from what the customer gets"

    def _heading(self, name: str, about: str, number: int) -> tuple[str, str]:
        return f"{name}: {about}", share_words(self.argument.shares[number])

    def _above(self, sketch: Sketch, heading: str, about: str) -> Iterator[SheetText]:
        left, _, _, _ = sketch.area
        is_last = sketch is self.sketches[1]
        end = self.frame.right if is_last else self.sketches[1].area[0] - APART / 2
        name = heading.partition(":")[0]
        tried = (f"{heading} · {about}", f"{name} · {about}", about, heading, name)
        fitting = (one for one in tried if text_width(one, HEADING, True) <= end - left)
        (words,) = wrap(next(fitting, name), end - left, HEADING, True, 1)
        yield SheetText(left, self.frame.top, end - left, words, HEADING, style.QUIET, True)

    def flags(self, sketch: Sketch) -> Iterator[tuple[Bar, SheetText]]:
        """Yield the numbers of what a chart's boxes are about, beside each other.

        Each number stands once at least; where boxes are small and close, not on each of them.
        """
        taken = [_area(mark) for mark in sketch.marks() if isinstance(mark, SheetText)]
        seen: set[int] = set()
        for box, numbers in box_numbers(sketch.chart, self.argument.call_outs):
            for row in (numbers, *([number] for number in numbers)):
                needs = [number for number in row if number not in seen]
                flags = _free_row(
                    sketch, box, row, taken, needed=bool(needs) and row is not numbers
                )
                taken += [_area(flag) for flag, _ in flags]
                yield from flags
                if flags:
                    seen.update(row)
                if flags and row is numbers:
                    break

    def _called_out(self) -> Iterator[Mark]:
        left, top = self.frame.left_edge, self.foot
        if not self.argument.call_outs:
            yield SheetText(left, top, self._width, NO_THINGS, TYPE[0][1], style.QUIET)
        for number, lines in enumerate(self.call_outs):
            x = left + number * (self.column + BETWEEN)
            size = lines[0].size
            high = line_height(size) + 2
            yield Bar(x, top - 1, 18.0, high, style.INK)
            said = str(self.argument.call_outs[number].number)
            yield SheetText(x, top, 18.0, said, size, style.PAPER, True, "centre")
            for line in lines:
                yield SheetText(
                    x + line.x, top + line.y, line.width, line.text, line.size, line.colour,
                    line.bold,
                )  # fmt: skip


def _free_row(
    sketch: Sketch, box: str, numbers: Sequence[int], taken: Sequence[Area], *, needed: bool
) -> list[tuple[Bar, SheetText]]:
    """Return flags with numbers at the first free place about a box; at the first if needed."""
    room = sum(map(flag_width, numbers)) + len(numbers) - 1
    places = islice(sketch.flag_places(box, room), NEAR if len(numbers) > 1 else None)
    rows = [_row(numbers, *place) for place in places]
    free = next((row for row in rows if _is_free(row, taken)), [])
    return free or (rows[0] if needed else [])


def _row(numbers: Sequence[int], x: float, y: float) -> list[tuple[Bar, SheetText]]:
    """Return flags with numbers in a row, the first one's corner at a point."""
    flags = []
    for number in numbers:
        flags.append(flag_at(x, y, number))
        x += flag_width(number) + 1
    return flags


def _area(mark: SheetText | Bar) -> Area:
    """Return where a mark is seen: left, top, right and bottom."""
    if isinstance(mark, Bar):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    middle, half = mark.y + mark.height / 2, mark.size / 2
    wide = min(mark.width, text_width(mark.text, mark.size, mark.bold))
    return mark.x, middle - half, mark.x + wide, middle + half


def _is_free(flags: Sequence[tuple[Bar, SheetText]], taken: Sequence[Area]) -> bool:
    return not any(_meet(_area(flag), area) for flag, _ in flags for area in taken)


def _meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def share_words(share: Share) -> str:
    """Return how many functions serve an outcome, in words."""
    if share.percent is None:
        return "no functions"
    aligned = f"{share.aligned:,.0f} of {share.total:,.0f} functions"
    return f"{aligned} serve an outcome ({share.percent}%)"


def argument_sheet(argument: Argument, look: SheetLook) -> Sheet:
    """Return the poster on a page."""
    title = argument.then.outcome.statement
    shown = [argument.then.name, argument.design, _lead(argument)]
    about = " · ".join(filter(None, shown))
    frame = look.frame(title, about, _FOOT)
    marks = (*ArgumentPlaces(argument, frame).marks(), *frame.marks())
    return Sheet("poster", title, about, *look.size, marks, _table(argument))


_FOOT = (
    "Both charts have one scale. Boxes have the colour of the outcome they serve; those that serve "
    "none yet are red, with an edge; a bar stands for a name too long to read."
)


def _lead(argument: Argument) -> str:
    count = len(argument.call_outs)
    if not count:
        return NO_THINGS.removesuffix(".").lower()
    words = {1: "the one thing", 2: "the two things", 3: "the three things"}[count]
    return f"{words} to mend first"


def _table(argument: Argument) -> SheetTable:
    headings = ("Number", "What", "Why it hurts customers", "What to do", "What it would change")
    rows = tuple(
        (
            str(one.number),
            one.message,
            one.thing.why,
            one.remedy,
            one.thing.gain_sentence,
            names(one, argument.then),
        )
        for one in argument.call_outs
    )
    return SheetTable((*headings, "Functions"), rows)
