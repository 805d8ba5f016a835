"""Share this view: the chart, the plate or the page on screen as a picture, a poster or a slide."""

from orgdesign.web.shared_view import share_pages, sheet_share_pages

PAGES = (share_pages.pages, sheet_share_pages.pages)
