"""The versions of a file."""

from orgdesign.web.history import version_list

PAGES = (version_list.pages,)
