"""The charts on screen as they go out: folded, with cards as they are there, and their legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgdesign.charts import Chart, Legend, apply_settings, legend_of
from orgdesign.web.canvas.chart_page import ChartPage

AS_THEY_ARE = ("changes", "roles")
"""Charts whose cards have looks and colours of their own."""


def charts_to_frame(page: ChartPage) -> Iterator[Chart]:
    """Yield the charts on screen; gaps are on them only where they were asked for."""
    settings = replace(page.card_settings, gaps="words" if page.place.gaps else "none")
    for view, chart in zip(page.views, page.folded_charts(), strict=True):
        organisation = (
            page.structure_charts.organisation_of(view) if page.structure_charts else None
        )
        if organisation is None or view in AS_THEY_ARE:
            yield chart
        else:
            yield apply_settings(chart, organisation, settings)


def legend_to_frame(page: ChartPage, chart: Chart) -> Legend | None:
    """Return what the colours of a chart on screen mean, where they mean something."""
    if page.structure_charts is None or chart.view in AS_THEY_ARE:
        return None
    return legend_of(chart, page.structure_charts.organisation_of(chart.view), page.card_settings)
