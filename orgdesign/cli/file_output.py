"""Writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from orgdesign.problems import OrgdesignError

MOST_ATTACHED = 30_000_000
"""How large a template, theme or logo may be, as in the app."""


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


def attached_bytes(path: Path) -> bytes:
    """Return what a template, theme or logo holds; a pipe or a device is not waited for.

    Raises ``OrgdesignError`` where it cannot be read.
    """
    from orgdesign.storage import FileTooLargeError, NotPlainFileError, plain_file_bytes

    try:
        return plain_file_bytes(path, MOST_ATTACHED)
    except NotPlainFileError as kind:
        raise OrgdesignError(f"{path} is {kind}, not a file; give the path of a file.") from None
    except FileTooLargeError:
        most = MOST_ATTACHED // 1_000_000
        raise OrgdesignError(f"{path} is larger than {most} MB; make it smaller.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can be called so"
        raise OrgdesignError(f"{path} cannot be read: {reason}.") from None


def _cannot(path: Path, error: OSError) -> OrgdesignError:
    reason = error.strerror or type(error).__name__
    return OrgdesignError(f"{path} cannot be written: {reason}. Choose another place.")
