"""How an export tells people of its progress, and of what they are to know."""

from __future__ import annotations

from collections.abc import Callable

Note = Callable[[str], None]
"""Takes a sentence that people are to know of what was made."""

Progress = Callable[[int, int], None]
"""Takes how many steps are done, and how many there are; called by long work as it goes on."""


def ignore_progress(*_: object) -> None:
    """Tell nobody."""
