"""Where boxes stand in charts that are drawn to one layout, so that what stays does not move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from orgdesign.charts.chart import Chart


class BoxPlaces:
    """The places of several charts: a tree that holds the tree of each of them.

    A box takes the place that a box of an earlier chart had where it hangs from the same place
    as that one did; otherwise it gets a place of its own, where nothing of another chart is.
    """

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def stand(self, chart: Chart, *hoped: Mapping[str, str]) -> Chart:
        """Return a chart whose boxes know their places; ``hoped`` they had, best first."""
        places: dict[str, str] = {}
        taken: set[str] = set()
        for box in chart.boxes:
            above = places.get(box.parent or "", "")
            had = (each[box.id] for each in hoped if box.id in each)
            free = (each for each in had if each not in taken and self._above.get(each) == above)
            places[box.id] = place = next(free, "") or self._new(box.id, above)
            taken.add(place)
        return replace(
            chart, boxes=tuple(replace(box, place=places[box.id]) for box in chart.boxes)
        )

    def _new(self, box: str, above: str) -> str:
        place = f"{len(self._above)}-{box}"
        self._above[place] = above
        return place


def places_of(chart: Chart) -> dict[str, str]:
    """Return the place of each box of a chart by the box's id."""
    return {box.id: box.place for box in chart.boxes}
