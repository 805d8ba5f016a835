"""Plates in the browser: choose, point, click through, and take one along as a picture."""

from orgdesign.web.plates.plates import pages

PAGES = (pages,)
