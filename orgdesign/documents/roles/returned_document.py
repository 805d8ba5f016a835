"""Issued role descriptions as they come back: what stands under each heading, role by role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from orgdesign.documents.roles.role_document import CELL_BREAK
from orgdesign.imports import Notes, Unreadable, sheets
from orgdesign.sandbox import DOCUMENT_PART, SHEET_MARK, digest_of


@dataclass(slots=True)
class ReturnedText:
    """What stands under a heading or beside a name, and whether somebody edited it.

    ``key`` is what it is in the file; empty where somebody wrote a heading of their own.
    """

    key: str
    digest: str
    heading: str
    lines: list[str] = field(default_factory=list)

    @property
    def is_edited(self) -> bool:
        """Whether it says something else than when it went out."""
        return digest_of(self.lines) != self.digest


@dataclass(slots=True)
class ReturnedRole:
    """What a document that came back says of a role."""

    id: str
    texts: list[ReturnedText] = field(default_factory=list)


def is_issued_description(data: bytes) -> bool:
    """Tell whether a file is a role description that orgdesign has issued; never raises."""
    if DOCUMENT_PART.encode() not in data:
        return False
    try:
        return any(returned_roles(data))
    except Unreadable:
        return False


def returned_roles(data: bytes) -> Iterator[ReturnedRole]:
    """Yield the roles of a document that came back, with what it says of each.

    Raises:
        Unreadable: it cannot be read, or should not be.
    """
    role: ReturnedRole | None = None
    for row in _marked_rows(data):
        match row:
            case ["role", id_, digest, title]:
                if role:
                    yield role
                role = ReturnedRole(id_, [ReturnedText("title", digest, "", [title])])
            case ["section", key, digest, heading] if role:
                role.texts.append(ReturnedText(key, digest, heading))
            case ["fact", key, digest, said] if role:
                role.texts.append(ReturnedText(f"fact:{key}", digest, "", [said]))
            case ["line" | "cells", *cells] if role and role.texts[-1].heading:
                role.texts[-1].lines.append(CELL_BREAK.join(cells))
    if role:
        yield role


def _marked_rows(data: bytes) -> Iterator[Sequence[str]]:
    for label, rows in sheets(data, Notes(), SHEET_MARK):
        if label == SHEET_MARK:
            yield from rows
