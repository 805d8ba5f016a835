"""From an organisation to what to draw, not how: before, after, and as much as can be read."""

from orgdesign.charts.after import after
from orgdesign.charts.before import before
from orgdesign.charts.card_settings import COLOURS, FIELDS, CardSettings, apply_settings
from orgdesign.charts.changes import Redrawn, changes
from orgdesign.charts.chart import Box, Chart, Hidden, Kind, SideLine, Told, View
from orgdesign.charts.journey import Journey, journey
from orgdesign.charts.legend import Legend, LegendEntry, legend_of
from orgdesign.charts.reading_depth import below, fitting_depth, focus, fold
from orgdesign.charts.redrafted import STEADY, Redrafted
from orgdesign.charts.roles import roles

__all__ = [
    "COLOURS",
    "FIELDS",
    "STEADY",
    "Box",
    "CardSettings",
    "Chart",
    "Hidden",
    "Journey",
    "Kind",
    "Legend",
    "LegendEntry",
    "Redrafted",
    "Redrawn",
    "SideLine",
    "Told",
    "View",
    "after",
    "apply_settings",
    "before",
    "below",
    "changes",
    "fitting_depth",
    "focus",
    "fold",
    "journey",
    "legend_of",
    "roles",
]
