"""Everything in the file as lists and forms."""

from orgdesign.web.parts import part_id, part_pages

PAGES = (
    part_id.pages,
    part_pages.pages,
)
