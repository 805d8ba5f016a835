"""How findings name several parts in one sentence."""

from __future__ import annotations

from collections.abc import Iterable


def quoted(name: str) -> str:
    """Return a name that reads like a sentence, such as a stage's, set off from the sentence."""
    return f"“{name}”"


def joined(names: Iterable[str], most: int = 4) -> str:
    """Return names as people list them: ``Claims, Fraud and Finance``.

    Of more than ``most`` the last are counted: ``Claims, Fraud, Finance and 9 others``.
    """
    told = [*dict.fromkeys(names)]
    if len(told) > most:
        told[most - 1 :] = [f"{len(told) - most + 1} others"]
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last
