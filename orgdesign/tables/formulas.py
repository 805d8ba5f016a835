"""Texts that a spreadsheet would run."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula."""
    return text.startswith(_STARTS)


def shield_text(text: str) -> str:
    """Return a text that no spreadsheet runs: one like a formula has an apostrophe before it.

    So has one that had apostrophes there already, that it comes back as it was.
    """
    return f"'{text}" if is_formula(text.lstrip("'")) else text


def remove_shield(text: str) -> str:
    """Return a text as it was before it was shielded."""
    return text[1:] if text.startswith("'") and is_formula(text.lstrip("'")) else text
