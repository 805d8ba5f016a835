"""The JSON Schema of an organisation file."""

from __future__ import annotations

from typing import Any


def json_schema() -> dict[str, Any]:
    """Return the format as a JSON Schema (draft 2020-12) that editors complete from."""
    return {}
