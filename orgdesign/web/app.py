"""The application: pages, their security and their words, put together."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2s
from pathlib import Path

from flask import Flask, url_for
from flask_compress import Compress

from orgdesign.web import (
    function_form,
    history,
    live,
    moving,
    new_organisation,
    organisation,
    organisations,
    part_id,
    parts,
    source,
    start,
    table,
    undoing,
)
from orgdesign.web.designs import PAGES as DESIGNS
from orgdesign.web.diagnosis import PAGES as DIAGNOSIS
from orgdesign.web.errors import explain_errors
from orgdesign.web.exporting import PAGES as EXPORTING
from orgdesign.web.forms import NEW
from orgdesign.web.importing import PAGES as IMPORTING
from orgdesign.web.importing import InMemory, Jobs
from orgdesign.web.library import PAGES as LIBRARY
from orgdesign.web.on_the_spot import making
from orgdesign.web.panel import gaps_in_words
from orgdesign.web.presenting import PAGES as PRESENTING
from orgdesign.web.saving import Submissions
from orgdesign.web.security import guard
from orgdesign.web.settings import Settings
from orgdesign.web.wording import teach
from orgdesign.workspace import Workspace

PACKAGE = Path(__file__).resolve().parent.parent
SMALLEST_COMPRESSED = 1024


def folder(name: str) -> Path:
    """Return where templates or static files are: inside the package, or beside it in a clone."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def create_app(workspace: Workspace, settings: Settings) -> Flask:
    """Return the app over a workspace, for one run."""
    app = Flask("orgdesign", template_folder=folder("templates"), static_folder=folder("static"))
    app.extensions["workspace"], app.extensions["settings"] = workspace, settings
    app.extensions["submissions"], app.extensions["imports"] = Submissions(), Jobs()
    app.request_class = InMemory
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    words = {
        "gaps_in_words": gaps_in_words,
        "making": making,
        "NEW": NEW,
        "several": lambda: workspace.is_folder,
    }
    app.jinja_env.globals.update(asset=asset, **words)
    app.config["COMPRESS_MIN_SIZE"] = SMALLEST_COMPRESSED
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    Compress(app)
    teach(app)
    guard(app, settings)
    explain_errors(app)
    for module in (
        start, organisations, organisation, live, function_form, moving, undoing, source, history,
        parts, part_id, table, new_organisation,
    ):  # fmt: skip
        app.register_blueprint(module.pages)
    for pages in (*DESIGNS, *DIAGNOSIS, *EXPORTING, *IMPORTING, *LIBRARY, *PRESENTING):
        app.register_blueprint(pages)
    return app


def asset(name: str) -> str:
    """Return the address of a static file, which changes with its content."""
    path = folder("static") / name
    stamp = path.stat().st_mtime_ns if path.is_file() else 0
    return url_for("static", filename=name, v=_digest(path, stamp))


@lru_cache(maxsize=64)
def _digest(path: Path, stamp: int) -> str:
    return blake2s(path.read_bytes(), digest_size=6).hexdigest() if stamp else "missing"
