"""The pages of designs: redraw the organisation without touching today's."""

from orgdesign.web.designs import (
    changes,
    compare,
    design,
    designs,
    diagram_pages,
    for_whom,
    money,
    options,
    people_move,
    phases,
    proposal_page,
    settle,
    staff,
    walk,
)
from orgdesign.web.designs.design_box_edits import DesignBoxEdits
from orgdesign.web.designs.design_move import take_move

PAGES = (
    designs.pages,
    diagram_pages.pages,
    design.pages,
    phases.pages,
    proposal_page.pages,
    changes.pages,
    settle.pages,
    compare.pages,
    for_whom.pages,
    walk.pages,
    money.pages,
    staff.pages,
    options.pages,
    people_move.pages,
)

__all__ = ["PAGES", "DesignBoxEdits", "take_move"]
