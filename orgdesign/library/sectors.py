"""The sectors of the library: what each is called, and its organisation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from orgdesign.model import Organisation
from orgdesign.problems import OrgdesignError
from orgdesign.yamlfile import Suggester, read

SECTORS: Mapping[str, str] = {
    "bank": "Bank",
    "hospital": "Hospital",
    "insurance": "Insurance",
    "public-service": "Public service",
    "retail": "Retail",
    "software": "Software",
}
"""What each sector is called, by its id, which names its file too."""


class UnknownSector(OrgdesignError):  # noqa: N818 - what a user calls it
    """The library has no such sector."""


def require_sector(said: str) -> str:
    """Return the id of a sector that the library has; ``UnknownSector`` says which it has."""
    if said in SECTORS:
        return said
    near = Suggester().nearest(said, SECTORS)
    meant = f'Did you mean "{near}"? ' if near else ""
    raise UnknownSector(
        f'The starter library has no sector "{said}". {meant}It has: {", ".join(SECTORS)}.'
    )


def text_of(sector: str) -> str:
    """Return the commented text of a sector's organisation."""
    return (Path(__file__).parent / f"{sector}.yaml").read_text("utf-8")


@cache
def organisation_of(sector: str) -> Organisation:
    """Return the organisation of a sector; its file is ours, and a test reads it."""
    organisation = read(text_of(sector).encode(), f"{sector}.yaml").organisation
    assert organisation is not None  # noqa: S101 - as above
    return organisation
