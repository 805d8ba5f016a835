"""What can be exported, in which formats, and how it goes; light, for a fast command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

ExportKind = Literal[
    "roles",
    "changes",
    "advertisement",
    "deck",
    "booklet",
    "page",
    "tables",
    "organogram",
    "model",
    "drawio",
    "mermaid",
]
ENDINGS: Mapping[ExportKind, tuple[str, ...]] = {
    "roles": ("docx", "pdf", "md", "zip"),
    "changes": ("docx", "pdf", "md", "zip"),
    "advertisement": ("docx", "pdf", "md", "zip"),
    "deck": ("pptx",),
    "booklet": ("pdf",),
    "page": ("html",),
    "tables": ("xlsx", "zip"),
    "organogram": ("zip",),
    "model": ("json",),
    "drawio": ("drawio",),
    "mermaid": ("md",),
}
"""The formats of each, by the end of a file's name; the first is the usual one."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES: Mapping[str, str] = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "zip": "application/zip",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "drawio": "application/vnd.jgraph.mxfile",
}
"""What browsers are told of a file, by the end of its name."""

Paper = Literal["a4", "a3", "letter"]
Orientation = Literal["landscape", "portrait"]
PAPERS: tuple[Paper, ...] = ("a4", "a3", "letter")
ORIENTATIONS: tuple[Orientation, ...] = ("landscape", "portrait")
GAPS: tuple[Literal["none", "words"], ...] = ("none", "words")
"""What a booklet is printed on, and how it is held, and whether charts say gaps in words;
the first of each is the usual one."""


Note = Callable[[str], None]
"""Takes a sentence that people are to know of what was made."""

Progress = Callable[[int, int], None]
"""Takes how many steps are done, and how many there are; called by long work as it goes on."""


def ignore_progress(*_: object) -> None:
    """Tell nobody."""
