"""A chart set on as many pages as it needs: split at branches, never shrunk until it is not read.

The first page shows the chart as deep as it fits. What is folded there follows on pages of its
own: a branch on a page or, where they are small, several branches of one box together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from orgdesign.charts import Box, Chart
from orgdesign.render.arrangement import Size
from orgdesign.render.branch_fit import LEAST_SCALE, BranchFit
from orgdesign.render.drawing import Drawing

_TRIES = 4

Task = Callable[[], "list[Task]"]


@dataclass(slots=True)
class ChartPart:
    """A page's share of a chart: a drawing of the box ``head`` and of some of what is below it.

    ``above`` is the number of the part that this one goes on from. Where several parts show the
    children of one box, ``number`` counts them from 1. ``shows`` are the boxes that are whole
    here, and ``folds`` those that go on elsewhere.
    """

    head: Box
    drawing: Drawing
    above: int | None
    level: int
    title: str
    shows: tuple[str, ...]
    folds: tuple[str, ...]
    number: int = 0
    of: int = 0


@dataclass(slots=True)
class ChartParts:
    """All the parts of a chart in order, and in which of them each branch is shown."""

    parts: list[ChartPart] = field(default_factory=list)
    home: dict[str, int] = field(default_factory=dict)


def paginate(
    chart: Chart,
    room: Size,
    counter: Callable[[int], object] = bool,
    least: float = LEAST_SCALE,
) -> ChartParts:
    """Return the parts of a chart, each of which fits a room of that width and height.

    None is drawn smaller than ``least``. ``counter`` takes how many more boxes are in their
    places, as the work goes on.
    """
    return _Pagination(chart, room, counter, least).parts()


class _Pagination(BranchFit):
    def __init__(
        self, chart: Chart, room: Size, counter: Callable[[int], object], least: float
    ) -> None:
        super().__init__(chart, room, least)
        self._counter = counter
        self._parts = ChartParts()

    def parts(self) -> ChartParts:
        waiting: list[Task] = [lambda: self._branch(self._chart.root.id, None, 0)]
        while waiting:
            waiting.extend(reversed(waiting.pop()()))
        return self._parts

    def _branch(self, head: str, above: int | None, level: int) -> list[Task]:
        """Set a branch: all of it, or as deep as fits, or its children in several parts."""
        family = self._children.get(head, [])
        box = replace(self._boxes[head], parent=None)
        if drawing := self._fits(box, family, self._openable(family)):
            self._add(box, drawing, family, self._openable(family), above, level, box.title)
            return []
        deepest = self._deepest(box, family)
        if deepest is None:
            return self._wide(box, family, above, level)
        opened, drawing = deepest
        at = self._add(box, drawing, family, opened, above, level, box.title)
        return self._below(box, family, opened, at, level + 1)

    def _below(
        self, head: Box, family: Sequence[str], opened: set[str], at: int, level: int
    ) -> list[Task]:
        """Return the tasks that set what a part folds, sibling by sibling."""
        groups: dict[str, list[str]] = {}
        for id_ in self._walk(family, opened):
            if id_ in self._children and id_ not in opened:
                groups.setdefault(self._boxes[id_].parent or head.id, []).append(id_)
        return [self._task(above, group, at, level) for above, group in groups.items()]

    def _task(self, head: str, group: Sequence[str], at: int, level: int) -> Task:
        return lambda: self._runs(head, group, at, level)

    def _runs(self, head: str, group: Sequence[str], at: int, level: int) -> list[Task]:
        """Set folded siblings: as many together as fit whole, and the others each for itself."""
        slim, tasks, start = self._slim(head), list[Task](), 0
        while start < len(group):
            rest = group[start:]
            count, drawing = self._largest_run(slim, rest, whole=True)
            if drawing and count > 1:
                tasks.append(self._run_task(slim, rest[:count], drawing, at, level))
            else:
                tasks.append(self._branch_task(rest[0], at, level))
            start += max(count, 1)
        return tasks

    def _run_task(
        self, head: Box, run: Sequence[str], drawing: Drawing, at: int, level: int
    ) -> Task:
        return lambda: self._run(head, run, drawing, at, level)

    def _branch_task(self, head: str, at: int, level: int) -> Task:
        return lambda: self._branch(head, at, level)

    def _run(
        self, head: Box, run: Sequence[str], drawing: Drawing, at: int, level: int
    ) -> list[Task]:
        opened = self._openable(run)
        first, last = (self._boxes[each].title for each in (run[0], run[-1]))
        title = f"{first} and {last}" if len(run) == 2 else f"{first} to {last}"
        self._add(head, drawing, run, opened, at, level, title)
        return []

    def _wide(self, box: Box, family: Sequence[str], above: int | None, level: int) -> list[Task]:
        """Set children that do not fit beside each other, folded, in several parts.

        A box that leaves no room for any of them has the first part for itself.
        """
        head, parts, start, firsts = box, [], 0, above
        while start < len(family):
            rest = family[start:]
            count, _ = self._largest_run(head, rest, whole=False)
            is_alone = head is box and not count
            run = [] if is_alone else rest[: self._even(head, rest, max(count, 1))]
            drawing = self._fits(head, run, set()) or self._compose(head, run, set())
            at = self._add(head, drawing, run, set(), firsts, level, box.title)
            parts.append((run, at))
            firsts, head, start = parts[0][1], self._slim(box.id), start + len(run)
        for number, (_, at) in enumerate(parts, start=1):
            self._parts.parts[at].number, self._parts.parts[at].of = number, len(parts)
        return [task for run, at in parts for task in self._below(box, run, set(), at, level + 1)]

    def _even(self, head: Box, rest: Sequence[str], most: int) -> int:
        """Return how many of the rest make parts of about the same size, at the most ``most``."""
        even = -(-len(rest) // -(-len(rest) // most))
        return even if self._fits(head, rest[:even], set()) else most

    def _deepest(self, box: Box, family: Sequence[str]) -> tuple[set[str], Drawing] | None:
        """Return what to open so that as much is seen as fits; None where not even one level is."""
        opened: set[str] = set()
        best = self._fits(box, family, opened)
        if best is None:
            return None
        level = list(family)
        while level:
            wider = opened | {each for each in level if each in self._children}
            drawing = self._fits(box, family, wider)
            if drawing is None:
                break
            opened, best = wider, drawing
            level = [one for each in level for one in self._children.get(each, ())]
        return self._fill_up(box, family, opened, best)

    def _fill_up(
        self, box: Box, family: Sequence[str], opened: set[str], best: Drawing
    ) -> tuple[set[str], Drawing]:
        """Return what is open with small branches too, as long as there is room for them."""
        folded = [
            each
            for each in self._walk(family, opened)
            if each in self._children and each not in opened
        ]
        failed = 0
        for each in sorted(folded, key=self._sizes.__getitem__):
            wider = opened | self._openable([each])
            drawing = self._fits(box, family, wider) if failed < _TRIES else None
            if drawing:
                opened, best = wider, drawing
            else:
                failed += 1
        return opened, best

    def _add(
        self,
        head: Box,
        drawing: Drawing,
        family: Sequence[str],
        opened: set[str],
        above: int | None,
        level: int,
        title: str,
    ) -> int:
        shown = [*self._walk(family, opened)]
        folds = {each for each in shown if each in self._children and each not in opened}
        is_slim = head.tag == "continued"
        whole = [each for each in shown if each not in folds]
        part = ChartPart(
            head,
            drawing,
            above,
            level,
            title,
            tuple(whole if is_slim else [head.id, *whole]),
            tuple(folds),
        )
        self._parts.parts.append(part)
        at = len(self._parts.parts) - 1
        self._counter(len(part.shows))
        for each in part.shows:
            self._parts.home.setdefault(each, at)
        return at
