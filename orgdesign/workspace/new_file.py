"""A new organisation file in a folder: named so that every system can keep it, over no other."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from contextlib import suppress

from orgdesign.problems import OrgdesignError
from orgdesign.storage import Conflict
from orgdesign.workspace.folder import Workspace
from orgdesign.workspace.open_file import OpenFile
from orgdesign.yamlfile import id_of

ENDING = ".yaml"
UNNAMED = "organisation"
"""What a file is called where a name has no letter or digit that a file name can have."""
TRIES = 1000
_DEVICES = {"aux", "con", "conin", "conout", "nul", "prn"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}
"""Names that Windows keeps for itself, whatever their ending."""


def create_organisation_file(workspace: Workspace, name: str, text: str, sentence: str) -> OpenFile:
    """Write a file named after an organisation, over no other, and open it.

    Raises ``NotSaved`` when the folder is gone or may not be written.
    """
    taken = _taken_names(workspace)
    for count in range(1, TRIES):
        with suppress(Conflict):  # another program was faster
            return workspace.create(file_name(name, taken, count), text.encode(), sentence)
    raise OrgdesignError("There are too many files of that name. Choose another name.")


def free_name(workspace: Workspace, name: str) -> str:
    """Return a name for a file of an organisation that no file of the folder has."""
    return file_name(name, _taken_names(workspace))


def _taken_names(workspace: Workspace) -> set[str]:
    return {_folded_name(name) for name in workspace.taken_names()}


def file_name(name: str, taken: Container[str] = (), count: int = 1) -> str:
    """Return the name of a file: its letters without accents, where that leaves letters.

    The same in capitals counts as taken, as some systems take it for the same.
    """
    stem = _stem(name)
    while True:
        numbered = f"{stem}-{count}{ENDING}" if count > 1 else f"{stem}{ENDING}"
        if _folded_name(numbered) not in taken:
            return numbered
        count += 1


def _stem(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    stem = id_of(bare if bare.isascii() else name)
    if stem == id_of(""):
        return UNNAMED
    return f"{stem}-{UNNAMED}" if stem in _DEVICES else stem


def _folded_name(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
