"""The legend of a chart: what its colours mean, and how many functions have each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from orgdesign.charts.card_settings import CardSettings
from orgdesign.charts.chart import Chart, Palette
from orgdesign.charts.colour_groups import colour_groups
from orgdesign.model import Organisation
from orgdesign.value_objects import value_object


@value_object
class LegendEntry:
    """What one colour of a chart means, and how many functions have it."""

    label: str
    hue: int | None
    palette: Palette
    functions: int


@value_object
class Legend:
    """What the colours of a chart mean, under one title."""

    title: str
    entries: tuple[LegendEntry, ...]


def legend_of(chart: Chart, organisation: Organisation, settings: CardSettings) -> Legend:
    """Return what the colours of a chart mean; what no function of it has is left out.

    The chart need not have the settings yet: only what it shows is asked of it.
    """
    title, entries = _entries(chart, organisation, settings)
    return Legend(title, tuple(entry for entry in entries if entry.functions))


def _entries(
    chart: Chart, organisation: Organisation, settings: CardSettings
) -> tuple[str, Iterator[LegendEntry]]:
    functions = [box for box in chart.boxes if box.kind == "function"]
    if settings.colour_by == "outcome":
        labels = [branch.statement for branch in organisation.outcome.outcomes.values()]
        hues = Counter(box.hue for box in functions)
        return "Outcome served", _groups(hues, labels, "outcome", "No outcome")
    colouring = colour_groups(organisation, settings.colour_by)
    if colouring.palette == "gap":
        return colouring.title, _gaps(chart, *colouring.labels)
    hues = Counter(
        colouring.groups.get(box.subject) if box.subject in organisation.functions else box.hue
        for box in functions
    )
    return colouring.title, _groups(hues, colouring.labels, colouring.palette, "Not said")


def _groups(
    hues: Mapping[int | None, int], labels: Sequence[str], palette: Palette, neither: str
) -> Iterator[LegendEntry]:
    for hue, label in enumerate(labels):
        yield LegendEntry(label, hue, palette, hues.get(hue, 0))
    yield LegendEntry(neither, None, palette, hues.get(None, 0))


def _gaps(chart: Chart, some: str, none: str) -> Iterator[LegendEntry]:
    gaps = [bool(box.gaps) for box in chart.boxes if box.kind == "function"]
    yield LegendEntry(some, 0, "gap", gaps.count(True))
    yield LegendEntry(none, None, "gap", gaps.count(False))
