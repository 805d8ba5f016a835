"""Writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from orgdesign.problems import OrgdesignError


def create(path: Path, text: str) -> None:
    """Write a new file; one that is already there is never touched.

    Raises:
        OrgdesignError: the file is there already, or cannot be written.
    """
    try:
        with path.open("xb") as file:
            file.write(text.encode())
    except FileExistsError:
        message = f"{path} is there already and was left as it is; choose another name."
        raise OrgdesignError(message) from None
    except OSError as error:
        raise _cannot(path, error) from error


def replace(path: Path, data: bytes) -> None:
    """Write a file in one step, so that nobody ever sees half of it.

    Raises:
        OrgdesignError: the file cannot be written; what was there is still there.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _cannot(path, error) from error


def _cannot(path: Path, error: OSError) -> OrgdesignError:
    reason = error.strerror or type(error).__name__
    return OrgdesignError(f"{path} cannot be written: {reason}. Choose another place.")
