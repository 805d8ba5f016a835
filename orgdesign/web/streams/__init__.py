"""Streams by which open pages hear of changes."""

from orgdesign.web.streams import event_streams

PAGES = (event_streams.pages,)
