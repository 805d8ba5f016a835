"""The tables in a foreign file, whichever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from orgdesign.imports.notes import Notes, Unreadable
from orgdesign.sandbox import (
    DAMAGED_FILE,
    DOCUMENT_PART,
    TOO_MUCH_TEXT,
    FormatRefusal,
    OpenTables,
    ReaderDiedError,
)
from orgdesign.storage import FileTooLargeError, NotPlainFileError, plain_file_bytes

DIAGRAM = ["boxes", "lines"]
"""The tables of a diagram."""
MAX_BYTES = 150_000_000
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def sheets(
    data: bytes,
    notes: Notes,
    sheet: str | None = None,
    encoding: str | None = None,
    *,
    diagrams: bool = False,
) -> Iterator[tuple[str | None, Iterable[list[str]]]]:
    """Yield the sheets of a workbook with their names, or the one table of a text file.

    What the bytes are decides, and not how the file is called. The tables of a diagram are given
    to whoever asks for ``diagrams``.

    Raises:
        Unreadable: it cannot be read, or should not be.
    """
    with _explained(data):
        tables = OpenTables(data, encoding)
    for note in tables.notes:
        notes.say(note)
    names = [name for name, _ in tables.sheets]
    if names == DIAGRAM and not diagrams:
        raise Unreadable(
            "this is a diagram, not a list; bring it in as a design, with --merge my-org.yaml"
            ' --as-design "From the workshop"'
        )
    is_workbook = names != [None]
    if is_workbook and sheet is not None and sheet not in names:
        raise Unreadable(f'there is no sheet "{sheet}"; there are: {", ".join(map(str, names))}')
    for at, (name, is_seen) in enumerate(tables.sheets):
        if name == sheet or (is_seen and not (is_workbook and sheet)):
            yield name, _rows(tables, at, data)


def _rows(tables: OpenTables, at: int, data: bytes) -> Iterator[list[str]]:
    with _explained(data):
        yield from tables.rows(at)


@contextmanager
def _explained(data: bytes) -> Iterator[None]:
    try:
        yield
    except FormatRefusal as refusal:
        raise Unreadable(str(refusal)) from None
    except ReaderDiedError as death:
        raise Unreadable(DAMAGED_FILE if data.startswith(_ZIP) else TOO_MUCH_TEXT) from death


def export_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """Return what is in an export; a pipe or a device is not waited for.

    Raises:
        Unreadable: it is not there, no file, or too large.
    """
    try:
        return plain_file_bytes(path, most)
    except NotPlainFileError as kind:
        if str(kind) == "a folder":
            raise Unreadable(f"{path} cannot be read: Is a directory. Look at its name.") from None
        message = f"{path} is not a file, but a pipe or a device; give the path of a file."
        raise Unreadable(message) from None
    except FileTooLargeError:
        raise Unreadable(f"{path} is larger than {most // 1_000_000} MB; split it.") from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}. Look at its name.") from error
    except ValueError:
        raise Unreadable(f"{path} cannot be read. Look at its name.") from None


def is_word_document(data: bytes) -> bool:
    """Tell whether a file is a Word document, by a name that its archive has to hold."""
    return data.startswith(b"PK") and DOCUMENT_PART.encode() in data
