"""What of a chart fits a page: boxes below a head, opened or folded, as they would be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgdesign.charts import Box, ChangeNote, Chart, below
from orgdesign.render.arrangement import Size
from orgdesign.render.changed_card import card_of
from orgdesign.render.drawing import Drawing, compose

LEAST_SCALE = 0.778
"""How small a chart can be: what is of 9 points in it is of 7 on paper."""
_CROWDED = 0.68
"""No arrangement fills more than this share of its room with boxes; found by trying."""
_CHANGES = 4


def fitting_scale(drawing: Drawing, room: Size, least: float, largest: float = 1.0) -> float | None:
    """Return how large a drawing can be in a room; None where it would be less than ``least``."""
    width, height = max(drawing.width, 1.0), max(drawing.height, 1.0)
    scale = min(room[0] / width, room[1] / height, largest)
    return scale if scale >= least else None


class BranchFit:
    """The boxes of a chart, tried in a room; what is opened is shown with its children."""

    def __init__(self, chart: Chart, room: Size, least: float = LEAST_SCALE) -> None:
        self._chart, self._room, self._least = chart, room, least
        self._widest = room[0] / least, room[1] / least
        self._boxes = {box.id: _with_few_changes(box) for box in chart.boxes}
        self._children = {
            id_: [box.id for box in family] for id_, family in chart.children().items()
        }
        self._hidden = below(chart)
        self._sizes = self._areas()

    def _areas(self) -> dict[str, float]:
        """Return how much room each box needs with all that is below it, at the least."""
        sizes: dict[str, float] = {}
        for box in reversed(self._chart.boxes):
            card = card_of(self._boxes[box.id])
            own = card.width * card.full_height
            sizes[box.id] = own + sum(sizes[each] for each in self._children.get(box.id, ()))
        return sizes

    def _largest_run(
        self, head: Box, rest: Sequence[str], *, whole: bool
    ) -> tuple[int, Drawing | None]:
        """Return how many siblings fit below a head, each with all that is below it or none."""
        low, high, found = 0, self._few(rest, whole=whole), None
        while low < high:
            count = (low + high + 1) // 2
            run = rest[:count]
            if drawing := self._fits(head, run, self._openable(run) if whole else set()):
                low, found = count, drawing
            else:
                high = count - 1
        return low, found

    def _few(self, rest: Sequence[str], *, whole: bool) -> int:
        """Return how many siblings can fit at the most, by the room they need."""
        room, used = self._area, 0.0
        for number, each in enumerate(rest):
            own = self._sizes[each]
            if not whole:
                own -= sum(self._sizes[one] for one in self._children.get(each, ()))
            used += own
            if used > room:
                return number
        return len(rest)

    @property
    def _area(self) -> float:
        return self._widest[0] * self._widest[1] * _CROWDED

    def _walk(self, family: Sequence[str], opened: set[str]) -> Iterator[str]:
        waiting = [*reversed(family)]
        while waiting:
            yield (each := waiting.pop())
            if each in opened:
                waiting.extend(reversed(self._children[each]))

    def _openable(self, family: Sequence[str]) -> set[str]:
        """Return every box with children from a family downwards."""
        found, waiting = set(), [*family]
        while waiting:
            each = waiting.pop()
            if each in self._children:
                found.add(each)
                waiting.extend(self._children[each])
        return found

    def _fits(self, head: Box, family: Sequence[str], opened: set[str]) -> Drawing | None:
        """Return the drawing of a head and what is below it where it can be read in the room."""
        needs = 0.0
        for each in self._walk(family, opened):
            own = self._children.get(each, ())
            needs += self._sizes[each] - sum(self._sizes[one] for one in own)
            if needs > self._area:
                return None
        drawing = self._compose(head, family, opened)
        return drawing if fitting_scale(drawing, self._room, self._least) else None

    def _compose(self, head: Box, family: Sequence[str], opened: set[str]) -> Drawing:
        boxes = [head]
        for each in self._walk(family, opened):
            is_folded = each in self._children and each not in opened
            hidden = self._hidden[each] if is_folded else None
            boxes.append(replace(self._boxes[each], hidden=hidden))
        return compose(self._chart.with_boxes(boxes), self._widest)

    def _slim(self, head: str) -> Box:
        """Return the box that stands for one that is shown in full on a page before."""
        box = self._boxes[head]
        return Box(box.id, "also", box.subject, box.title, tag="continued", hue=box.hue)


def _with_few_changes(box: Box) -> Box:
    """Return a box that tells no more changes than a page has room for."""
    more = len(box.changes) - _CHANGES
    if more <= 0:
        return box
    told = ChangeNote(f"… and {more} more")
    return replace(box, changes=(*box.changes[:_CHANGES], told))
