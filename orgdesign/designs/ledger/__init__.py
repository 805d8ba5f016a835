"""What a design does to people, posts and money: before, after, and each step between."""

from orgdesign.designs.ledger.amounts import Amounts, branch_functions
from orgdesign.designs.ledger.ledger import (
    CAUSES,
    BranchBalance,
    BridgeBar,
    DesignLedger,
    LedgerEntry,
    PhaseBalance,
    bridge,
)

__all__ = [
    "CAUSES",
    "Amounts",
    "BranchBalance",
    "BridgeBar",
    "DesignLedger",
    "LedgerEntry",
    "PhaseBalance",
    "branch_functions",
    "bridge",
]
