"""An open file whose design is settled, as a step of its history like any other."""

from __future__ import annotations

from collections.abc import Collection

from orgdesign.designs.adoption import adopt_design
from orgdesign.workspace.edition import NotEditable, SavedEdit
from orgdesign.workspace.open_file import OpenFile


def adopt_file_design(
    file: OpenFile,
    design: str,
    phase: str | None,
    base: str,
    without: Collection[str] = (),
) -> SavedEdit:
    """Make the end of a phase of a design, or of all of it, the new today of a file.

    ``base`` is the digest of the text that the person saw. Raises ``NotEditable``,
    ``AdoptionBlocked``, ``CannotEdit``, ``Conflict`` or ``NotSaved``; the file is as it was.
    """
    now = file.now()
    if now.reading is None or now.problems:
        raise NotEditable(f"{file.name} has problems at the moment. Mend them first, then settle.")
    if now.version != base:
        raise NotEditable(
            "The file has changed meanwhile. Look again at what changes, then settle."
        )
    settled = adopt_design(now.reading, design, phase, without)
    return file.rewrite(settled.reading, base, settled.sentence)
