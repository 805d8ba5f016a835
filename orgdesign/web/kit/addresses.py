"""Which file an address is about: its key is taken from it once, and put into every other."""

from __future__ import annotations

from typing import NoReturn

from flask import Flask, abort, current_app, g, redirect, url_for

from orgdesign.web.kit.settings import Settings
from orgdesign.workspace import OpenFile, Workspace


def bind_addresses(app: Flask) -> None:
    """Let ``url_for`` name the file of the page that asks, where nobody names another."""

    @app.url_value_preprocessor
    def note_file(endpoint: str | None, values: dict[str, str] | None) -> None:
        g.file_key = (values or {}).get("key", "")

    @app.url_defaults
    def name_file(endpoint: str, values: dict[str, object]) -> None:
        if "key" not in values and app.url_map.is_endpoint_expecting(endpoint, "key"):
            values["key"] = g.get("file_key") or None


def file_key(file: OpenFile) -> str:
    """Return what stands for a file in addresses."""
    settings: Settings = current_app.extensions["settings"]
    return settings.key("file", file.identity)


def current_workspace() -> Workspace:
    """Return the organisations of whoever asks."""
    workspace: Workspace = g.get("workspace") or current_app.extensions["workspace"]
    return workspace


def files_version(workspace: Workspace, settings: Settings) -> str:
    """Return what changes when an organisation comes, goes or changes."""
    versions = [(file.name, file.known_version()) for file in workspace.files()]
    return settings.key("files", repr(versions))


def find_file(key: str) -> OpenFile:
    """Return the open file that a key stands for; 404 when there is none."""
    workspace = current_workspace()
    if workspace is None:  # nobody knows yet who asks
        return abort(404)
    for files in (workspace.open_files, workspace.files):  # a page may be older than this start
        found = next((file for file in files() if file_key(file) == key), None)
        if found:
            return found
    return abort(404)


def lead_to_chart() -> NoReturn:
    """Answer with the way to the chart, where a file that was never read is mended."""
    abort(redirect(url_for("chart.show_chart"), 303))
