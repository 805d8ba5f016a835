"""The chart on a page: where a reader is on it, what is chosen, and how it changes."""

from orgdesign.web.canvas.answers import (
    ChartScreen,
    render_changes,
    requested_chart_page,
    today_page,
)
from orgdesign.web.canvas.chart_page import ChartPage
from orgdesign.web.canvas.framed_view import charts_to_frame, legend_to_frame
from orgdesign.web.canvas.function_fields import FUNCTION_FIELDS
from orgdesign.web.canvas.function_move import LINES, FunctionMove
from orgdesign.web.canvas.holder_photos import photo_path, read_photo
from orgdesign.web.canvas.panel import FunctionPanel, gaps_in_words
from orgdesign.web.canvas.shared_changes import SharedChanges
from orgdesign.web.canvas.view_state import MOST_OPENED, ViewName, ViewState

__all__ = [
    "FUNCTION_FIELDS",
    "LINES",
    "MOST_OPENED",
    "ChartPage",
    "ChartScreen",
    "FunctionMove",
    "FunctionPanel",
    "SharedChanges",
    "ViewName",
    "ViewState",
    "charts_to_frame",
    "gaps_in_words",
    "legend_to_frame",
    "photo_path",
    "read_photo",
    "render_changes",
    "requested_chart_page",
    "today_page",
]
