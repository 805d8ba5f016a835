"""A version of a file, as its history lists it."""

from __future__ import annotations

from datetime import datetime

from orgdesign.value_objects import value_object

FIRST = "First seen"
OUTSIDE_CHANGE = "Edited outside orgdesign"


@value_object
class Version:
    """What a file said once: when, by which change, and the version that was changed.

    ``size`` is in bytes. ``as_of`` is set on a step of undo or redo: the version whose place in
    the history the file took again. ``author`` is who made the change, where several work on it.
    """

    id: int
    when: datetime
    sentence: str
    digest: str
    size: int
    parent: int | None = None
    as_of: int | None = None
    author: str = ""

    @property
    def place(self) -> int:
        """The version from which undo and redo count."""
        return self.as_of or self.id
