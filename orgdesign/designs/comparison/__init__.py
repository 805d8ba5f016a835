"""Two organisations, such as today's and that after a phase → what differs, in sentences."""

from orgdesign.designs.comparison.amount_words import amount_arrows
from orgdesign.designs.comparison.difference import KINDS, Difference, Kind, Of
from orgdesign.designs.comparison.lineages import counterparts, has_other_manager, heirs_of
from orgdesign.designs.comparison.organisations import compare, lineage_by_id, unreported_changes
from orgdesign.designs.comparison.part_names import PartNames
from orgdesign.designs.comparison.parts import SEAT_WORDS
from orgdesign.designs.comparison.profiles import (
    ProfileLine,
    accountable_for,
    function_profile,
    role_profile,
)
from orgdesign.designs.comparison.scope import DifferenceScope
from orgdesign.designs.comparison.sentences import SENTENCES, ChangeFormatter
from orgdesign.designs.comparison.text_lines import organisation_lines

__all__ = [
    "KINDS",
    "SEAT_WORDS",
    "SENTENCES",
    "ChangeFormatter",
    "Difference",
    "DifferenceScope",
    "Kind",
    "Of",
    "PartNames",
    "ProfileLine",
    "accountable_for",
    "amount_arrows",
    "compare",
    "counterparts",
    "function_profile",
    "has_other_manager",
    "heirs_of",
    "lineage_by_id",
    "organisation_lines",
    "role_profile",
    "unreported_changes",
]
