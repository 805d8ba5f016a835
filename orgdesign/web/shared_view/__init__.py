"""Share this view: the chart on screen as a picture, a poster or a slide."""

from orgdesign.web.shared_view.share_pages import pages

PAGES = (pages,)
