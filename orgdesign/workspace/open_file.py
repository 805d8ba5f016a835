"""One open file: noticed when it changed, drawn when it is shown, edited as people ask."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Lock

from orgdesign.charts import CardSettings, Chart, StructureCharts, View, journey
from orgdesign.problems import Problem
from orgdesign.render import (
    Drawing,
    Engine,
    chart_svg,
    compose_chart,
    journey_svg,
    set_in,
    usable_brand_face,
    window_drawing,
)
from orgdesign.storage import Conflict
from orgdesign.workspace.chart_cache import ChartCache, SvgCache
from orgdesign.workspace.edition import Edition, Extent, NotEditable, SavedEdit, bytes_of
from orgdesign.workspace.file_store import FileStore
from orgdesign.workspace.merging import EditConflict, Value, before_of, find_clashes
from orgdesign.workspace.needed_edits import necessary_edits
from orgdesign.workspace.store import HistoryStep, RecentSources, Store
from orgdesign.workspace.structures import TODAY, StructureKey
from orgdesign.yamlfile import Path as DataPath
from orgdesign.yamlfile import Reading, Source
from orgdesign.yamlfile.editing import Edit
from orgdesign.yamlfile.incremental import reread_text

TRIES = 5
"""How often an edit starts anew when the file is changed elsewhere in that very moment."""

Link = Callable[[str, bool], str]
"""From a box's id, and whether its tab is meant, to where a click on it leads."""


