"""A design on a page: its changes by phase, its fields, and the answer once it is gone."""

from orgdesign.web.design_page.design_fields import DESIGN, NAME, PHASE
from orgdesign.web.design_page.design_gone import (
    DesignFormScreen,
    answer_design_gone,
    need_design,
    need_found,
    render_design,
)
from orgdesign.web.design_page.design_page import (
    TABS,
    ChangeLine,
    DesignPage,
    DesignsPage,
    SearchedDesignPage,
    Stretch,
)

__all__ = [
    "DESIGN",
    "NAME",
    "PHASE",
    "TABS",
    "ChangeLine",
    "DesignFormScreen",
    "DesignPage",
    "DesignsPage",
    "SearchedDesignPage",
    "Stretch",
    "answer_design_gone",
    "need_design",
    "need_found",
    "render_design",
]
