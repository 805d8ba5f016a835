"""A design that an assistant proposes: written beside today, checked, undone in one step."""

from __future__ import annotations

from typing import Any

from orgdesign.assistant.disclosed_files import DisclosedFiles, structure_called
from orgdesign.assistant.reports import difference_data, findings_changed
from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.workspace import EditConflict
from orgdesign.yamlfile import id_of
from orgdesign.yamlfile.editing import Add, apply

PROPOSED = "Proposed by an assistant: "
"""What the history's sentence of a proposal begins with, so that no other step is taken back."""


def propose(
    files: DisclosedFiles, file: str, name: str, changes: list[dict[str, Any]], reason: str
) -> dict[str, Any]:
    """Write a new design and return what it would change; nothing is written that cannot be done.

    Raises ``OrgdesignError`` where the file has problems, a change has a mistake or cannot be
    made, or a design is called so already. Today's structure is never touched.
    """
    edition = files.sound_edition(file)
    assert edition.reading is not None  # noqa: S101 - it is sound
    design = id_of(name)
    if edition.organisation and design in edition.organisation.designs:
        raise OrgdesignError(f'There is a design "{design}" already; choose another name.')
    value: dict[str, Any] = {
        "name": name,
        "changes": changes,
        **({"reason": reason} if reason else {}),
    }
    add = Add(("designs",), design, value)
    proposed = apply(edition.reading, [add]).reading.organisation
    assert proposed is not None  # noqa: S101 - the edit was proved
    _require_possible(proposed, design)
    done = files.open_file(file).edit([add], edition.digest, f"{PROPOSED}{name}")
    if isinstance(done, EditConflict):
        raise OrgdesignError("Somebody else has just written a design of that name.")
    return report_on(files, file, design)


def _require_possible(organisation: Organisation, design: str) -> None:
    failures = structure_called(organisation, design).failures
    if failures:
        lines = (
            f"Change {failure.at + 1} cannot be made: {failure.reason}." for failure in failures
        )
        raise OrgdesignError("\n".join(("Nothing was written.", *lines)))


def report_on(files: DisclosedFiles, file: str, design: str) -> dict[str, Any]:
    """Return what a design changes, and what the rules find in it that they do not find today."""
    disclosure = files.disclosure(file, design)
    return {
        "design": design,
        "differences": difference_data(disclosure),
        "findings": findings_changed(disclosure),
    }


def withdraw(files: DisclosedFiles, file: str) -> str:
    """Take back the last change of a file, if it is a proposal; return what was taken back."""
    opened = files.open_file(file)
    last = opened.history.undo_state(opened.now().version).last
    if not last.startswith(PROPOSED) or opened.undo() is None:
        raise OrgdesignError("The last change of this file is not a proposal; it stays.")
    return last.removeprefix(PROPOSED)
