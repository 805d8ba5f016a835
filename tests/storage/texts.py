"""Texts that say themselves whether they are whole, and a file with its history to save them in."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from orgdesign.storage import Journal, save_with_history

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def text(author: str, size: int = 20_000) -> bytes:
    """Return a new text of about a size, its own digest in the first line."""
    number = random.getrandbits(64)
    line = f"# {author} {number:016x}\n".encode()
    body = line * (size // len(line) + 1)
    return sha256(body).hexdigest().encode() + b"\n" + body


def is_whole(data: bytes) -> bool:
    """Tell a text as it was written from any part or mixture of texts."""
    first, _, body = data.partition(b"\n")
    return sha256(body).hexdigest().encode() == first


@dataclass(frozen=True)
class Room:
    """A folder with one organisation file, and the history beside it."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "files" / "northwind.yaml"

    @property
    def journal(self) -> Journal:
        return Journal(self.folder / "state" / "history.sqlite3")

    def furnish(self, data: bytes) -> "Room":
        self.file.parent.mkdir(parents=True)
        self.file.write_bytes(data)
        self.journal.record_if_new(self.file, data, NOON)
        return self

    def save_with_history(self, expected: str | None, data: bytes) -> str:
        """Save and record, and return what the person is told besides."""
        return save_with_history(self.journal, self.file, expected, data, NOON, "Edited").notice

    def leftovers(self) -> list[str]:
        """Return what our own writers left beside the file."""
        return sorted(path.name for path in self.file.parent.glob(".*"))

    def chain(self) -> list[str]:
        """Return the digests from what the file is at back to its first version."""
        versions = {version.id: version for version in self.journal.versions(self.file)}
        here, chain = versions[max(versions)], []
        while here:
            chain.append(here.digest)
            here = versions.get(here.parent)
        return chain
