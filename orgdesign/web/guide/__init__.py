"""Help in the app: keys, words, and the documents themselves, which can be searched."""

from orgdesign.web.guide import help_pages

PAGES = (help_pages.pages,)
