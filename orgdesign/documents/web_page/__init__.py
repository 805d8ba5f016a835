"""A stand-alone page: the charts, and all that is told of them, in one HTML file."""

from __future__ import annotations

from orgdesign.charts import QUIET, CardSettings
from orgdesign.documents.content import DocumentContent
from orgdesign.documents.kinds import Progress, ignore_progress
from orgdesign.documents.web_page.chart_sheets import draw_sheets
from orgdesign.documents.web_page.contents import PageContents
from orgdesign.documents.web_page.sealed_page import seal_page
from orgdesign.redaction import Disclosure

__all__ = ["html_page"]


def html_page(
    disclosure: Disclosure, progress: Progress = ignore_progress, settings: CardSettings = QUIET
) -> bytes:
    """Return what goes out as an HTML file that needs no server, and loads nothing.

    Raises:
        OrgdesignError: the chart engine cannot draw, or the fonts are missing.
    """
    content = DocumentContent(disclosure, settings)
    return seal_page(PageContents(content, draw_sheets(content.chart_set, progress)))
