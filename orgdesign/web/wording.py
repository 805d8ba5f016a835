"""Figures and counts as people say them, for the pages."""

from __future__ import annotations

from flask import Flask

from orgdesign.analysis.wording import amount, counted, figure, with_unit

__all__ = ["amount", "counted", "figure", "teach", "with_unit"]


def teach(app: Flask) -> None:
    """Make the words available to templates, as filters."""
    for word in (figure, amount, counted, with_unit):
        app.jinja_env.filters[word.__name__] = word
