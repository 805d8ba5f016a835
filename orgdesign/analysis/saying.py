"""How the diagnosis names several things in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.organisation import Measure

MOST = 4
"""How many names a sentence holds before it counts the rest."""


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them; of many, the first ones and how many more."""
    shown = list(names)
    if len(shown) > MOST:
        shown[MOST - 1 :] = [f"{len(names) - MOST + 1} more"]
    return " and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def quoted(measures: Sequence[Measure]) -> str:
    """Return measures by their names, each in quotation marks."""
    return listed([f"“{measure.name}”" for measure in measures])
