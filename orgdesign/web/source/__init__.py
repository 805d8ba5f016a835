"""The text of a file, beside its chart."""

from orgdesign.web.source import source_pane

PAGES = (source_pane.pages,)
