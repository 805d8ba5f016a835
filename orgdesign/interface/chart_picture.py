"""A chart as a picture in any format; in a notebook it draws itself."""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from dataclasses import field
from functools import cache

from orgdesign.charts import Chart, Journey
from orgdesign.render import Engine, Format, draw_charts, draw_journey
from orgdesign.value_objects import value_object


@value_object
class ChartPicture:
    """A chart of an organisation; the same every time it is drawn.

    Drawing raises ``OrgdesignError`` where the chart engine cannot draw it.
    """

    _charts: Sequence[Chart] | Journey = field(repr=False)
    _layout: Sequence[Chart] = field(repr=False, default=())

    def svg(self) -> str:
        """Return the chart as an SVG file, its font within it."""
        return self._draw("svg").decode()

    def pdf(self) -> bytes:
        """Return the chart as a PDF of one page."""
        return self._draw("pdf")

    def png(self) -> bytes:
        """Return the chart as a PNG that looks sharp on a screen and on a slide."""
        return self._draw("png")

    def _repr_svg_(self) -> str:
        return self.svg()

    def _draw(self, picture: Format) -> bytes:
        if isinstance(self._charts, Journey):
            return draw_journey(self._charts, _shared_engine(), picture)
        return draw_charts(self._charts, _shared_engine(), picture, self._layout)


@cache
def _shared_engine() -> Engine:
    """Return the engine of all pictures of this process, stopped when that ends."""
    engine = Engine()
    atexit.register(engine.close)
    return engine
