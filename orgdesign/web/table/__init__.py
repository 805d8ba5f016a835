"""The table of all functions."""

from orgdesign.web.table import function_table

PAGES = (function_table.pages,)
