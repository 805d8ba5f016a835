"""What every page over the parts of a file shows, worked out once."""

from __future__ import annotations

from flask import abort, current_app, render_template, request
from werkzeug.utils import cached_property

from orgdesign.model import Organisation
from orgdesign.web.kit.addresses import find_file, lead_to_chart
from orgdesign.web.kit.form import ids_of
from orgdesign.web.kit.sections import SECTIONS, PartSummary, Section, list_parts
from orgdesign.web.kit.settings import Settings
from orgdesign.workspace import Edition, OpenFile, UndoState
from orgdesign.yamlfile import Source


class FilePage:
    """One section of a file, in the edition that can be read."""

    sections = SECTIONS

    def __init__(self, key: str, section: str = "functions") -> None:
        self.key = key
        self.section: Section = SECTIONS.get(section) or abort(404)
        self.file: OpenFile = find_file(key)
        self.edition: Edition = self.file.now()
        self.file.history.record_outside_change(self.edition.version)
        self._settings: Settings = current_app.extensions["settings"]

    @property
    def has_organisation(self) -> bool:
        """Whether there is anything to show."""
        return self.edition.organisation is not None

    def need_organisation(self) -> None:
        """Lead to where the file is mended unless there is an organisation to show."""
        if not self.has_organisation:
            lead_to_chart()

    def render_with(self, template: str) -> str:
        """Return the page by its template, or lead to where the file is mended."""
        self.need_organisation()
        return render_template(template, page=self)

    @property
    def organisation(self) -> Organisation:
        """Return the last good organisation."""
        return self.edition.organisation or abort(404)

    @property
    def source(self) -> Source:
        """Return the text that the organisation was read from."""
        return self.edition.source or abort(404)

    @cached_property
    def parts(self) -> list[PartSummary]:
        """Return the parts of the section, in the order of the file."""
        return list_parts(self.organisation, self.section)

    @cached_property
    def undo_state(self) -> UndoState:
        """Return the last change, and what can be undone and redone."""
        return self.file.history.undo_state(self.edition.version)

    def step_history(self) -> None:
        """Undo or redo a step as a form asks, unless the file has moved on since the page."""
        if request.form.get("base") == self.edition.version:
            (self.file.redo if request.form.get("way") == "redo" else self.file.undo)()

    def key_of(self, part: str) -> str:
        """Return what stands for a part in addresses."""
        return self._settings.key(self.section.noun, part)

    def id_of(self, kind: str, key: str) -> str:
        """Return the id of the part of any kind that a key stands for; empty without one."""
        return self._settings.find(kind, key, ids_of(self.organisation, kind).keys()) or ""

    def find(self, key: str) -> PartSummary | None:
        """Return the part that a key stands for, if it is still there."""
        return next((part for part in self.parts if self.key_of(part.id) == key), None)
