"""The pages of designs: redraw the organisation without touching today's."""

from orgdesign.web.designs import changes, design, designs, phases, settle

PAGES = (designs.pages, design.pages, phases.pages, changes.pages, settle.pages)

__all__ = ["PAGES"]
