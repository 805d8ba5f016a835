"""The organisations in the database that somebody may see, as pages ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations import records
from orgdesign.team.organisations.database_store import GONE, DatabaseStore
from orgdesign.team.organisations.readings import Readings
from orgdesign.team.organisations.records import NewVersion, OrganisationRow
from orgdesign.team.viewer import Access, NotAllowed, SaveWatch, TextLens, Viewer, WholeLens
from orgdesign.value_objects import value_object
from orgdesign.workspace import ChartCache, NotEditable, OpenFile, SvgCache

MOST_TEXTS = 24
"""Of how many texts a process keeps the charts."""


@value_object
class TeamResources:
    """What the requests of one process share; none of it matters, all can be made anew."""

    database: TeamDatabase
    engine: Engine
    access: Access
    readings: Readings = field(default_factory=Readings)
    svg_cache: SvgCache = field(default_factory=SvgCache)
    chart_cache: ChartCache = field(default_factory=lambda: ChartCache(MOST_TEXTS))
    on_save: list[SaveWatch] = field(default_factory=list)

    def workspace_for(self, viewer: Viewer) -> TeamWorkspace:
        """Return what somebody may see, for one request."""
        return TeamWorkspace(self, viewer)

    def open_file(self, row: OrganisationRow, viewer: Viewer, lens: TextLens) -> OpenFile:
        """Return an organisation as somebody sees it, for one request."""
        store = DatabaseStore(self.database, self.readings, row, viewer, lens, self.on_save)
        return OpenFile(store, row.name, self.engine, self.svg_cache, self.chart_cache)

    def whole_file(self, organisation: int, viewer: Viewer) -> OpenFile:
        """Return all of an organisation, for what the server does in somebody's name."""
        with self.database.reading() as connection:
            row = records.row_of(connection, organisation)
        if row is None:
            raise NotEditable(GONE)
        return self.open_file(row, viewer, WholeLens())


class TeamWorkspace:
    """What one person may see of the organisations; it lives as long as a request does."""

    is_folder = True

    def __init__(self, resources: TeamResources, viewer: Viewer) -> None:
        self._resources, self.viewer = resources, viewer
        self._files: list[OpenFile] | None = None

    @property
    def view(self) -> str:
        """Return whose it is: nobody else need see the same."""
        return self.viewer.id

    def open_files(self) -> list[OpenFile]:
        """Return the organisations found so far, or now."""
        return self.files() if self._files is None else self._files

    def files(self) -> list[OpenFile]:
        """Return the organisations that may be seen, by name."""
        shared = self._resources
        with shared.database.reading() as connection:
            rows = records.all_rows(connection)
            lenses = shared.access.lenses(connection, self.viewer, [row.id for row in rows])
        self._files = [
            shared.open_file(row, self.viewer, lenses[row.id]) for row in rows if row.id in lenses
        ]
        return self._files

    def create(self, name: str, data: bytes, sentence: str) -> OpenFile:
        """Begin an organisation, the first version of its history, and open it.

        Raises ``Conflict`` where there is one of that name already, or ``NotAllowed``.
        """
        shared = self._resources
        with shared.database.writing() as connection:
            if not shared.access.may_create(connection, self.viewer):
                raise NotAllowed("You may not begin an organisation here. Ask an administrator.")
            first = NewVersion(data, self.viewer, sentence)
            row = records.insert_organisation(connection, name, first)
            shared.access.note_created(connection, self.viewer, row.id)
            lens = shared.access.lenses(connection, self.viewer, [row.id]).get(row.id)
        if lens is None:
            raise NotAllowed("The organisation was begun, and is not open to you.")
        return shared.open_file(row, self.viewer, lens)

    def taken_names(self) -> list[str]:
        """Return the names that a new organisation cannot have."""
        with self._resources.database.reading() as connection:
            return [row.name for row in records.all_rows(connection)]

    def draw_picture(self, draw: Callable[[Engine], str]) -> str:
        """Return a picture of what is in no organisation yet.

        Raises ``EngineError`` when it cannot be drawn.
        """
        return draw(self._resources.engine)
