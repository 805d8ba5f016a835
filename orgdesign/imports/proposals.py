"""Changes that people accept or refuse one by one, before anything is written."""

from __future__ import annotations

from collections.abc import Container

from orgdesign.value_objects import value_object


@value_object
class ImportChange:
    """One change: what is said of it, what goes and what comes.

    ``key`` stands for it as long as nothing else is brought in: whoever refuses it says that.
    """

    key: str
    sentence: str
    goes: tuple[str, ...] = ()
    comes: tuple[str, ...] = ()


NOTHING_REFUSED: Container[str] = frozenset()
