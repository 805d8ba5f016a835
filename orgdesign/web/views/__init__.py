"""Ways to look at the chart: kept in the file under a name, taken along as a picture, printed."""

from orgdesign.web.views import print_pages, view_pages

PAGES = (view_pages.pages, print_pages.pages)
