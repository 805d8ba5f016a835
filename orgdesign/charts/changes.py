"""Today's reporting lines, what changes in them, and the lines afterwards: one layout for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from orgdesign.charts.before import dotted_lines, reporting_lines
from orgdesign.charts.box_places import BoxPlaces, places_of
from orgdesign.charts.boxes import function_id
from orgdesign.charts.change_notes import ChangeNotes
from orgdesign.charts.chart import Box, ChangeNote, Chart, in_reading_order
from orgdesign.designs.comparison import Difference, counterparts
from orgdesign.designs.replay import Lineage, SplitQuestion
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object


@value_object
class BeforeAfterCharts:
    """The reporting lines before, what changes, and the reporting lines afterwards.

    A function that stays where it was has the same place in all three.
    """

    before: Chart
    changes: Chart
    reporting: Chart

    def __iter__(self) -> Iterator[Chart]:
        return iter((self.before, self.changes, self.reporting))


class RedesignStep(NamedTuple):
    """What an organisation becomes by a step: where from, and what differs from the start.

    ``open`` are the parts that splits leave without a place.
    """

    after: Organisation
    lineage: Lineage
    differences: Sequence[Difference]
    open: Sequence[SplitQuestion] = ()


def changes(
    before: Organisation,
    after: Organisation,
    lineage: Lineage,
    differences: Sequence[Difference],
    open_questions: Sequence[SplitQuestion] = (),
) -> BeforeAfterCharts:
    """Return how one organisation becomes another, as three charts by reporting lines.

    The chart of the changes is that of the lines afterwards, with what is new of each function
    told in its box; what ends, and where something moved away from, stands there as a ghost.
    """
    (redrawn,) = redraw(before, [RedesignStep(after, lineage, differences, open_questions)])
    return redrawn


def redraw(before: Organisation, steps: Sequence[RedesignStep]) -> list[BeforeAfterCharts]:
    """Return how an organisation becomes others, step by step; all charts are of one layout.

    Each step is told as what differs from the start.
    """
    same = [counterparts(before, step.after, step.lineage) for step in steps]
    pairs = zip(steps, same, strict=True)
    has_head = not all(_one_root(before, step.after, its) for step, its in pairs)
    places = BoxPlaces()
    lines = reporting_lines(before, has_head=has_head)
    title = f"{before.name}: before"
    old = places.stand(Chart("before", title, lines, sides=dotted_lines(before)))
    walked: list[BeforeAfterCharts] = []
    for step, its in zip(steps, same, strict=True):
        lines = reporting_lines(step.after, has_head=has_head)
        last = places_of(walked[-1].reporting) if walked else {}
        title = f"{step.after.name}: after"
        sides = dotted_lines(step.after)
        new = places.stand(
            Chart("reporting", title, lines, sides=sides), _places_before(old, its), last
        )
        shown = _changes(old, new, its, ChangeNotes(before, *step))
        ghosts = {f"ghost-{box.subject}": box.place for box in old.boxes}
        walked.append(BeforeAfterCharts(old, places.stand(shown, places_of(new) | ghosts), new))
    return walked


def _one_root(before: Organisation, after: Organisation, same: Mapping[str, str]) -> bool:
    """Whether both have one root, and it is the same."""
    roots = [each.reporting_lines().get(None, []) for each in (before, after)]
    if any(len(each) != 1 for each in roots):
        return False
    (then,), (now,) = roots
    return same.get(now.id) == then.id


def _places_before(old: Chart, same: Mapping[str, str]) -> dict[str, str]:
    """Return, by each box afterwards, the place that its function had."""
    places = places_of(old)
    kept = {function_id(now): places[function_id(then)] for now, then in same.items()}
    return kept | {box.id: box.place for box in old.boxes if box.kind == "organisation"}


def _changes(old: Chart, new: Chart, same: Mapping[str, str], changed: ChangeNotes) -> Chart:
    """Return the chart afterwards, with what is told of its boxes, and with the ghosts."""
    boxes = [_noted_box(box, changed) for box in new.boxes]
    now = {then: now for now, then in same.items()}
    above = {box.id: box for box in old.boxes}
    for subject, why in changed.ghosts.items():
        was = above[function_id(subject)]
        boxes.append(_ghost(was, why, _stood_under(above.get(was.parent or ""), now)))
    return Chart(
        "changes", f"{changed.after.name}: changes", in_reading_order(boxes), changed.about()
    )


def _noted_box(box: Box, changed: ChangeNotes) -> Box:
    told = changed.notes_of(box.subject)
    return replace(box, changes=told, tone="changed" if told else "same")


def _ghost(was: Box, why: ChangeNote, parent: str | None) -> Box:
    return Box(
        f"ghost-{was.subject}",
        "ghost",
        was.subject,
        was.title,
        parent,
        hue=was.hue,
        changes=(why,),
        tone="changed",
    )


def _stood_under(above: Box | None, now: Mapping[str, str]) -> str | None:
    """Return what a ghost hangs from: what the function above it is now, or its ghost."""
    if above is None or above.kind == "organisation":
        return above.id if above else None
    return function_id(now[above.subject]) if above.subject in now else f"ghost-{above.subject}"
