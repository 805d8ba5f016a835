"""Finding a function, a role, a person, an outcome or a measure by some of its words."""

from orgdesign.web.find import search_pages

PAGES = (search_pages.pages,)
