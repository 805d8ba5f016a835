"""Zip archives that are always the same, what Office files say of themselves, and attachments."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from orgdesign.problems import OrgdesignError
from orgdesign.value_objects import value_object


@value_object
class Attachment:
    """A file that was handed in, and how messages call it."""

    name: str
    data: bytes


EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The time that documents say they were made at: the first that a zip archive can say."""

_READABLE = 0o644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return files, by their names, as one zip archive."""
    with io.BytesIO() as whole:
        with ZipFile(whole, "w", ZIP_DEFLATED) as written:
            for name, data in files.items():
                entry = ZipInfo(name, EPOCH.timetuple()[:6])
                entry.external_attr = _READABLE
                written.writestr(entry, data, ZIP_DEFLATED)
        return whole.getvalue()


def unpack_zip(data: bytes) -> dict[str, bytes]:
    """Return the files of a zip archive that a library has made, by their names."""
    with ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def normalised_zip(data: bytes) -> bytes:
    """Return a zip archive that a library has made, without the time and the machine."""
    return archive(unpack_zip(data))


_TEXTS = ("author", "last_modified_by", "comments", "keywords", "category", "subject", "identifier")
_LONGEST_TITLE = 255


def set_title_only(properties: Any, title: str, language: str = "en-GB") -> None:
    """Leave a title in the core properties of a Word document or a presentation, and no more."""
    for name in _TEXTS:
        setattr(properties, name, "")
    properties.title = title[:_LONGEST_TITLE]
    properties.language, properties.revision = language, 1
    properties.created = properties.modified = EPOCH.replace(tzinfo=None)


_LARGEST = 300 * 1024 * 1024


def refuse_zip_bomb(template: Attachment) -> None:
    """Refuse a template that takes too much memory.

    Raises:
        OrgdesignError: it would; the sentence says how much.
        BadZipFile: it is no Office document at all.
    """
    with ZipFile(io.BytesIO(template.data)) as packed:
        unpacked = sum(each.file_size for each in packed.infolist())
    if unpacked > _LARGEST:
        raise OrgdesignError(
            f"{template.name} unpacks to {unpacked / 1e6:,.0f} MB, which is too much for a "
            "template; take the large pictures out of it."
        )
