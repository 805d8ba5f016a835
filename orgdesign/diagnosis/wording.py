"""Names, figures and counts as people say them in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from orgdesign.model import Measure

_SCALES = ((1e9, "billion"), (1e6, "million"))
_PER_CENT = ("%", "per cent", "percent")


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


def figure(value: float) -> str:
    """Return a number without needless decimals, thousands apart: ``1,240``, ``4.5``."""
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def amount(value: float) -> str:
    """Return a large sum short enough to read: ``46.7 million``."""
    for scale, name in _SCALES:
        if abs(value) >= scale * 0.9995:
            return f"{value / scale:.3g} {name}"
    return figure(value)


def counted(count: float, one: str, several: str | None = None) -> str:
    """Return a count with its noun: ``1 person``, ``12 people``."""
    return f"{figure(count)} {one if count == 1 else several or one + 's'}"


def with_unit(value: float, measure: Measure) -> str:
    """Return a value of a measure in its unit: ``21 days``, ``7%``."""
    if measure.unit in _PER_CENT:
        return f"{figure(value)}%"
    return f"{figure(value)} {measure.unit}" if measure.unit else figure(value)
