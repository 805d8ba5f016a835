"""Zip archives that are the same every time: in order, and with no time of their making."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""The time that documents say they were made at: the first that a zip archive can say."""

_READABLE = 0o644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return files, by their names, as one zip archive."""
    with io.BytesIO() as whole:
        with ZipFile(whole, "w", ZIP_DEFLATED) as written:
            for name, data in files.items():
                entry = ZipInfo(name, MADE.timetuple()[:6])
                entry.external_attr = _READABLE
                written.writestr(entry, data, ZIP_DEFLATED)
        return whole.getvalue()


def steady(data: bytes) -> bytes:
    """Return a zip archive that a library has made, without the time and the machine."""
    with ZipFile(io.BytesIO(data)) as made:
        return archive({name: made.read(name) for name in made.namelist()})
