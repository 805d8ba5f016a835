"""The application: pages, their security and their words, put together."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2s
from pathlib import Path

from flask import Flask, url_for
from flask_compress import Compress

from orgdesign import resources
from orgdesign.web import (
    chart,
    designs,
    diagnosis,
    exporting,
    folder,
    history,
    importing,
    library,
    parts,
    plates,
    presenting,
    source,
    table,
)
from orgdesign.web.canvas import gaps_in_words
from orgdesign.web.importing import InMemory
from orgdesign.web.importing import Jobs as ImportJobs
from orgdesign.web.kit import (
    NEW,
    Settings,
    SubmissionLog,
    bind_addresses,
    guard_app,
    handle_errors,
    inline_create,
    register_filters,
)
from orgdesign.workspace import Workspace

SMALLEST_COMPRESSED = 1024
FEATURES = (
    folder, chart, parts, table, history, source, designs, diagnosis, exporting, importing, library,
    plates, presenting,
)  # fmt: skip


def create_app(workspace: Workspace, settings: Settings) -> Flask:
    """Return the app over a workspace, for one run."""
    app = Flask(
        "orgdesign",
        template_folder=resources.folder("templates"),
        static_folder=resources.folder("static"),
    )
    app.extensions["workspace"], app.extensions["settings"] = workspace, settings
    app.extensions["submissions"], app.extensions["imports"] = SubmissionLog(), ImportJobs()
    app.request_class = InMemory
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    words = {
        "gaps_in_words": gaps_in_words,
        "inline_create": inline_create,
        "NEW": NEW,
        "several": lambda: workspace.is_folder,
    }
    app.jinja_env.globals.update(asset=asset, **words)
    app.config["COMPRESS_MIN_SIZE"] = SMALLEST_COMPRESSED
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    Compress(app)
    register_filters(app)
    bind_addresses(app)
    guard_app(app, settings)
    handle_errors(app)
    app.extensions["design_move"] = designs.take_move
    for feature in FEATURES:
        for pages in feature.PAGES:
            app.register_blueprint(pages)
    return app


def asset(name: str) -> str:
    """Return the address of a static file, which changes with its content."""
    path = resources.folder("static") / name
    stamp = path.stat().st_mtime_ns if path.is_file() else 0
    return url_for("static", filename=name, v=_digest(path, stamp))


@lru_cache(maxsize=64)
def _digest(path: Path, stamp: int) -> str:
    return blake2s(path.read_bytes(), digest_size=6).hexdigest() if stamp else "missing"
