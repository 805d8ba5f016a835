"""The pages of designs: redraw the organisation without touching today's."""

from orgdesign.web.designs import changes, compare, design, designs, for_whom, phases, settle, walk
from orgdesign.web.designs.dragging import redraw as take_move

PAGES = (
    designs.pages,
    design.pages,
    phases.pages,
    changes.pages,
    settle.pages,
    compare.pages,
    for_whom.pages,
    walk.pages,
)

__all__ = ["PAGES", "take_move"]
