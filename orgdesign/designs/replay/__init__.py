"""Today's organisation and the changes of a design → the organisation after a phase."""

from orgdesign.designs.replay.applying import Failure, Redesigned, redesigned
from orgdesign.designs.replay.draft import Impossible, Lineage

__all__ = ["Failure", "Impossible", "Lineage", "Redesigned", "redesigned"]
