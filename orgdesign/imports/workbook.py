"""Excel workbooks, read as if they came from a stranger."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO
from xml.parsers import expat  # which reads no further than the document type
from zipfile import ZipFile, ZipInfo

from orgdesign.imports.failures import Unreadable
from orgdesign.imports.workbook_process import Opened, WorkerDiedError

MAX_UNPACKED = 400_000_000
"""How many bytes the parts of a workbook may unpack to, all together."""

MAX_RATIO = 200
"""How many times its size a large part may unpack to; sheets reach some 20 to 50."""

_SMALL = 5_000_000
_PIECE = 4_096
_MAX_PARTS = 2_000


def workbook_rows(
    data: bytes, sheet: str | None = None
) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Yield each sheet that can be seen, or the one named, with its rows.

    Raises:
        Unreadable: it is no workbook, it is damaged, or it would do harm.
    """
    _refuse_hostile(data)
    with _explained():
        book = Opened(data)
    names = [name for name, _ in book.sheets]
    if sheet is not None and sheet not in names:
        raise Unreadable(f'there is no sheet "{sheet}"; there are: {", ".join(names)}')
    for at, (name, is_seen) in enumerate(book.sheets):
        if name == sheet or (sheet is None and is_seen):
            yield name, _rows(book, at)


def _rows(book: Opened, at: int) -> Iterator[list[str]]:
    with _explained():
        yield from book.rows(at)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except WorkerDiedError as death:
        raise Unreadable(_DAMAGED) from death


def _refuse_hostile(data: bytes) -> None:
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            _refuse_bomb(parts.infolist())
            _refuse_entities(parts)
    except Unreadable:
        raise
    except Exception as failure:  # many kinds, of which zipfile documents few
        raise Unreadable(_DAMAGED) from failure


def _refuse_entities(parts: ZipFile) -> None:
    """Refuse a part with a document type, which no program writes: what entities need."""
    for name in parts.namelist():
        if name.endswith((".xml", ".rels")):
            with parts.open(name) as part:
                if _first_of(part) == "doctype":
                    raise Unreadable(_ENTITIES)


def _first_of(part: IO[bytes]) -> str:
    """Return whether a document type or an element comes first in a part."""
    met: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: met.append("doctype")
    parser.StartElementHandler = lambda *_: met.append("element")
    while not met and (piece := part.read(_PIECE)):
        parser.Parse(piece)
    return met[0] if met else ""


def _refuse_bomb(infos: Sequence[ZipInfo]) -> None:
    if not any(info.filename == "xl/workbook.xml" for info in infos):
        raise Unreadable(_NO_WORKBOOK)
    swollen = any(
        info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size)
        for info in infos
    )
    if swollen or len(infos) > _MAX_PARTS or sum(i.file_size for i in infos) > MAX_UNPACKED:
        raise Unreadable(_BOMB)


_NO_WORKBOOK = "this is no Excel workbook, whatever its name says; export it as .xlsx or CSV"
_DAMAGED = (
    "this workbook is damaged, or too large to be opened safely; open it in Excel and save it"
    " again, or export it as CSV"
)
_BOMB = (
    "this workbook unpacks to far more than it should, and was not opened; export the one sheet"
    " that is needed as CSV"
)
_ENTITIES = (
    "this workbook points to text outside its sheets, and was not opened; export the sheet as CSV"
)
