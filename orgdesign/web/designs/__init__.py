"""The pages of designs: redraw the organisation without touching today's."""

from orgdesign.web.designs import changes, design, designs, phases

PAGES = (designs.pages, design.pages, phases.pages, changes.pages)

__all__ = ["PAGES"]
