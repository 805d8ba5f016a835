"""The overview plate: the whole organisation on one page, every change numbered in the margin."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from orgdesign.charts import Box, Chart, before, changes
from orgdesign.designs.comparison import compare
from orgdesign.designs.replay import Structure
from orgdesign.model import Organisation
from orgdesign.plates.sheet_frame import Frame, SheetLook
from orgdesign.plates.sketch import FLAG, Sketch, flag_at, flag_width
from orgdesign.render import style, wrap
from orgdesign.render.sheet import Mark, Sheet, SheetTable, SheetText
from orgdesign.value_objects import value_object

MARGIN, BETWEEN, NUMBER = 176.0, 16.0, 18.0
"""The width of a column of the list, the room beside it, and that of a number in it."""
SIZE = 7.5


@value_object
class NumberedChange:
    """What changes about a box: its number, its name, and the changes in words."""

    number: int
    box: Box

    @property
    def words(self) -> str:
        """Return the changes in one line."""
        return "; ".join(" ".join(part for part in told if part) for told in self.box.changes)


def overview_sheets(today: Organisation, design: Structure | None, look: SheetLook) -> list[Sheet]:
    """Return today whole, or a design with all that it changes, as sheets.

    A list of changes that finds no room beside the chart goes on on following sheets.
    """
    chart = _chart(today, design)
    entries = [
        NumberedChange(n, box) for n, box in enumerate((b for b in chart.boxes if b.changes), 1)
    ]
    title = "The organisation at a glance" if design is None else "Everything that changes"
    frame = look.frame(title, _about(today, design, chart, entries), _FOOT)
    columns = _columns(entries, frame)
    beside = columns[: _beside(frame, len(columns))]
    functions = (design.organisation if design else today).functions.values()
    unaligned = {function.id for function in functions if function.alignment.outcome is None}
    sheets = [_first(chart, frame, entries, beside, unaligned)]
    rest = columns[len(beside) :]
    across = int((frame.right - frame.left_edge + BETWEEN) / (MARGIN + BETWEEN))
    for start in range(0, len(rest), across):
        marks = [*_list(rest[start : start + across], frame, frame.left_edge), *frame.marks()]
        sheets.append(_sheet(frame, marks, entries))
    return sheets


_FOOT = (
    "Where a name cannot be read, a bar stands for it. Boxes have the colour of the outcome that "
    "they serve; those that serve none yet are red, with an edge."
)


def _chart(today: Organisation, design: Structure | None) -> Chart:
    if design is None:
        return before(today)
    found = compare(today, design.organisation, design.lineage)
    return changes(today, design.organisation, design.lineage, found).changes


def _about(
    today: Organisation, design: Structure | None, chart: Chart, entries: Sequence[NumberedChange]
) -> str:
    functions = sum(box.kind == "function" for box in chart.boxes)
    parts = [today.name, f"{functions:,} function{'s' * (functions != 1)}"]
    if design:
        count = len(entries)
        parts[1:] = [design.name, *parts[1:], f"{count:,} of them change"]
    return " · ".join(parts)


def _first(
    chart: Chart,
    frame: Frame,
    entries: Sequence[NumberedChange],
    beside: Sequence[Sequence[SheetText]],
    unaligned: Collection[str],
) -> Sheet:
    wide = len(beside) * (MARGIN + BETWEEN)
    area = (
        frame.left_edge,
        frame.top,
        frame.right - frame.left_edge - wide,
        frame.bottom - frame.top,
    )
    sketch = Sketch(chart, area, {entry.box.id for entry in entries}, unaligned)
    marks = [
        *sketch.marks(),
        *_flags(sketch, entries),
        *_list(beside, frame, frame.right - wide + BETWEEN),
        *frame.marks(),
    ]
    return _sheet(frame, marks, entries)


def _sheet(frame: Frame, marks: Sequence[Mark], entries: Sequence[NumberedChange]) -> Sheet:
    rows = tuple((str(entry.number), entry.box.title, entry.words) for entry in entries)
    table = SheetTable(("Number", "Function", "Change"), rows)
    return Sheet(
        "overview", frame.title, frame.about, frame.width, frame.height, tuple(marks), table
    )


def _beside(frame: Frame, columns: int) -> int:
    """Return how many columns of the list stand beside the chart: it keeps half of the page."""
    room = (frame.right - frame.left_edge) / 2
    return min(columns, int(room / (MARGIN + BETWEEN)))


def _columns(entries: Sequence[NumberedChange], frame: Frame) -> list[list[SheetText]]:
    """Return the list of changes as columns of lines, each entry whole."""
    columns: list[list[SheetText]] = []
    y = frame.bottom
    for entry in entries:
        lines = _lines(entry)
        high = sum(line.height for line in lines) + 3
        if not columns or y + high > frame.bottom:
            columns.append([])
            y = frame.top
        for line in lines:
            columns[-1].append(_moved(line, 0.0, y))
            y += line.height
        columns[-1].append(
            SheetText(0.0, y - high + 3, NUMBER - 4, str(entry.number), *_BOLD, "right")
        )
        y += 3
    return columns


_BOLD = (SIZE, style.INK, True)


def _lines(entry: NumberedChange) -> list[SheetText]:
    room = MARGIN - NUMBER
    names = wrap(entry.box.title, room, SIZE, True, 2)
    words = wrap(entry.words, room, SIZE, lines=4)
    return [
        *(SheetText(NUMBER, 0.0, room, name, *_BOLD) for name in names),
        *(SheetText(NUMBER, 0.0, room, line, SIZE, style.QUIET) for line in words),
    ]


def _moved(text: SheetText, x: float, y: float) -> SheetText:
    return SheetText(
        text.x + x, y, text.width, text.text, text.size, text.colour, text.bold, text.align
    )


def _list(columns: Sequence[Sequence[SheetText]], frame: Frame, left: float) -> Iterator[SheetText]:
    for number, column in enumerate(columns):
        for text in column:
            yield _moved(text, left + number * (MARGIN + BETWEEN), text.y)


def _flags(sketch: Sketch, entries: Sequence[NumberedChange]) -> Iterator[Mark]:
    """Yield the number of each changed box, at its upper right corner."""
    for entry in entries:
        left, top, wide, _ = sketch.places[entry.box.id]
        x = left + wide - flag_width(entry.number) / 2
        yield from flag_at(x, top - FLAG / 2, entry.number)
