"""The organisation presented on a screen, slide by slide, and what the speaker sees meanwhile."""

from orgdesign.web.presenting.presentation import pages

PAGES = (pages,)

__all__ = ["PAGES"]
