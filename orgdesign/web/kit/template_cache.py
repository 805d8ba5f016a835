"""Templates as they were compiled, kept in the user's cache: they are ours, and change with us."""

from __future__ import annotations

from contextlib import suppress

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path


class KeptTemplates(FileSystemBytecodeCache):
    """Keeps what it can; what cannot be kept is compiled again by the next run."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; it stands under its own name, so that a newer one takes its place."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def keep_templates(app: Flask) -> None:
    """Let an app find its templates compiled, unless it was told another place for that.

    Nothing is worked out while they are compiled, so that what is kept follows from a template's
    text alone, and not from filters, which may change without it.
    """
    app.jinja_env.optimized = False
    folder = user_cache_path("orgdesign", appauthor=False) / "templates"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if app.jinja_env.bytecode_cache is None:
            app.jinja_env.bytecode_cache = KeptTemplates(str(folder))
