"""A path to its bytes, without blocking on, or reading from, anything but a plain file."""

from __future__ import annotations

from pathlib import Path

from orgdesign.storage import FileTooLargeError, NotPlainFileError, plain_file_bytes
from orgdesign.yamlfile.limits import MAX_BYTES


class FileRefusal(Exception):  # noqa: N818 - it is an answer, told to the user as it is
    """Why a file cannot be read at all: a sentence for the user."""


def file_bytes(path: Path, *, follow: bool = True) -> bytes:
    """Return what the file holds.

    A link is followed when ``follow`` is true, as for a path that a person typed. Raises
    `FileRefusal` for anything that is not a readable plain file of an acceptable size.
    """
    try:
        return plain_file_bytes(path, MAX_BYTES, follow=follow)
    except NotPlainFileError as kind:
        raise FileRefusal(f"this is {kind}, not a file; give the path of a YAML file") from None
    except FileTooLargeError as file:
        raise FileRefusal(too_large(file.size)) from None
    except FileNotFoundError:
        raise FileRefusal(_missing(path)) from None
    except NotADirectoryError:
        raise FileRefusal("a part of this path is a file, not a folder; correct the path") from None
    except PermissionError:
        raise FileRefusal("you may not read this file; ask its owner for permission") from None
    except BlockingIOError:
        raise FileRefusal("this is not a plain file; give the path of a YAML file") from None
    except ValueError:
        raise FileRefusal(
            "this path holds a character no file name can; correct the path"
        ) from None
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise FileRefusal(f"this file cannot be read ({reason}); check the path") from None


def too_large(size: int) -> str:
    """Say that a file of ``size`` bytes is too large, and what the limit is."""
    return (
        f"this file is too large: {size:,} bytes, and the limit is {MAX_BYTES:,}; "
        "split the organisation into several files"
    )


def _missing(path: Path) -> str:
    if path.is_symlink():
        return "this link leads to a file that is not there; correct the link"
    return "there is no such file; correct the path, or start one with: orgdesign new FILE"
