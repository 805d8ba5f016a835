"""Today's organisation and the changes of a design → the organisation after a phase."""

from orgdesign.designs.replay.draft import ImpossibleChange, Lineage
from orgdesign.designs.replay.engine import ChangeFailure, ReplayResult, ordered_changes, replay
from orgdesign.designs.replay.prerequisites import prerequisites
from orgdesign.designs.replay.steps import ReplayStep, organisation_after, replay_steps
from orgdesign.designs.replay.structures import (
    Structure,
    all_structures,
    lineage_between,
    structure_after,
    structure_today,
)

__all__ = [
    "ChangeFailure",
    "ImpossibleChange",
    "Lineage",
    "ReplayResult",
    "ReplayStep",
    "Structure",
    "all_structures",
    "lineage_between",
    "ordered_changes",
    "organisation_after",
    "prerequisites",
    "replay",
    "replay_steps",
    "structure_after",
    "structure_today",
]
