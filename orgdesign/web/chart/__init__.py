"""The charts of an organisation, and what is done on them."""

from orgdesign.web.chart import function_form, move_pages, undo, workplace

PAGES = (workplace.pages, function_form.pages, move_pages.pages, undo.pages)
