"""Places in pages that something beside this room fills; where nothing does, there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, current_app
from markupsafe import Markup

Filling = Callable[..., str]


def register_slots(app: Flask) -> None:
    """Let templates say where a slot is: ``slot("panel", page=page)``."""
    app.extensions["slots"] = {}
    app.jinja_env.globals["slot"] = _filled


def fill_slot(app: Flask, name: str, filling: Filling) -> None:
    """Let every page that has a slot show what ``filling`` makes of what it is told there."""
    app.extensions["slots"].setdefault(name, []).append(filling)


def _filled(name: str, **about: Any) -> Markup:
    fillings: list[Filling] = current_app.extensions["slots"].get(name, [])
    return Markup("").join(Markup(filling(**about)) for filling in fillings)  # noqa: S704 - rendered
