"""The database as the store of an organisation, for one person: what they see and do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext

from sqlalchemy import Connection

from orgdesign.storage import Conflict, JournalError, Version
from orgdesign.team.database import TeamDatabase
from orgdesign.team.organisations import records
from orgdesign.team.organisations.own_changes import OwnVersion, own_changes, version_before
from orgdesign.team.organisations.readings import Readings
from orgdesign.team.organisations.records import NewVersion, OrganisationRow
from orgdesign.team.viewer import NotAllowed, SaveWatch, TextLens, Viewer
from orgdesign.workspace import (
    HistoryStep,
    NotEditable,
    UndoState,
    bytes_of,
    edits_between_texts,
    text_without,
)
from orgdesign.yamlfile import Reading, Source, read
from orgdesign.yamlfile.editing import CannotEdit, Edit, Invalid, apply
from orgdesign.yamlfile.incremental import reread_text

MOST_SEARCHED = 20
"""How many versions back a text is looked for that somebody saw only a part of."""
GONE = "The organisation is no longer there."
NOT_HERE = "You may not change this here. Whoever manages this organisation can, or can let you."
IN_THE_WAY = (
    "Others changed the same since, so nothing was {way}. Look at what it says now, and edit that."
)


def _applied(whole: Reading, edits: Sequence[Edit]) -> Reading:
    """Return the whole with edits made; why they cannot be would tell what is not seen of it."""
    try:
        return apply(whole, edits).reading
    except (CannotEdit, Invalid):
        raise NotAllowed(NOT_HERE) from None


class DatabaseStore:
    """One organisation in PostgreSQL, as one person sees and edits it.

    It lives as long as a request does; what it looked up once holds until ``refresh``.
    """

    notice = ""

    def __init__(
        self,
        database: TeamDatabase,
        readings: Readings,
        row: OrganisationRow,
        viewer: Viewer,
        lens: TextLens,
        watches: Sequence[SaveWatch] = (),
    ) -> None:
        self._database, self._readings, self._watches = database, readings, watches
        self._row: OrganisationRow | None = row
        self.identity, self.label, self.organisation = row.source, row.name, row.id
        self.viewer, self.lens = viewer, lens
        self._connection: Connection | None = None

    @property
    def view(self) -> str:
        """Return what tells what is seen of it from what others see."""
        return self.lens.key

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keep every other edit of the organisation out, of this process and of others.

        What is done meanwhile is one transaction: kept together once the block is left, or not.
        """
        with self._database.writing() as connection:
            self._row = records.row_of(connection, self.organisation, locked=True)
            self._connection = connection
            try:
                yield
            finally:
                self._connection = None

    def _reading(self) -> AbstractContextManager[Connection]:
        """Give the connection that is held already, or one to look something up."""
        held = self._connection
        return self._database.reading() if held is None else nullcontext(held)

    def _writing(self) -> AbstractContextManager[Connection]:
        """Give the connection that is held already, or one whose changes are kept."""
        held = self._connection
        return self._database.writing() if held is None else nullcontext(held)

    def refresh(self) -> None:
        """Look again at what was looked up once."""
        if self._connection is None:
            with self._reading() as connection:
                self._row = records.row_of(connection, self.organisation)

    def exists(self) -> bool:
        """Tell whether it is still there."""
        return self._row is not None

    def signature(self) -> object:
        """Return what changes when the text does, without reading it."""
        return self._row.digest if self._row else None

    def known_version(self) -> str | None:
        """Return the digest of the text, to whom nothing is hidden; none here has problems."""
        return None if self.lens.hides or self._row is None else self._row.digest

    def read(self) -> Reading:
        """Return what the text says now, as it is seen."""
        if self._row is None:
            return read(b"", self.label)
        return self._readings.visible_part(self._whole(), self.lens)

    def _whole(self) -> Reading:
        if self._row is None:
            raise NotEditable(GONE)
        return self._whole_text(self._row.digest)

    def _whole_text(self, digest: str) -> Reading:
        def fetch() -> bytes:
            with self._reading() as connection:
                return records.content(connection, digest)

        return self._readings.whole(self.label, digest, fetch)

    def is_still(self, digest: str) -> bool:
        """Tell whether the text, as it is seen, has a digest."""
        source = self.read().source
        return source is not None and source.digest == digest

    def save_edits(
        self, edits: Sequence[Edit], seen: Reading, sentence: str, submission: str = ""
    ) -> Reading:
        """Make edits to the text that was ``seen``, and return what is seen of it then."""
        after = apply(seen, edits).reading
        return self._save(seen, after, edits, sentence, submission=submission)

    def save(self, data: bytes, old: str | None, sentence: str, as_of: int | None = None) -> None:
        """Save a whole text, as it is seen, over what has the digest ``old`` as it is seen."""
        seen = self.read()
        after = reread_text(seen, data)
        if seen.source is None or seen.source.digest != old:
            raise Conflict(self.label, b"")
        edits = edits_between_texts(seen, after)
        self._save(seen, after, edits, sentence, takes_back=as_of)

    def _save(
        self,
        before: Reading,
        after: Reading,
        edits: Sequence[Edit],
        sentence: str,
        *,
        takes_back: int | None = None,
        submission: str = "",
    ) -> Reading:
        """Put what is to be seen back into the whole, and add that as a version."""
        whole = self._whole()
        if before.source is None or not self.is_still(before.source.digest):
            raise Conflict(self.label, b"")
        assert whole.source is not None  # noqa: S101 - it was read
        meant = self.lens.back(edits, whole.source, before.source)
        new = _applied(whole, meant) if self.lens.hides else after
        version = NewVersion(bytes_of(new), self.viewer, sentence, takes_back, submission)
        with self._writing() as connection:
            row = records.change_organisation(
                connection, self.organisation, whole.source.digest, version
            )
            for watch in self._watches:
                watch(connection, self.viewer, self.organisation, whole, new)
        self._row = row
        self._readings.keep(new)
        return self._readings.visible_part(new, self.lens)

    def was_saved(self, submission: str) -> bool:
        """Tell whether a form that comes once more was saved already, by any process."""
        with self._reading() as connection:
            return records.is_submitted(connection, self.organisation, submission)

    def record_outside_change(self, version: str) -> None:
        """Note nothing: every version is written here."""

    def versions(self, most: int | None = None) -> list[Version]:
        """Return the versions, the newest first; none to whom something is hidden."""
        return [] if self.lens.hides else self._versions(most)

    def _versions(self, most: int | None = None) -> list[Version]:
        with self._reading() as connection:
            return records.versions_of(connection, self.organisation, most)

    def text(self, version: Version) -> bytes:
        """Return what the text was in a version, to whom nothing is hidden."""
        if self.lens.hides:
            raise JournalError("The history is open to those who see everything.")
        with self._reading() as connection:
            return records.content(connection, version.digest)

    def older_source(self, digest: str, near: Reading | None) -> Source | None:
        """Return the text with a digest that it had once, as it is seen, if it is still known."""
        if not self.lens.hides:
            with self._reading() as connection:
                known = records.has_version(connection, self.organisation, digest)
            return self._whole_text(digest).source if known else None
        for version in self._versions(MOST_SEARCHED):
            source = self._seen_text(version.digest).source
            if source is not None and source.digest == digest:
                return source
        return None

    def _seen_text(self, digest: str) -> Reading:
        return self._readings.visible_part(self._whole_text(digest), self.lens)

    def undo_state(self, current: str) -> UndoState:
        """Return one's own last change, and what one can undo and redo."""
        with self._reading() as connection:
            own = own_changes(connection, self.organisation, self.viewer.id)
        undo = own.undo.sentence if own.undo else ""
        return UndoState(undo, undo, own.redo.sentence.partition(": ")[2] if own.redo else "")

    def undo_step(self, current: str) -> HistoryStep | None:
        """Return the step back from one's own last change; what others did since stays."""
        with self._reading() as connection:
            own = own_changes(connection, self.organisation, self.viewer.id)
        return self._step_without(own.undo, "Undone", "undone") if own.undo else None

    def redo_step(self, current: str) -> HistoryStep | None:
        """Return the step forth to one's own change undone last."""
        with self._reading() as connection:
            own = own_changes(connection, self.organisation, self.viewer.id)
        return self._step_without(own.redo, "Made again", "made again") if own.redo else None

    def _step_without(self, version: OwnVersion, told: str, way: str) -> HistoryStep:
        """Return the step to what the text says now without what came with a version."""
        with self._reading() as connection:
            before = version_before(connection, self.organisation, version.number)
        after = self._seen_text(version.digest)
        merged = text_without(self.read(), after, self._seen_text(before)) if before else None
        if merged is None:
            raise NotEditable(IN_THE_WAY.format(way=way))
        sentence = version.sentence.partition(": ")[2] if version.takes_back else version.sentence
        return HistoryStep(bytes_of(merged), f"{told}: {sentence}", version.id)

    def restore_step(self, version: int) -> HistoryStep | None:
        """Return the step to a version, for whom nothing is hidden."""
        chosen = next((each for each in self.versions() if each.id == version), None)
        return (
            HistoryStep(self.text(chosen), f"Brought back: {chosen.sentence}") if chosen else None
        )
