"""The starter library in the browser: look through it, and pick from it."""

from orgdesign.web.library.library import pages

PAGES = (pages,)
