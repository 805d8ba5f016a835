"""The pages of designs: redraw the organisation without touching today's."""

from orgdesign.web.designs import (
    adoption,
    changes,
    compare,
    design,
    designs,
    diagram_pages,
    impact,
    money,
    options,
    people_move,
    phases,
    proposal_page,
    road_map,
    seat_plan,
)
from orgdesign.web.designs.design_box_edits import DesignBoxEdits, take_move

PAGES = (
    designs.pages,
    diagram_pages.pages,
    design.pages,
    phases.pages,
    proposal_page.pages,
    changes.pages,
    adoption.pages,
    compare.pages,
    impact.pages,
    road_map.pages,
    money.pages,
    seat_plan.pages,
    options.pages,
    people_move.pages,
)

__all__ = ["PAGES", "DesignBoxEdits", "take_move"]
