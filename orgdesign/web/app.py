"""The application: pages, their security and their words, put together."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from flask_compress import Compress

from orgdesign import resources
from orgdesign.web import (
    brand,
    chart,
    designs,
    diagnosis,
    exporting,
    find,
    folder,
    guide,
    history,
    importing,
    library,
    outline,
    parts,
    plates,
    presenting,
    shared_view,
    source,
    streams,
    table,
    views,
)
from orgdesign.web.canvas import SharedChanges, gaps_in_words
from orgdesign.web.importing import ImportJobs, InMemory
from orgdesign.web.kit import (
    NEW,
    CompressedAssets,
    EveryOffer,
    FindingsCache,
    Settings,
    Streams,
    SubmissionLog,
    asset,
    asset_key,
    asset_pages,
    bind_addresses,
    built_script,
    current_workspace,
    guard_app,
    handle_errors,
    inline_create,
    keep_templates,
    modules,
    offer_as,
    register_filters,
    register_slots,
    share_fragments,
)
from orgdesign.workspace import Workspace

SMALLEST_COMPRESSED = 1024
FEATURES = (
    folder, streams, chart, parts, table, history, source, designs, diagnosis, exporting,
    importing, library, plates, presenting, find, guide, outline, views,
    shared_view, brand,
)  # fmt: skip


def guard_own_app(app: Flask, settings: Settings) -> None:
    """Let in whoever started the app, by a link that works once."""
    guard_app(app, settings)
    app.register_blueprint(folder.ADMISSION)
    app.jinja_env.globals["can_log_out"] = True


Guard = Callable[[Flask, Settings], None]
"""Lets an app show its pages to nobody but those who may see them."""


def create_app(
    workspace: Workspace | None, settings: Settings, guard: Guard = guard_own_app
) -> Flask:
    """Return the app over a workspace, for one run.

    A server for several people has none of its own: its guard says which each of them sees.
    """
    app = Flask(
        "orgdesign",
        template_folder=resources.folder("templates"),
        static_folder=None,
    )
    app.extensions["workspace"], app.extensions["settings"] = workspace, settings
    app.extensions["streams"], app.extensions["stream_subject"] = Streams(), str
    app.extensions["submissions"], app.extensions["imports"] = SubmissionLog(), ImportJobs()
    app.extensions["findings"], app.extensions["changes"] = FindingsCache(), SharedChanges()
    app.request_class = InMemory
    keep_templates(app)
    _register_words(app)
    offer_as(app, EveryOffer())
    register_filters(app)
    register_slots(app)
    share_fragments(app)
    brand.install(app)
    bind_addresses(app)
    guard(app, settings)
    handle_errors(app)
    app.extensions["design_move"] = designs.take_move
    app.extensions["design_box_edits"] = designs.DesignBoxEdits
    app.register_blueprint(asset_pages)
    for feature in FEATURES:
        for pages in feature.PAGES:
            app.register_blueprint(pages)
    return app


def _register_words(app: Flask) -> None:
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    words = {
        "gaps_in_words": gaps_in_words,
        "inline_create": inline_create,
        "NEW": NEW,
        "several": lambda: current_workspace().is_folder,
    }
    app.jinja_env.globals.update(asset=asset, built_script=built_script, modules=modules, **words)


def compress_answers(app: Flask) -> None:
    """Send answers compressed, which on one machine takes longer than it saves."""
    app.config["COMPRESS_MIN_SIZE"] = SMALLEST_COMPRESSED
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_CACHE_BACKEND"] = CompressedAssets
    app.config["COMPRESS_CACHE_KEY"] = asset_key
    Compress(app)
