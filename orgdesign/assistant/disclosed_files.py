"""The files of a folder, as much of them as an assistant may know."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.designs.replay import Structure, structure_after
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.redaction import Disclosure, Redaction, disclose
from orgdesign.value_objects import value_object
from orgdesign.workspace import Edition, OpenFile, Workspace


@value_object
class DisclosedFiles:
    """A workspace and what is left out of all that is told of it."""

    workspace: Workspace
    redaction: Redaction

    def names(self) -> Iterator[str]:
        """Yield the names of the files, which is how an assistant calls them."""
        yield from (file.name for file in self.workspace.files())

    def open_file(self, name: str) -> OpenFile:
        """Return the file of a name; where there is but one, no name is needed."""
        files = {file.name: file for file in self.workspace.files()}
        if not name and len(files) == 1:
            return next(iter(files.values()))
        if name not in files:
            raise OrgdesignError(f'There is no file "{name}"; choose one of {", ".join(files)}.')
        return files[name]

    def sound_edition(self, name: str) -> Edition:
        """Return what a file says; ``OrgdesignError`` with its problems where it has any."""
        edition = self.open_file(name).now()
        if edition.problems or edition.organisation is None:
            lines = (problem.format(name) for problem in edition.problems)
            raise OrgdesignError("The file has problems:\n" + "\n".join(lines))
        return edition

    def disclosure(self, name: str, design: str = "", phase: str = "") -> Disclosure:
        """Return what may be told of a file's today, and of what a design makes of it."""
        today = self.sound_edition(name).organisation
        assert today is not None  # noqa: S101 - it is sound
        then = structure_called(today, design, phase) if design else None
        return disclose(today, then, self.redaction)


def structure_called(organisation: Organisation, design: str, phase: str = "") -> Structure:
    """Return what a design comes to; ``OrgdesignError`` where there is none of that id."""
    known = organisation.designs
    if design not in known:
        raise OrgdesignError(f'There is no design "{design}"; choose one of {", ".join(known)}.')
    if phase and phase not in known[design].phases:
        phases = ", ".join(known[design].phases)
        raise OrgdesignError(f'There is no phase "{phase}"; choose one of {phases}.')
    return structure_after(organisation, known[design], phase or None)
