"""The figures of a comparison as people say them."""

from __future__ import annotations

from orgdesign.web.kit import amount, counted, figure

MINUS = "\u2212"


def amount_text(value: float | None, unit: str) -> str:
    """Return a figure as people say it."""
    if value is None:
        return ""
    if unit == "%":
        return f"{value:.0f}%"
    return amount(value) if unit == "cost" else figure(round(value, 1))


def apart(value: float | None, unit: str) -> str:
    """Return a difference with its sign: ``+11 points``, ``-3``; empty where there is none."""
    if not value:
        return ""
    sign = "+" if value > 0 else MINUS
    size = abs(value)
    return f"{sign}{counted(size, 'point')}" if unit == "%" else f"{sign}{amount_text(size, unit)}"
