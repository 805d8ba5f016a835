"""One import that somebody is at: what was uploaded and chosen, and what will come out."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from orgdesign.imports import NO_ANSWERS, Answers, By, Preview, TableChoice
from orgdesign.value_objects import value_object
from orgdesign.web.importing.draft import Draft
from orgdesign.web.kit import ThreadedTask
from orgdesign.workspace import OpenFile

SURPRISED = "That could not be read. Nothing was written; try again, or export it as CSV."


def _key() -> str:
    return secrets.token_urlsafe(16)


@value_object
class Upload:
    """A file as it was uploaded, and how it is to be read.

    ``asked`` are the headers by meaning that a person chose; None where nobody has looked yet.
    What ``comes_back`` is a table or a description that orgdesign wrote.
    """

    name: str
    data: bytes = field(repr=False)
    key: str = field(default_factory=lambda: secrets.token_hex(4))
    asked: dict[str, list[str]] | None = None
    sheet: str | None = None
    encoding: str | None = None
    look: Preview | None = None
    notes: tuple[str, ...] = ()
    failure: str = ""
    comes_back: bool = False
    is_description: bool = False

    @property
    def choice(self) -> TableChoice:
        """Return what was chosen of it."""
        return TableChoice(self.asked, self.sheet, self.encoding)


@value_object
class ImportChoices:
    """How a person wants it taken."""

    names: bool = False
    by: By | None = None
    organisation: str = ""
    answers: Answers = NO_ANSWERS


@dataclass(slots=True)
class Task(ThreadedTask):
    """What is being read in a thread, and how far it is: in which file, at which row."""

    words: str
    said: str = ""
    rows: int = 0

    def progress(self, rows: int) -> None:
        """Note how many rows are read; raises ``JobCancelled`` where nobody waits."""
        self.rows = rows
        self.check()


@dataclass(slots=True, eq=False)
class ImportJob:
    """An import from the upload to the file; ``target`` is the file that it is merged into."""

    target: OpenFile | None = None
    key: str = field(default_factory=_key)
    uploads: tuple[Upload, ...] = ()
    choices: ImportChoices = ImportChoices()
    task: Task | None = None
    draft: Draft | None = None
    failure: str = ""
    moved_on: str = ""
    written: OpenFile | None = None
    last_task: Task | None = None
    writing: Lock = field(default_factory=Lock)
    _lock: Lock = field(default_factory=Lock)

    @property
    def size(self) -> int:
        """Return how many bytes were uploaded."""
        return sum(len(each.data) for each in self.uploads)

    def start(self, words: str, work: Callable[[ImportJob, Task], None]) -> None:
        """Do some work in a thread; what was under way is given up."""
        task = Task(words)
        with self._lock:
            self._give_up()
            self.task = self.last_task = task
            self.draft, self.failure, self.moved_on = None, "", ""
        task.begin(lambda: work(self, task), lambda: self._end(task), SURPRISED)

    def _end(self, task: Task) -> None:
        with self._lock:
            if self.task is task:
                self.task, self.failure = None, task.failure

    def take(
        self, task: Task, *, uploads: tuple[Upload, ...] = (), draft: Draft | None = None
    ) -> None:
        """Take what a task found, unless nobody waits for it any more."""
        with self._lock:
            if self.task is task:
                self.uploads, self.draft = uploads or self.uploads, draft

    def cancel(self) -> None:
        """Give up what is under way, and forget all that was uploaded."""
        with self._lock:
            self._give_up()
            self.uploads, self.draft = (), None

    def finish(self, file: OpenFile) -> None:
        """Note that it was written into a file, and forget all that was uploaded."""
        self.cancel()
        self.written = file

    def _give_up(self) -> None:
        if self.task:
            self.task.cancel()
        self.task = None
