"""The starter library: an organisation of each of some sectors, to begin with or to pick from."""

from orgdesign.library.existing_parts import ExistingParts, match_existing
from orgdesign.library.library_edits import Picks, Taken, pick
from orgdesign.library.new_file_text import EXAMPLE, UnusableName, beginning
from orgdesign.library.sectors import SECTORS, UnknownSector, organisation_of, require_sector

__all__ = [
    "EXAMPLE",
    "SECTORS",
    "ExistingParts",
    "Picks",
    "Taken",
    "UnknownSector",
    "UnusableName",
    "beginning",
    "match_existing",
    "organisation_of",
    "pick",
    "require_sector",
]
