"""Tables that orgdesign wrote, that people edited, and that come back: where that is plugged in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from orgdesign.importing import Merged
from orgdesign.reading import Reading


class Returning(Protocol):
    """What tells tables that come back, and brings what was edited in them into the file."""

    def is_returned(self, data: bytes, name: str) -> bool:
        """Return whether a file is an export of tables by orgdesign."""

    def returned(self, reading: Reading, files: Sequence[tuple[str, bytes]]) -> Merged:
        """Return the file with what was edited; raises ``Unreadable`` naming every bad cell."""


def returning() -> Returning | None:
    """Return what reads tables that come back; so far nothing does."""
    return None
