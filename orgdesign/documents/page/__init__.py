"""A stand-alone page: the charts, and all that is told of them, in one HTML file."""

from __future__ import annotations

from orgdesign.documents.page.contents import Contents
from orgdesign.documents.page.drawn import drawn
from orgdesign.documents.page.sealed import sealed
from orgdesign.documents.telling import Progress, unheard
from orgdesign.redaction import Exported

__all__ = ["page"]


def page(going: Exported, progress: Progress = unheard) -> bytes:
    """Return what goes out as an HTML file that needs no server, and loads nothing.

    Raises:
        OrgdesignError: the chart engine cannot draw, or the fonts are missing.
    """
    return sealed(Contents(going, drawn(going, progress)))
