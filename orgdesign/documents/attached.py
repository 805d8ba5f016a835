"""What people hand in with an export: a template, a theme, a logo."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that was handed in, and how messages call it."""

    name: str
    data: bytes
