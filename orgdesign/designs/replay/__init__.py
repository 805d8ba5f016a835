"""Today's organisation and the changes of a design → the organisation after a phase."""

from orgdesign.designs.replay.draft import ImpossibleChange, Lineage, SplitQuestion
from orgdesign.designs.replay.engine import ChangeFailure, ReplayResult, ordered_changes, replay
from orgdesign.designs.replay.people import moved_amounts
from orgdesign.designs.replay.prerequisites import (
    MAKERS,
    late_prerequisites,
    made_by,
    named_by,
    prerequisites,
)
from orgdesign.designs.replay.steps import (
    PhaseStretch,
    ReplayStep,
    organisation_after,
    replay_steps,
)
from orgdesign.designs.replay.structures import (
    Structure,
    all_structures,
    lineage_between,
    structure_after,
    structure_today,
    with_option,
)

__all__ = [
    "MAKERS",
    "ChangeFailure",
    "ImpossibleChange",
    "Lineage",
    "PhaseStretch",
    "ReplayResult",
    "ReplayStep",
    "SplitQuestion",
    "Structure",
    "all_structures",
    "late_prerequisites",
    "lineage_between",
    "made_by",
    "moved_amounts",
    "named_by",
    "ordered_changes",
    "organisation_after",
    "prerequisites",
    "replay",
    "replay_steps",
    "structure_after",
    "structure_today",
    "with_option",
]
