"""What can be compared: today, designs, phases, older versions of the file, other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from orgdesign.designs import replay as redesigns
from orgdesign.designs.replay import Structure
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.storage import JournalError, Version
from orgdesign.value_objects import value_object
from orgdesign.web.kit import TODAY_KEY, Settings, current_workspace, file_key
from orgdesign.workspace import Edition, OpenFile
from orgdesign.yamlfile import read

MOST_VERSIONS = 50
THIS_FILE, VERSIONS, OTHERS = "This file", "Older versions of it", "Other files"


@value_object
class ComparisonSide:
    """One side of a comparison: its key, what it is called, and how to come by its structure.

    ``text`` says which text it is of: functions of one text are the same by where they come
    from, those of two by their ids.
    """

    key: str
    name: str
    group: str
    text: str
    structure: Callable[[], Structure]

    @property
    def findings_key(self) -> str:
        """Return the key of its findings; those of today are the edition's."""
        return self.text if self.key == TODAY_KEY else f"{self.text} {self.key}"


def sides(file: OpenFile, edition: Edition, settings: Settings) -> Iterator[ComparisonSide]:
    """Yield all that a file can be compared with, today's first."""
    if edition.organisation:
        yield from _structures(edition.organisation, "", THIS_FILE, edition.digest, settings)
    yield from _versions(file, edition, settings)
    workspace = current_workspace()
    for other in workspace.files():
        now = other.now()
        if other is not file and now.organisation:
            key = f"{file_key(other)}-"
            for side in _structures(now.organisation, key, OTHERS, f"{key}{now.digest}", settings):
                name = other.name if side.key == f"{key}{TODAY_KEY}" else None
                yield ComparisonSide(
                    side.key, name or f"{other.name}: {side.name}", *_side_parts(side)
                )


def _side_parts(side: ComparisonSide) -> tuple[str, str, Callable[[], Structure]]:
    return side.group, side.text, side.structure


def _structures(
    organisation: Organisation, prefix: str, group: str, text: str, settings: Settings
) -> Iterator[ComparisonSide]:
    yield ComparisonSide(
        f"{prefix}{TODAY_KEY}",
        "Today",
        group,
        text,
        partial(redesigns.structure_today, organisation),
    )
    for design in organisation.designs.values():
        for phase in (*design.phases, None):
            name = f"{design.name}, after {design.phases[phase].name}" if phase else design.name
            key = settings.key("structure", f"{design.id}\n{phase or ''}")
            made = partial(redesigns.structure_after, organisation, design, phase)
            yield ComparisonSide(f"{prefix}{key}", name, group, text, made)


def _versions(file: OpenFile, edition: Edition, settings: Settings) -> Iterator[ComparisonSide]:
    try:
        versions = file.history.versions()
    except JournalError:
        return
    for version in versions[:MOST_VERSIONS]:
        if version.digest != edition.version:
            when = version.when.astimezone()
            name = f"{when.day} {when:%B %Y, %H:%M}: {version.sentence}"
            told = partial(_of_version, file, version)
            key = settings.key("version", str(version.id))
            yield ComparisonSide(key, name, VERSIONS, version.digest, told)


def _of_version(file: OpenFile, version: Version) -> Structure:
    reading = read(file.history.text(version), file.name)
    if reading.organisation is None:
        raise OrgdesignError("That version of the file has problems, so it cannot be compared.")
    return redesigns.structure_today(reading.organisation)