class OpenFile:
    """One organisation, wherever its text is kept, read again when it changed."""

    def __init__(
        self, store: Store, name: str, engine: Engine, svg_cache: SvgCache, chart_cache: ChartCache
    ) -> None:
        self.history, self.name = store, name
        self._sources = RecentSources(store)
        self._engine, self._svg_cache, self._chart_cache = engine, svg_cache, chart_cache
        self._reading = Lock()
        self._signature: object = None
        self._edition = Edition("")

    @property
    def identity(self) -> str:
        """Return what tells it from every other organisation."""
        return self.history.identity

    @property
    def folder(self) -> Path | None:
        """Return the folder that the text lies in; None where it is in no file."""
        return self.history.path.parent if isinstance(self.history, FileStore) else None

    def now(self) -> Edition:
        """Return what the file says now; it is read only when it changed."""
        with self._reading:
            signature = self.history.signature()
            if signature != self._signature:
                self._edition = self._edition_of(self.history.read())
                self._signature = signature
            return self._edition

    def latest(self) -> Edition:
        """Return what the file says this very moment, also where it was looked at before."""
        self.history.refresh()
        return self.now()

    def latest_version(self) -> str:
        """Return the version of what the file says this very moment, reading it only if need be."""
        self.history.refresh()
        return self.known_version()

    def known_version(self) -> str:
        """Return the version of what the file says, reading it only if need be."""
        return self.history.known_version() or self.now().version

    @property
    def was_good(self) -> bool:
        """Whether there is an organisation to show, today's or the last good one."""
        return self._edition.organisation is not None

    def _edition_of(self, reading: Reading) -> Edition:
        source, organisation = reading.source, reading.organisation
        version = source.digest if source else _fingerprint(reading.problems)
        if source is None or organisation is None:
            return replace(self._edition, version=version, problems=reading.problems)
        self._sources.remember(source)
        return Edition(version, (), organisation, version, reading)

    def source_of(self, digest: str) -> Source | None:
        """Return the text with a digest that the file had once, if it is still known."""
        return self._sources.find(digest, self._edition.reading)

    def edit(
        self,
        edits: Sequence[Edit],
        base: str,
        sentence: str,
        was: Mapping[DataPath, Value] | None = None,
        submission: str = "",
    ) -> SavedEdit | EditConflict:
        """Change the file as meant by whoever saw the edition with the digest ``base``.

        Where the file moved on since, the edit is made to what it says now, provided that nobody
        else changed the same values; else both sides are returned and nothing is written. ``was``
        says what stood at a path when the person began, where a form knows that itself.
        ``submission`` tells one form that was sent from another: none is made twice.

        Raises ``NotEditable``, ``CannotEdit``, ``Invalid`` or ``NotSaved``; the file is as it was.
        """
        with self.history.exclusive():
            for _ in range(TRIES):
                now, source = self._editable()
                if submission and self.history.was_saved(submission):
                    return SavedEdit(now, "")
                if now.digest != base or was:
                    before = before_of(was or {}, self.source_of(base))
                    if found := tuple(find_clashes(edits, before, source)):
                        return EditConflict(found)
                try:
                    needed = necessary_edits(edits, source)
                    return self._make(needed, now, sentence, now.digest != base, submission)
                except Conflict:
                    continue
        raise NotEditable(
            f"{self.name} is being written by another program. Save again in a moment."
        )

    def _editable(self) -> tuple[Edition, Source]:
        now = self.now()
        if now.problems or now.source is None:
            raise NotEditable(
                f"{self.name} has problems at the moment, so nothing was saved."
                " What you wrote is still here: save again once they are mended."
            )
        return now, now.source

    def _make(
        self, edits: list[Edit], now: Edition, sentence: str, merged: bool, submission: str
    ) -> SavedEdit:
        if not edits or now.reading is None:
            return SavedEdit(now, "", merged=merged)
        reading = self.history.save_edits(edits, now.reading, sentence, submission)
        return SavedEdit(self._take(reading), sentence, merged)

    def _take(self, reading: Reading) -> Edition:
        """Take what was just written as what the file says, without reading it again."""
        with self._reading:
            signature = self.history.signature()
            if reading.source and self.history.is_still(reading.source.digest):
                self._edition, self._signature = self._edition_of(reading), signature
                return self._edition
        return self.now()

    def rewrite(self, reading: Reading, base: str, sentence: str) -> SavedEdit:
        """Let the file say a whole new text, by whoever saw the text with the digest ``base``.

        Raises ``Conflict`` where it says something else by now, or ``NotSaved``; it is as it was.
        """
        with self.history.exclusive():
            self.history.save(bytes_of(reading), base, sentence)
            return SavedEdit(self._take(reading), sentence)

    def undo(self) -> SavedEdit | None:
        """Take back the last change; None where there is none to take back."""
        return self._step(self.history.undo_step)

    def redo(self) -> SavedEdit | None:
        """Make the change undone last again; None where there is none."""
        return self._step(self.history.redo_step)

    def bring_back(self, version: int) -> SavedEdit | None:
        """Let the file say again what it said in a version, as an edit like any other."""
        return self._step(lambda _: self.history.restore_step(version))

    def _step(self, find: Callable[[str], HistoryStep | None]) -> SavedEdit | None:
        with self.history.exclusive():
            now = self.now()
            step = find(now.version)
            if step is None:
                return None
            self.history.save(step.data, now.version, step.sentence, step.as_of)
            before = now.reading or Reading(self.history.label, None, None, ())
            reading = reread_text(before, step.data)
            return SavedEdit(self._take(reading), step.sentence)

    def structure_charts(
        self, edition: Edition, which: StructureKey = TODAY
    ) -> StructureCharts | None:
        """Return a structure of the last good organisation, with its charts."""
        organisation = edition.organisation
        if organisation is None:
            return None
        return self._chart_cache.charts(edition.digest, organisation, which)

    def charts(self, edition: Edition, which: StructureKey = TODAY) -> Mapping[View, Chart]:
        """Return the charts of a structure of the last good organisation, with nothing folded."""
        found = self.structure_charts(edition, which)
        return found.charts if found else {}

    def chart_svg(
        self,
        edition: Edition,
        view: View,
        link: Link,
        extent: Extent,
        seen: Extent | None = None,
        which: StructureKey = TODAY,
        *,
        is_alone: bool = False,
        settings: CardSettings = CardSettings(),
        seen_settings: CardSettings | None = None,
        room: tuple[float, float] | None = None,
    ) -> str:
        """Return a chart of the last good organisation as SVG, drawn at most once.

        Where the page has the chart already, ``seen`` to some other extent, branches that stay
        as they are come without content. A chart that ``is_alone`` is drawn to a layout of its
        own, not to that of the other charts of its design. ``settings`` say what cards say, and
        ``room`` is the shape that the layout aims at. Raises ``EngineError`` when it cannot be
        drawn.
        """
        looks = (settings, seen_settings, room)
        found = self.structure_charts(edition, which)
        assert found is not None  # noqa: S101 - a chart is of an organisation

        def draw(engine: Engine) -> str:
            chart, among = _folded(found, view, extent, settings, is_alone=is_alone)
            before = seen_settings or settings
            seen_chart = _folded(found, view, seen or extent, before, is_alone=is_alone)
            known = _seen_drawing(*seen_chart, room) if seen else None
            return chart_svg(
                chart, engine, prefix=f"{view}-", link=link, among=among, seen=known, room=room
            )

        key = (edition.digest, which, view, extent, seen, is_alone, looks)
        return self.cached_picture(key, draw)

    def cached_picture(self, key: Hashable, draw: Callable[[Engine], str]) -> str:
        """Return a picture that ``key`` says all of, drawn at most once.

        Raises ``EngineError`` when it cannot be drawn.
        """
        organisation = self.now().organisation
        face = usable_brand_face(organisation.brand, self.folder) if organisation else None
        with set_in(face):
            return self._svg_cache.obtain((self.identity, face, key), lambda: draw(self._engine))

    def journey_svg(self, edition: Edition, link: Link) -> str:
        """Return the journey map of the last good organisation as SVG, drawn at most once.

        Raises ``EngineError`` when it cannot be drawn.
        """
        organisation = edition.organisation
        if organisation is None:
            return ""

        def draw(engine: Engine) -> str:
            return journey_svg(journey(organisation), engine, prefix="journey-", link=link)

        return self.cached_picture((edition.digest, "journey"), draw)


def _seen_drawing(
    chart: Chart, among: Sequence[Chart], room: tuple[float, float] | None
) -> Drawing:
    """Return the drawing that a page has of a chart."""
    return window_drawing(chart, among, room) if room else compose_chart(chart, among)


def _folded(
    charts: StructureCharts,
    view: View,
    extent: Extent,
    settings: CardSettings,
    *,
    is_alone: bool,
) -> tuple[Chart, tuple[Chart, ...]]:
    opened, is_whole = extent.opened, extent.whole
    return charts.folded_chart(
        view, opened, is_whole=is_whole, is_alone=is_alone, settings=settings
    )


def _fingerprint(problems: tuple[Problem, ...]) -> str:
    return sha256(repr(problems).encode()).hexdigest()
