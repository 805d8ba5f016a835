"""From an organisation to what to draw, not how: before, after, and as much as can be read."""

from orgdesign.charts.after import after
from orgdesign.charts.before import before
from orgdesign.charts.card_settings import (
    COLOURS,
    FIELDS,
    QUIET,
    CardSettings,
    apply_settings,
    current_field,
    shared_view,
    view_settings,
    with_gap_style,
)
from orgdesign.charts.changes import BeforeAfterCharts, changes
from orgdesign.charts.chart import Box, ChangeNote, Chart, FoldedCounts, Kind, SideLine, View
from orgdesign.charts.design_charts import SHARED_LAYOUT_VIEWS, DesignCharts
from orgdesign.charts.journey import Journey, journey
from orgdesign.charts.legend import Legend, LegendEntry, legend_of
from orgdesign.charts.reading_depth import below, fitting_depth, focus, fold, fold_functions
from orgdesign.charts.roles import roles
from orgdesign.charts.structure_charts import StructureCharts
from orgdesign.charts.structure_pair import StructurePair

__all__ = [
    "COLOURS",
    "FIELDS",
    "QUIET",
    "SHARED_LAYOUT_VIEWS",
    "BeforeAfterCharts",
    "Box",
    "CardSettings",
    "ChangeNote",
    "Chart",
    "DesignCharts",
    "FoldedCounts",
    "Journey",
    "Kind",
    "Legend",
    "LegendEntry",
    "SideLine",
    "StructureCharts",
    "StructurePair",
    "View",
    "after",
    "apply_settings",
    "before",
    "below",
    "changes",
    "current_field",
    "fitting_depth",
    "focus",
    "fold",
    "fold_functions",
    "journey",
    "legend_of",
    "roles",
    "shared_view",
    "view_settings",
    "with_gap_style",
]
