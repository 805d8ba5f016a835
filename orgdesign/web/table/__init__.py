"""The table of all functions."""

from orgdesign.web.table import function_table, paste_pages

PAGES = (function_table.pages, paste_pages.pages)
