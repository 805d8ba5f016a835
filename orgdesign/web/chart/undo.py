"""Undo and redo, a step a click."""

from __future__ import annotations

from flask import Blueprint, request

from orgdesign.web.canvas import ChartScreen
from orgdesign.web.kit import Answer, find_file

pages = Blueprint("undo", __name__)


@pages.post("/o/<key>/undo")
def undo_change(key: str) -> Answer:
    """Take back the last change."""
    return _step(key, "undo")


@pages.post("/o/<key>/redo")
def redo_change(key: str) -> Answer:
    """Make the change undone last again."""
    return _step(key, "redo")


def _step(key: str, way: str) -> Answer:
    file = find_file(key)
    screen = ChartScreen(file, key)
    if request.form.get("base") != file.now().version:
        return screen.on_success("The file has changed since. Look first, then undo.")
    done = file.undo() if way == "undo" else file.redo()
    return screen.on_success(f"{done.sentence}." if done else f"There is nothing to {way}.")
