"""The hand-off matrix on a page: numbered rows and columns, a disc where work passes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgdesign.model import Organisation
from orgdesign.plates.handoff_matrix import HandoffMatrix, Pair, handoff_matrix
from orgdesign.plates.sheet_frame import FAINT, Frame, SheetLook
from orgdesign.render import style, wrap
from orgdesign.render.sheet import (
    Bar,
    Disc,
    Link,
    Mark,
    Sheet,
    SheetTable,
    SheetText,
    line_height,
    text_lines,
)
from orgdesign.value_objects import value_object

TITLE = "What passes from function to function"
LABEL, BRANCH = 190.0, 190.0
"""The room for the name of a row, and for that of a branch beside its rows."""
CELL, CELL_MOST = 10.0, 38.0
NUMBER = 16.0
WITHIN, ACROSS = "#0f766e", "#b45309"
FOOT = (
    "Rows give, columns take. A disc is work that passes: green within a branch, amber from branch"
    " to branch; a ring has nobody who answers for all of it. Counted are hand-offs, and steps of"
    " the journey that no hand-off joins."
)


def handoff_sheet(organisation: Organisation, name: str, look: SheetLook) -> Sheet:
    """Return the plate as a sheet."""
    blank = look.frame(TITLE, "-", FOOT)
    across = blank.right - blank.left_edge - LABEL - BRANCH
    down = blank.bottom - blank.top - line_height(8) - 14
    matrix = handoff_matrix(organisation, max(1, int(min(across, down) / CELL)), name)
    frame = replace(blank, about=_about(matrix))
    cell = min(CELL_MOST, min(across, down) / max(1, len(matrix.functions)))
    painter = _HandoffPainter(matrix, frame, cell)
    drawn = (*painter.grounds(), *painter.rows(), *painter.discs())
    marks = (*(drawn if matrix.counts else _nothing(frame)), *frame.marks())
    return Sheet("handoffs", frame.title, frame.about, *look.size, marks, _table(matrix))


NOTHING = (
    "Nothing passes from function to function yet.",
    "Write the hand-offs of functions, or the customer's journey with who does each step: this "
    "plate then shows where work leaves its branch, and where nobody answers for it.",
)
"""What stands on the plate of a file without hand-offs, and what would fill it."""


def _nothing(frame: Frame) -> list[Mark]:
    """Return what is said in the middle of the page where nothing passes."""
    room = min(440.0, frame.right - frame.left_edge)
    left, top = (frame.width - room) / 2, frame.top + (frame.bottom - frame.top) * 0.38
    first, second = NOTHING
    said = text_lines(
        wrap(first, room, 14, True), SheetText(left, top, room, "", 14, style.INK, True)
    )
    below = SheetText(left, said[-1].y + said[-1].height + 6, room, "", 10, style.QUIET)
    return [*said, *text_lines(wrap(second, room, 10), below)]


def _about(matrix: HandoffMatrix) -> str:
    folded = len({*matrix.stands_for}) - len(matrix.functions) - matrix.left_out
    parts = [
        matrix.organisation.name,
        matrix.name,
        matrix.crossings.sentence.rstrip("."),
        f"{folded:,} functions are counted with those above them" if folded > 0 else "",
        f"{matrix.left_out:,} more have no room here" if matrix.left_out else "",
    ]
    return " · ".join(part for part in parts if part)


@value_object
class _HandoffPainter:
    matrix: HandoffMatrix
    frame: Frame
    cell: float

    @property
    def _size(self) -> float:
        return max(7.0, min(10.0, self.cell * 0.7))

    def _x(self, column: int) -> float:
        return self.frame.left_edge + LABEL + column * self.cell

    def _y(self, row: int) -> float:
        return self.frame.top + line_height(8) + row * self.cell

    def grounds(self) -> Iterator[Mark]:
        """Yield each branch as a ground on the diagonal, with its name and what crosses of it."""
        count = len(self.matrix.functions)
        for branch, first, rows in self.matrix.blocks():
            wide = rows * self.cell
            yield Bar(self._x(first), self._y(first), wide, wide, "#e6f4f1")
            yield Bar(self.frame.left_edge, self._y(first), LABEL + count * self.cell, 0.6, FAINT)
            yield Bar(self._x(first), self._y(0), 0.6, count * self.cell, FAINT)
            yield from self._branch(branch, first)

    def _branch(self, branch: str, first: int) -> Iterator[Mark]:
        crossing, total = self.matrix.of_branch(branch)
        name = self.matrix.organisation.functions[branch].name
        said = f"{name}: {crossing:,} of {total:,} cross"
        left = self._x(len(self.matrix.functions)) + 10
        shown = (wrap(said, BRANCH - 12, 8, True, 1) or ("",))[0]
        top = self._y(first) + (self.cell - line_height(8)) / 2
        link = Link("function", branch, said)
        yield SheetText(left, top, BRANCH - 12, shown, 8, style.INK, bold=True, link=link)

    def rows(self) -> Iterator[Mark]:
        """Yield the name of each row with its number, and the numbers of the columns."""
        for number, function in enumerate(self.matrix.functions):
            name = self.matrix.organisation.functions[function].name
            link = Link("function", function, name)
            room = LABEL - NUMBER - 8
            shown = (wrap(name, room, self._size, False, 1) or ("",))[0]
            top = self._y(number) + (self.cell - line_height(self._size)) / 2
            left = self.frame.left_edge
            yield SheetText(left, top, room, shown, self._size, style.INK, False, "right", link)
            top = self._y(number) + (self.cell - line_height(7)) / 2
            left += LABEL - NUMBER - 4
            yield SheetText(left, top, NUMBER, f"{number + 1}", 7, style.QUIET, False, "right")
            top = self._y(0) - line_height(7) - 1
            left = self._x(number)
            yield SheetText(
                left, top, self.cell, f"{number + 1}", 7, style.QUIET, False, "centre", link
            )

    def discs(self) -> Iterator[Mark]:
        """Yield a disc for each pair between which work passes, with how much where it is more."""
        at = {function: number for number, function in enumerate(self.matrix.functions)}
        for pair, count in self.matrix.counts.items():
            giver, taker = pair
            x = self._x(at[taker]) + self.cell / 2
            y = self._y(at[giver]) + self.cell / 2
            colour = ACROSS if self.matrix.crosses(pair) else WITHIN
            is_ring = self.matrix.ownerless.get(pair, 0) > 0
            link = Link("function", giver, self._hint(pair, count))
            yield Disc(x, y, self.cell * 0.38, colour, is_ring, link)
            if count > 1 and self.cell >= 9.5:
                ink = colour if is_ring else "#ffffff"
                top = y - line_height(7) / 2
                yield SheetText(
                    x - self.cell / 2, top, self.cell, f"{count}", 7, ink, True, "centre", link
                )

    def _hint(self, pair: Pair, count: int) -> str:
        giver, taker = (self.matrix.organisation.functions[each].name for each in pair)
        nobody = self.matrix.ownerless.get(pair, 0)
        more = f", {nobody:,} of them without anybody who answers for it" if nobody else ""
        return f"{giver} → {taker}: {count:,}{more}"


def _table(matrix: HandoffMatrix) -> SheetTable:
    functions = matrix.organisation.functions
    order = {function: number for number, function in enumerate(matrix.functions)}
    pairs = sorted(matrix.counts.items(), key=lambda one: (order[one[0][0]], order[one[0][1]]))
    rows = (
        (
            functions[giver].name,
            functions[taker].name,
            f"{count:,}",
            "another branch" if matrix.crosses((giver, taker)) else "the same branch",
            f"{matrix.ownerless.get((giver, taker), 0):,}",
        )
        for (giver, taker), count in pairs
    )
    return SheetTable(
        ("From", "To", "Hand-offs and steps", "To which branch", "No owner"), (*rows,)
    )
