"""The charts as sheets: as much of each as can be read, and a sheet for every branch below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from orgdesign.charts import Box, Chart, View, fitting_depth, fold
from orgdesign.documents.pictured import Pictured

WHOLE = "everything"
MOST_AT_ONCE = 1_000
"""Boxes of a chart that is shown whole, too; a larger one has its branches only."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture of a chart: what fits of it, a branch of it, or all of it.

    A branch is named by the box that it hangs from; ``above`` are the addresses and titles of the
    sheets that lead to it. ``among`` are charts of one layout.
    """

    view: View
    name: str
    title: str
    chart: Chart
    among: tuple[Chart, ...] = ()
    above: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Return the sheet's id in the page, which no part of a file has."""
        return sheet_id(self.view, self.name)


def sheet_id(view: View, name: str) -> str:
    """Return the id of a sheet; one without a name is what fits of a chart."""
    return f"{view}.{name}" if name else view


def sheets(pictured: Pictured, view: View) -> Iterator[Sheet]:
    """Yield the sheets of a chart: what fits first, then its branches, then all of it.

    Every box stands on one of the first, or on one of the branches.
    """
    chart, layout = pictured.charts[view], _layout(pictured, view)
    fitting = [depth for each in layout if (depth := fitting_depth(each)) is not None]
    depth = min(fitting, default=None)
    shown = fold(chart, depth)
    among = tuple(fold(each, depth) for each in layout) if len(layout) > 1 else ()
    yield Sheet(view, "", chart.title, shown, among)
    if depth is not None:
        yield from _branches(chart, shown)
        if len(chart.boxes) <= MOST_AT_ONCE:
            yield Sheet(view, WHOLE, chart.title, chart, layout if among else ())


def _layout(pictured: Pictured, view: View) -> tuple[Chart, ...]:
    """Return the charts that share the layout of one."""
    if view == "after" or pictured.going.then is None:
        return (pictured.charts[view],)
    return tuple(chart for each, chart in pictured.charts.items() if each != "after")


def _branches(chart: Chart, shown: Chart) -> Iterator[Sheet]:
    """Yield a sheet for each branch that is folded, each followed by the branches below it."""
    start = (sheet_id(chart.view, ""), chart.root.title)
    waiting = [*_folded(chart, shown, (start,))][::-1]
    while waiting:
        branch, above = waiting.pop()
        part = fold(branch, fitting_depth(branch))
        sheet = Sheet(chart.view, branch.root.id, branch.root.title, part, (), above)
        yield sheet
        below = _folded(branch, part, (*above, (sheet.id, sheet.title)))
        waiting.extend([*below][::-1])


def _folded(
    chart: Chart, shown: Chart, above: tuple[tuple[str, str], ...]
) -> Iterator[tuple[Chart, tuple[tuple[str, str], ...]]]:
    for boxes in _by_head(chart, {box.id for box in shown.boxes if box.hidden}).values():
        root = replace(boxes[0], parent=None)
        yield replace(chart, title=root.title, boxes=(root, *boxes[1:]), about=""), above


def _by_head(chart: Chart, heads: set[str]) -> Mapping[str, Sequence[Box]]:
    """Return the boxes under each head, itself first; heads do not hang from each other."""
    owner: dict[str, str] = {}
    found: dict[str, list[Box]] = {}
    for box in chart.boxes:
        head = box.id if box.id in heads else owner.get(box.parent or "")
        if head is not None:
            owner[box.id] = head
            found.setdefault(head, []).append(box)
    return found
