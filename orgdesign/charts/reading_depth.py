"""As much of a chart as a reader can take in: folded to a depth, or one branch of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from orgdesign.charts.chart import Box, Chart, FoldedCounts

READABLE = 80
"""Boxes that a screen shows at a size that can be read; found by looking at charts."""


def fitting_depth(chart: Chart) -> int | None:
    """Return the greatest depth at which ``chart`` is readable; None when all of it is.

    The root is at depth 0. Depth 1 is the least, however wide.
    """
    if len(chart.boxes) <= READABLE:
        return None
    depths = sorted(_depths(chart).values())
    return max(1, depths[READABLE] - 1)


def fold(chart: Chart, depth: int | None, opened: Collection[str] = ()) -> Chart:
    """Return ``chart`` down to ``depth``, and below it only what hangs from ``opened`` boxes.

    Every folded box says what it hides. With ``depth`` None nothing is folded.
    """
    if depth is None:
        return chart
    depths, hidden = _depths(chart), below(chart)
    shown: dict[str, Box] = {}
    for box in chart.boxes:
        is_shown = depths[box.id] <= depth or (box.parent in opened and box.parent in shown)
        if is_shown:
            folds = depths[box.id] >= depth and box.id in hidden
            is_open = folds and box.id in opened
            shown[box.id] = replace(
                box, opened=is_open, hidden=hidden[box.id] if folds and not is_open else None
            )
    return chart.with_boxes(shown.values())


def fold_functions(chart: Chart, functions: Collection[str]) -> Chart:
    """Return ``chart`` without what hangs from some functions, whose boxes say what they hide."""
    if not functions:
        return chart
    hidden = below(chart)
    shown: dict[str, Box] = {}
    for box in chart.boxes:
        if box.parent is None or (box.parent in shown and shown[box.parent].hidden is None):
            folds = box.kind == "function" and box.subject in functions
            shown[box.id] = replace(box, hidden=hidden.get(box.id)) if folds else box
    return chart.with_boxes(shown.values())


def focus(chart: Chart, box_id: str) -> Chart:
    """Return the branch of ``chart`` that hangs from the box ``box_id``.

    Raises ``KeyError`` when the chart has no such box.
    """
    branch: dict[str, Box] = {}
    for box in chart.boxes:
        if box.id == box_id:
            branch[box.id] = replace(box, parent=None)
        elif box.parent in branch:
            branch[box.id] = box
    if not branch:
        raise KeyError(box_id)
    return chart.with_boxes(branch.values())


def _depths(chart: Chart) -> dict[str, int]:
    depths: dict[str, int] = {}
    for box in chart.boxes:
        depths[box.id] = 0 if box.parent is None else depths[box.parent] + 1
    return depths


def below(chart: Chart) -> dict[str, FoldedCounts]:
    """Return what hangs below each box that has anything below it, itself left out."""
    hides: dict[str, FoldedCounts] = {}
    nothing = FoldedCounts(0, 0.0, 0)
    for box in reversed(chart.boxes[1:]):
        under = hides.get(box.id, nothing)
        so_far = hides.get(box.parent or "", nothing)
        is_function = box.kind == "function"
        hides[box.parent or ""] = FoldedCounts(
            so_far.functions + under.functions + is_function,
            so_far.headcount + under.headcount + box.headcount,
            so_far.gaps + under.gaps + bool(is_function and box.gaps),
            so_far.changed + under.changed + bool(box.changes),
        )
    return hides
