"""As much of a chart as can be read from the back of a room: folded, unfolded, or one branch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import count

from orgdesign.charts import Chart, focus, fold, with_gap_style
from orgdesign.render import compose_chart
from orgdesign.value_objects import value_object
from orgdesign.web.presenting.slides import Slide

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
