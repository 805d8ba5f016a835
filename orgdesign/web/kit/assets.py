"""The app's own files under addresses that change with them, and browsers keep."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2s, sha256
from pathlib import Path

from flask import Blueprint, Request, Response, abort, send_from_directory, url_for

from orgdesign.render import sign_font
from orgdesign.resources import folder

pages = Blueprint("assets", __name__)

SIGNS = {"signs-400.woff2": 400, "signs-700.woff2": 700}
"""Fonts of the few signs that the shipped WOFF2 files lack, made from the whole faces."""

NO_ASSET = "-"
STYLES = "vendor/app.css"
"""The styles of every page in one file; beside the fonts, which it names by their folder."""
_STYLE_FILES = (
    "vendor/fonts.css",
    *(f"css/{name}.css" for name in ("base", "chart", "organisation", "forms", "canvas", "move")),
)
_PRINT_STYLES = "css/print.css"
_IMPORT = re.compile(r"^import\b[^'\n]*'\./([\w-]+\.js)'", re.MULTILINE)


@lru_cache(maxsize=1)
def asset_version() -> str:
    """Return what changes when any of the app's own files does."""
    top = folder("static")
    said = sorted((str(path.relative_to(top)), *_stamp(path)) for path in top.rglob("*.*"))
    return blake2s(repr(said).encode(), digest_size=6).hexdigest()


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def asset(name: str) -> str:
    """Return the address of one of the app's own files, and so of all that it names itself."""
    return url_for("assets.send_asset", version=asset_version(), name=name)


def modules(*names: str) -> tuple[str, ...]:
    """Return scripts with all that they import, so that a page can ask for them at once.

    Without that a browser finds what a script imports when it has read it, and so on: each step
    waits for an answer.
    """
    return _modules(names, asset_version())


@lru_cache(maxsize=32)
def _modules(names: tuple[str, ...], _version: str) -> tuple[str, ...]:
    scripts = list(names)
    for name in scripts:
        imported = _IMPORT.findall((folder("static") / name).read_text("utf-8"))
        scripts += [f"js/{one}" for one in imported if f"js/{one}" not in scripts]
    return tuple(scripts)


def built_script(name: str) -> str:
    """Return the file that a script and all that it imports were built into, or the script.

    The script itself is returned when one of them was changed since, or nothing was built.
    """
    return _built_script(name, asset_version())


@lru_cache(maxsize=32)
def _built_script(name: str, version: str) -> str:
    top, built = folder("static"), name.replace("js/", "vendor/", 1)
    if not (top / built).is_file():
        return name
    digest = sha256()
    for each in sorted(_modules((name,), version)):
        digest.update((top / each).read_bytes())
    with (top / built).open("r", encoding="utf-8") as file:
        return built if file.readline() == f"// {digest.hexdigest()}\n" else name


@lru_cache(maxsize=1)
def _styles(_version: str) -> str:
    top = folder("static")
    screen = "\n".join((top / name).read_text("utf-8") for name in _STYLE_FILES)
    return f"{screen}\n@media print {{\n{(top / _PRINT_STYLES).read_text('utf-8')}}}\n"


_sign_font = lru_cache(sign_font)


class CompressedAssets:
    """The app's own files as they were compressed for whoever asked first; a page is never kept."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key, if anything was."""
        return self._kept.get(key)

    def set(self, key: str, compressed: bytes) -> None:
        """Keep what was compressed, where the key names one of our files."""
        if not key.endswith(NO_ASSET):
            self._kept[key] = compressed


def asset_key(asked: Request) -> str:
    """Return under what the answer to a request is kept compressed."""
    return asked.path if asked.endpoint == "assets.send_asset" else NO_ASSET


@pages.get("/static/<version>/<path:name>")
def send_asset(version: str, name: str) -> Response:
    """Send a file; under the address of another version there is none."""
    if version != asset_version():
        abort(404)
    if name == STYLES:
        return Response(_styles(version), mimetype="text/css")
    sign = name.rpartition("/")[2]
    if sign in SIGNS:
        return Response(_sign_font(SIGNS[sign]), mimetype="font/woff2")
    answer = send_from_directory(folder("static"), name)
    if name.endswith((".css", ".js")):
        answer.direct_passthrough = False
        answer.make_sequence()  # so that its file is closed where what was compressed is sent
    return answer
