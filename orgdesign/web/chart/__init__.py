"""The charts of an organisation, and what is done on them."""

from orgdesign.web.chart import (
    box_edits,
    example_pages,
    function_form,
    move_pages,
    photo_pages,
    undo,
    workplace,
)

PAGES = (
    workplace.pages,
    box_edits.pages,
    function_form.pages,
    move_pages.pages,
    undo.pages,
    example_pages.pages,
    photo_pages.pages,
)
