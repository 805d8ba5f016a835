"""Files of the user's cache, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkstemp


def write_whole(file: Path, content: bytes) -> None:
    """Write a file in one step, however many threads, programs and machines do so at once.

    Raises ``OSError`` where it cannot be written; nothing is left then.
    """
    descriptor, part = mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
        Path(part).replace(file)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
