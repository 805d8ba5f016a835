"""The organisation presented on a screen, slide by slide, and what the speaker sees meanwhile."""

from orgdesign.web.presenting import show, speaker, start

PAGES = (start.pages, show.pages, speaker.pages)

__all__ = ["PAGES"]
