"""From an organisation to what to draw, not how: before, after, and as much as can be read."""

from orgdesign.charts.after import after
from orgdesign.charts.before import before
from orgdesign.charts.changes import Redrawn, changes
from orgdesign.charts.chart import Box, Chart, Hidden, Kind, Told, View
from orgdesign.charts.journey import Journey, journey
from orgdesign.charts.reading_depth import below, fitting_depth, focus, fold
from orgdesign.charts.redrafted import STEADY, Redrafted

__all__ = [
    "STEADY",
    "Box",
    "Chart",
    "Hidden",
    "Journey",
    "Kind",
    "Redrafted",
    "Redrawn",
    "Told",
    "View",
    "after",
    "before",
    "below",
    "changes",
    "fitting_depth",
    "focus",
    "fold",
    "journey",
]
