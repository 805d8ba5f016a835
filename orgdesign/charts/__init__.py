"""From an organisation to what to draw, not how: before, after, and as much as can be read."""

from orgdesign.charts.after import after
from orgdesign.charts.before import before
from orgdesign.charts.boxes import (
    GAPS,
    function_id,
    hues,
    lacks_accountable_role,
    outcome_box,
    outcome_id,
    progress,
    role_title,
)
from orgdesign.charts.card_settings import (
    COLOURS,
    FIELDS,
    QUIET,
    SHOWN,
    CardSettings,
    apply_settings,
    current_field,
    shared_view,
    view_settings,
    with_gap_style,
)
from orgdesign.charts.changes import BeforeAfterCharts, changes
from orgdesign.charts.chart import (
    Box,
    ChangeNote,
    Chart,
    FoldedCounts,
    GapStyle,
    Kind,
    SideLine,
    View,
    chart_titles,
)
from orgdesign.charts.design_charts import DesignCharts
from orgdesign.charts.journey import Journey, JourneyCell, Passage, journey
from orgdesign.charts.legend import Legend, LegendEntry, legend_of
from orgdesign.charts.phase_charts import phase_charts
from orgdesign.charts.reading_depth import below, fitting_depth, focus, fold, fold_functions
from orgdesign.charts.roles import initials, role_id, roles
from orgdesign.charts.structure_charts import ChartsOfToday, StructureCharts
from orgdesign.charts.structure_pair import StructurePair

__all__ = [
    "COLOURS",
    "FIELDS",
    "GAPS",
    "QUIET",
    "SHOWN",
    "BeforeAfterCharts",
    "Box",
    "CardSettings",
    "ChangeNote",
    "Chart",
    "ChartsOfToday",
    "DesignCharts",
    "FoldedCounts",
    "GapStyle",
    "Journey",
    "JourneyCell",
    "Kind",
    "Legend",
    "LegendEntry",
    "Passage",
    "SideLine",
    "StructureCharts",
    "StructurePair",
    "View",
    "after",
    "apply_settings",
    "before",
    "below",
    "changes",
    "chart_titles",
    "current_field",
    "fitting_depth",
    "focus",
    "fold",
    "fold_functions",
    "function_id",
    "hues",
    "initials",
    "journey",
    "lacks_accountable_role",
    "legend_of",
    "outcome_box",
    "outcome_id",
    "phase_charts",
    "progress",
    "role_id",
    "role_title",
    "roles",
    "shared_view",
    "view_settings",
    "with_gap_style",
]
