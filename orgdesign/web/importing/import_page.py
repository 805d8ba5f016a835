"""What the pages of an import show, worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import current_app, url_for
from markupsafe import Markup

from orgdesign.imports import MEANINGS, nameless
from orgdesign.value_objects import value_object
from orgdesign.web.importing.job import ImportJob, Upload
from orgdesign.web.importing.jobs import ImportJobs
from orgdesign.web.importing.open_questions import QuestionField, open_questions
from orgdesign.web.importing.sent_files import MAX_UPLOAD, offered_columns
from orgdesign.web.kit import ChartFragment, current_workspace, file_key
from orgdesign.workspace import OpenFile, Workspace, free_name

WAYS = (
    ("", "The units, where there are any, and otherwise the managers"),
    ("units", "The units"),
    ("managers", "The managers"),
    ("posts", "The posts"),
)
"""What can become a function."""


@value_object
class ColumnRow:
    """A column as its row of the page shows it."""

    at: int
    header: str
    meaning: str = ""
    is_sure: bool = True
    samples: tuple[str, ...] = ()
    is_hushed: bool = False


class ImportPage:
    """An import, or the form that begins one, before there is anything."""

    meanings = MEANINGS
    ways = WAYS
    most = MAX_UPLOAD
    most_mb = MAX_UPLOAD // 1_000_000

    def __init__(self, job: ImportJob | None = None, target: OpenFile | None = None) -> None:
        self.job = job
        self.target = job.target if job else target
        self.wrong = job.failure if job else ""
        self.file_name = ""
        self.name_wrong = ""

    @property
    def target_key(self) -> str:
        """Return what stands for the file that it is merged into; empty for a new one."""
        return file_key(self.target) if self.target else ""

    @property
    def title(self) -> str:
        """Return what is being done."""
        return "Bring in a newer export" if self.target else "Import from HR"

    @property
    def begins_at(self) -> str:
        """Return the address of the form that begins it."""
        if self.target:
            return url_for("importing.newer", key=self.target_key)
        return url_for("importing.new")

    @property
    def away(self) -> str:
        """Return where one comes from, and goes when it is given up."""
        if self.target:
            return url_for("parts.list_outcomes", key=self.target_key)
        return url_for("folder.list_organisations")

    @property
    def takes_tables(self) -> bool:
        """Whether tables that orgdesign wrote can come back here."""
        return self.target is not None

    def address(self, endpoint: str, **more: Any) -> str:
        """Return the address of a page of this import."""
        return url_for(f"importing.{endpoint}", job=self.job.key if self.job else "", **more)

    @property
    def uploads(self) -> tuple[Upload, ...]:
        """Return what was uploaded."""
        return self.job.uploads if self.job else ()

    @property
    def can_go_on(self) -> bool:
        """Whether every file could be looked at."""
        return bool(self.uploads) and not any(each.failure for each in self.uploads)

    def rows(self, upload: Upload) -> Iterator[ColumnRow]:
        """Yield the columns of which a person can say what they mean."""
        read = {column.at: column for column in upload.look.columns.read} if upload.look else {}
        for at, header in offered_columns(upload):
            column = read.get(at)
            if column is None or upload.look is None:
                yield ColumnRow(at, header)
                continue
            told = upload.look.samples.get(at, ())
            shown = told if self.names_are_shown else nameless(column, told)
            yield ColumnRow(
                at, header, column.meaning, column.is_sure, tuple(shown), bool(told) and not shown
            )

    @property
    def names_are_shown(self) -> bool:
        """Whether names of people were asked for."""
        return bool(self.job and self.job.choices.names)

    @property
    def questions(self) -> list[QuestionField]:
        """Return what the export leaves open."""
        draft = self.job.draft if self.job else None
        return [*open_questions(draft.questions, names=self.names_are_shown)] if draft else []

    def never_read(self, upload: Upload) -> list[str]:
        """Return the headers of the columns that are confidential, and never read."""
        chosen = {header for _, header in offered_columns(upload)}
        found = upload.look.columns.confidential if upload.look else ()
        return [header for header in dict.fromkeys(found) if header not in chosen]

    def suggested_name(self) -> str:
        """Return the name of a file for what comes out; what a person typed comes first."""
        draft = self.job.draft if self.job else None
        if self.file_name or draft is None:
            return self.file_name
        return free_name(workspace(), draft.organisation.name)

    def inline(self, drawn: ChartFragment) -> Markup:
        """Return a drawn chart for the page."""
        return Markup(drawn.svg)  # noqa: S704 - Graphviz escapes what people wrote; see render


def workspace() -> Workspace:
    """Return the open files."""
    return current_workspace()


def jobs() -> ImportJobs:
    """Return the imports under way."""
    found: ImportJobs = current_app.extensions["imports"]
    return found
