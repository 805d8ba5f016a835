"""How wide the characters of a font are, kept in the user's cache.

To measure a font takes longer than to draw a small chart, and fonts seldom change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from orgdesign.render.whole_file import write_whole

Widths = Mapping[int, float]


def kept_widths(font: Path, number: int, measure: Callable[[], Widths]) -> Widths:
    """Return the width of each character, by code, of a font file; a face of it by ``number``."""
    file = _file_for(font, number)
    with suppress(OSError, ValueError, AttributeError):
        said = json.loads(file.read_bytes())
        return {int(code): float(width) for code, width in said.items()}
    widths = measure()
    with suppress(OSError):  # without a cache it is measured each time
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps(widths).encode())
    return widths


def _file_for(font: Path, number: int) -> Path:
    """Return where the widths of a font are kept, by what tells one state of its file."""
    found = font.stat()
    said = f"{font.resolve()} {number} {found.st_size} {found.st_mtime_ns}".encode()
    name = sha256(said + Path(__file__).with_name("typefaces.py").read_bytes()).hexdigest()[:32]
    return user_cache_path("orgdesign", appauthor=False) / "widths" / f"{name}.json"
