"""The starter library: an organisation of each of some sectors, to begin with or to pick from."""

from orgdesign.library.beginning import EXAMPLE, UnusableName, beginning
from orgdesign.library.picking import Picked, Picks, Taken, pick
from orgdesign.library.sectors import SECTORS, UnknownSector, organisation_of, require_sector
from orgdesign.library.there import There, there

__all__ = [
    "EXAMPLE",
    "SECTORS",
    "Picked",
    "Picks",
    "Taken",
    "There",
    "UnknownSector",
    "UnusableName",
    "beginning",
    "organisation_of",
    "pick",
    "require_sector",
    "there",
]
