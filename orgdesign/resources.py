"""Where the app's own files lie: inside the package once installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return one of the app's own folders: `templates`, `static` or `examples`."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def starter() -> Path:
    """Return the commented file that `orgdesign new` copies."""
    return _PACKAGE / "starter.yaml"


def toml_beside(module: str, name: str) -> dict[str, Any]:
    """Return the data of a TOML file that lies beside a module, which gives its ``__file__``."""
    import tomllib

    return tomllib.loads(Path(module).with_name(name).read_text(encoding="utf-8"))
