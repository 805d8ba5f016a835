"""Templates: kept as they were compiled, and how they say figures and counts."""

from __future__ import annotations

from contextlib import suppress
from threading import Condition

from cachetools import LRUCache, cached
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

from orgdesign.diagnosis.wording import amount, counted, figure, with_unit
from orgdesign.model import lower_first
from orgdesign.render import missing_fonts_advice
from orgdesign.workspace import Edition

__all__ = ["amount", "counted", "figure", "register_filters", "with_unit"]

MOST_REMEMBERED = 24
"""Of how many editions it is remembered which letters no font has."""


def in_bytes(size: int) -> str:
    """Return how large a file is: ``640 bytes``, ``45 kB``, ``1.2 MB``."""
    if size < 1000:
        return counted(size, "byte")
    return f"{size / 1000:,.0f} kB" if size < 1e6 else f"{size / 1e6:,.1f} MB"


@cached(LRUCache(MOST_REMEMBERED), lambda edition: edition.digest, condition=Condition())
def font_advice(edition: Edition) -> str:
    """Return which characters of a file no font has, and what to install; empty where all are."""
    text = edition.source.text if edition.source else ""
    return missing_fonts_advice("".join(sorted({*text})))


def register_filters(app: Flask) -> None:
    """Make the words available to templates, as filters."""
    app.jinja_env.filters |= {
        "figure": figure,
        "amount": amount,
        "counted": counted,
        "with_unit": with_unit,
        "lower_first": lower_first,
        "in_bytes": in_bytes,
        "font_advice": font_advice,
    }


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
