"""What the pages over an organisation of a team server have besides what every page has."""

from __future__ import annotations

from flask import g
from werkzeug.utils import cached_property

from orgdesign.team.viewer import Viewer
from orgdesign.web.kit import FilePage
from orgdesign.workspace import OpenFile


def organisation_of(file: OpenFile) -> int:
    """Return the id of the organisation that a file of the team server is."""
    return int(file.history.organisation)  # type: ignore[attr-defined]


class TeamPage(FilePage):
    """A page that knows who asks, and which organisation of the database it is about."""

    message = ""

    @property
    def viewer(self) -> Viewer:
        """Return whoever asks."""
        viewer: Viewer = g.viewer
        return viewer

    @cached_property
    def organisation_id(self) -> int:
        """Return the id of the organisation."""
        return organisation_of(self.file)
