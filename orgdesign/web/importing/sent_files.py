"""What a form of an import sends: files, and what was chosen."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO, cast, get_args

from flask import Request, request
from werkzeug.datastructures import FileStorage, MultiDict

from orgdesign.imports import MEANINGS, By, is_confidential
from orgdesign.web.importing.job import ImportChoices, Upload

MAX_UPLOAD = 100_000_000
"""How many bytes the files of an import may have, all together."""
MAX_FIELDS = 20_000
MAX_MAPPING = 1_000_000
LONGEST_NAME = 120
TOO_LARGE = (
    "That is more than {mb} MB, and was not read. Leave out columns that are not needed, or bring"
    " it in with orgdesign import at the terminal."
)


class InMemory(Request):
    """A request whose files are held in memory: they are confidential, and touch no disk."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return io.BytesIO()


def accept() -> None:
    """Let this request send files, as large as they may be."""
    request.max_content_length = MAX_UPLOAD + 1_000_000
    request.max_form_memory_size = 5_000_000
    request.max_form_parts = MAX_FIELDS


def too_large() -> str:
    """Return what is said of too large an upload."""
    return TOO_LARGE.format(mb=MAX_UPLOAD // 1_000_000)


def uploads(sent: Request) -> Iterator[Upload]:
    """Yield the files that were sent."""
    for file in sent.files.getlist("files"):
        if name := _name(file):
            yield Upload(name, file.read())


def _name(file: FileStorage) -> str:
    """Return what a file is called, without where it lay; empty where none was chosen."""
    last = PurePosixPath((file.filename or "").replace("\\", "/")).name
    return "".join(filter(str.isprintable, last))[:LONGEST_NAME]


def choices(said: MultiDict[str, str]) -> ImportChoices:
    """Return how a person wants it taken."""
    by = said.get("by", "")
    return ImportChoices(
        "names" in said,
        cast(By, by) if by in get_args(By) else None,
        said.get("organisation", "").strip()[:LONGEST_NAME],
    )


def as_chosen(upload: Upload, said: MultiDict[str, str]) -> Upload:
    """Return a file with what a form says of it: its sheet, its encoding, its columns."""
    sheet = said.get(f"sheet-{upload.key}", upload.sheet)
    encoding = said.get(f"encoding-{upload.key}", upload.encoding or "").strip() or None
    chosen = replace(upload, sheet=sheet or None, encoding=encoding)
    if is_unseen(chosen, upload):
        return replace(chosen, asked=None)
    return replace(chosen, asked=_chosen_meanings(upload, said))


def is_unseen(upload: Upload, before: Upload) -> bool:
    """Return whether another part of a file is to be read than was looked at."""
    return (upload.sheet, upload.encoding) != (before.sheet, before.encoding)


def _chosen_meanings(upload: Upload, said: MultiDict[str, str]) -> dict[str, list[str]] | None:
    """Return what the columns of a file mean as a form says; None where it does not say it."""
    if f"shown-{upload.key}" not in said:
        return upload.asked
    asked: dict[str, list[str]] = {meaning: [] for meaning in MEANINGS}
    for at, header in offered_columns(upload):
        meaning = said.get(f"column-{upload.key}-{at}", "")
        if meaning in MEANINGS:
            asked[meaning].append(header)
    return asked


def mapping(sent: Request) -> str:
    """Return the text of a mapping that was sent; empty where none was."""
    file = sent.files.get("mapping")
    if file is None or not _name(file):
        return ""
    return file.read(MAX_MAPPING).decode("utf-8-sig", "replace") or "?"


def offered_columns(upload: Upload) -> Iterator[tuple[int, str]]:
    """Yield the columns of which a person can say what they mean: place and header."""
    seen: set[str] = set()
    for at, header in enumerate(upload.look.headers if upload.look else ()):
        if header and header not in seen and not is_confidential(header):
            seen.add(header)
            yield at, header


def file_name(typed: str) -> str:
    """Return the name of a file as a person typed it, with its ending."""
    name = typed.strip()
    return name if name.lower().endswith((".yaml", ".yml")) or not name else f"{name}.yaml"


def wrong_with(name: str) -> str:
    """Return why a file cannot be called so; empty where it can."""
    if not name:
        return "Write what the file is to be called, such as my-org.yaml."
    if name.startswith(".") or not set('/\\:*?"<>|').isdisjoint(name) or not name.isprintable():
        return 'Choose a name without / \\ : * ? " < > | that does not start with a dot.'
    return "" if len(name) <= LONGEST_NAME else "Choose a shorter name."
