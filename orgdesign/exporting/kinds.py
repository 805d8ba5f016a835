"""What can be exported, and in which formats; light, so that a command line starts fast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

As = Literal["roles", "advertisement", "tables", "model"]
ENDINGS: Mapping[As, tuple[str, ...]] = {
    "roles": ("docx", "pdf", "md", "zip"),
    "advertisement": ("docx", "pdf", "md", "zip"),
    "tables": ("xlsx", "zip"),
    "model": ("json",),
}
"""The formats of each, by the end of a file's name; the first is the usual one."""
