"""The slides, from the outcome to the road map, and as much of a chart as can be read on one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Literal

from orgdesign.charts import Chart, focus, fold, with_gap_style
from orgdesign.designs.replay import Structure
from orgdesign.plates import Plate
from orgdesign.render import compose_chart
from orgdesign.value_objects import value_object

Kind = Literal["title", "outcome", "chart", "figures", "plate", "end"]


@value_object
class Slide:
    """One slide: its heading, what it says beside it, and what it shows.

    A chart is one of ``among`` where several share a layout, so that what stays does not move;
    ``structure`` is what it is of. ``sentences`` say what happens. A ``plate`` is one by name.
    """

    kind: Kind
    title: str
    about: str = ""
    chart: Chart | None = None
    among: tuple[Chart, ...] = ()
    structure: Structure | None = None
    sentences: tuple[str, ...] = ()
    plate: Plate | None = None

    def origins(self) -> Mapping[str, tuple[str, ...]]:
        """Return the boxes of today that each box comes from, where that is not itself alone."""
        lineage = self.structure.lineage if self.structure else {}
        return {
            f"function-{id_}": tuple(f"function-{each}" for each in origins)
            for id_, origins in lineage.items()
            if origins != (id_,)
        }


WIDE, HIGH = 2200.0, 1150.0
"""How large a chart may be, in points, to be read on a slide; found by looking at slides."""
MOST_BOXES = 150
"""More boxes than this are too many for a slide, however they lie."""


@value_object
class OnSlide:
    """A chart as it is drawn on a slide, and the charts that share its layout."""

    chart: Chart
    among: tuple[Chart, ...] = ()


def on_slide(slide: Slide, opened: frozenset[str] = frozenset(), into: str = "") -> OnSlide | None:
    """Return as much of a slide's chart as fits, with more where boxes are ``opened``.

    Of the box ``into`` only the branch is shown. None where the slide has no chart. An audience is
    not told of gaps.
    """
    if slide.chart is None:
        return None
    chart = with_gap_style(slide.chart, "none")
    among = tuple(with_gap_style(each, "none") for each in slide.among)
    if any(box.id == into for box in chart.boxes):
        branch = focus(chart, into)
        return OnSlide(fold(branch, fitting_depth((branch,)), opened))
    depth = fitting_depth(among or (chart,))
    return OnSlide(fold(chart, depth, opened), tuple(fold(each, depth, opened) for each in among))


@lru_cache(maxsize=32)
def fitting_depth(charts: tuple[Chart, ...]) -> int | None:
    """Return the depth at which charts of one layout can be read; None where all of them can.

    Depth 1 is the least, however wide.
    """
    for depth in count(1):
        folded = [fold(chart, depth) for chart in charts]
        if depth > 1 and not _fits(folded):
            return depth - 1
        if not any(box.hidden for chart in folded for box in chart.boxes):
            return None
    raise AssertionError  # a chart has a depth


def _fits(charts: Sequence[Chart]) -> bool:
    if max(len(chart.boxes) for chart in charts) > MOST_BOXES:
        return False
    drawing = compose_chart(charts[0], charts if len(charts) > 1 else ())
    return drawing.width <= WIDE and drawing.height <= HIGH
