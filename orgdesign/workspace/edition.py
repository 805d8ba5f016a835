"""What a file said when it was last looked at, and how much of its charts is shown."""

from __future__ import annotations

from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError, Problem
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import Reading, Source

BOM = b"\xef\xbb\xbf"


@value_object
class Edition:
    """What a file said when it was last looked at.

    ``organisation`` is the last one that could be read whole, from the bytes with ``digest``;
    ``problems`` are those of the text as it is now. ``version`` changes with either; ``reading``
    is what the organisation came from.
    """

    version: str
    problems: tuple[Problem, ...] = ()
    organisation: Organisation | None = None
    digest: str = ""
    reading: Reading | None = None

    @property
    def source(self) -> Source | None:
        """Return the text that the organisation was read from."""
        return self.reading.source if self.reading else None


@value_object
class Extent:
    """How much of a chart is shown: the ``whole``, or what fits and what ``opened`` boxes hide."""

    whole: bool = False
    opened: frozenset[str] = frozenset()


@value_object
class SavedEdit:
    """An edit that is on the disk: what the file says now.

    ``merged`` is true where somebody else had changed other parts of the file meanwhile.
    """

    edition: Edition
    sentence: str
    merged: bool = False


class NotEditable(OrgdesignError):  # noqa: N818 - what a user calls it
    """The file cannot be edited as it is."""


def bytes_of(reading: Reading) -> bytes:
    """Return the bytes of a text that was read, with its byte-order mark if it had one."""
    source = reading.source
    return (BOM if source.bom else b"") + source.text.encode() if source else b""
