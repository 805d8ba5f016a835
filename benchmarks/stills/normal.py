"""Bytes of a document as text that is the same every time, so that differences can be read."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import PurePath

from pypdf import PdfReader

KEY = re.compile(
    r"(?<![0-9a-f])(?:[0-9a-f]{12}|[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{64})(?![0-9a-f])"
)
TOKEN = re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])")
CLOCK = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?")
IN_WORDS = re.compile(r"\b(today|yesterday|\d\d? \w+ 20\d\d),? (at )?\d\d?:\d\d\b")
MARKUP = {".svg", ".html", ".xml", ".rels"}
PACKED = {".docx", ".pptx", ".xlsx", ".zip"}
WORDS = {".md", ".csv", ".json", ".txt", ".yaml", ".sarif"}


def as_text(name: str, data: bytes) -> str | None:
    """Return a document as text, or None where only its bytes will do."""
    ending = PurePath(name).suffix.lower()
    if ending in PACKED:
        return _unpacked(data)
    if ending == ".pdf":
        return _pages(data)
    if ending in MARKUP:
        return markup(data.decode("utf-8", "replace"))
    if ending == ".json":
        return json.dumps(json.loads(data), ensure_ascii=False, indent=1)
    return without_chance(data.decode("utf-8", "replace")) if ending in WORDS else None


def markup(text: str) -> str:
    """Return HTML, SVG or XML with a tag a line, and each text beside its tag."""
    lines = (line.strip() for line in re.sub(r"(?=<)", "\n", text).splitlines())
    return without_chance("\n".join(filter(None, lines)))


def without_chance(text: str) -> str:
    """Replace keys, digests, tokens and times by words."""
    for pattern, word in ((KEY, "KEY"), (TOKEN, "TOKEN"), (CLOCK, "TIME"), (IN_WORDS, "TIME")):
        text = pattern.sub(word, text)
    return text


def _unpacked(data: bytes) -> str:
    parts = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            text = as_text(name, archive.read(name))
            parts.append(f"==== {name}\n{text if text is not None else _sized(archive.read(name))}")
    return "\n".join(parts)


def _pages(data: bytes) -> str:
    reader = PdfReader(io.BytesIO(data))
    pages = (
        f"==== page {number} {[round(float(side), 1) for side in page.mediabox]}\n"
        + page.extract_text()
        for number, page in enumerate(reader.pages, 1)
    )
    return "\n".join(pages)


def _sized(data: bytes) -> str:
    return f"{len(data)} bytes"
