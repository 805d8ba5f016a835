"""Proposals: moves that would keep a customer's work in one branch, laid down as a design."""

from orgdesign.proposals.limits import MOVES, Limits
from orgdesign.proposals.mends import MendSearch, ProposedMend
from orgdesign.proposals.proposal import NAME, Proposal, ProposalFigure, propose

__all__ = [
    "MOVES",
    "NAME",
    "Limits",
    "MendSearch",
    "Proposal",
    "ProposalFigure",
    "ProposedMend",
    "propose",
]
