"""Figures and counts as people say them."""

from __future__ import annotations

from flask import Flask

from orgdesign.organisation import Measure

_SCALES = ((1e9, "billion"), (1e6, "million"))
_PER_CENT = ("%", "per cent", "percent")


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


def in_bytes(size: int) -> str:
    """Return how large a file is: ``640 bytes``, ``45 kB``, ``1.2 MB``."""
    if size < 1000:
        return counted(size, "byte")
    return f"{size / 1000:,.0f} kB" if size < 1e6 else f"{size / 1e6:,.1f} MB"


def teach(app: Flask) -> None:
    """Make the words available to templates, as filters."""
    for word in (figure, amount, counted, with_unit, in_bytes):
        app.jinja_env.filters[word.__name__] = word
